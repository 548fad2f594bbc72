import { Text, Title } from '@mantine/core';
import { type ReactNode, type RefObject, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Part } from '../../../shared/parts/part.ts';
import { fieldsSetByPims } from '../../../shared/pims/fields.ts';
import { LineGrid } from '../../line-grid/drawing/line-grid.tsx';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import type { GridCommand, GridRow } from '../../line-grid/model/grid-model.ts';
import { Padlock } from '../../ui/padlock.tsx';
import classes from '../draft.module.css';
import type { DraftContent } from '../draft-model.ts';
import type { DraftSession } from '../draft-session.ts';
import { type InPims, isLineInPims, lineLockWords } from '../in-pims.ts';
import type { SaveState } from '../save-queue.ts';
import type { StepStates } from '../step-states.ts';
import { cellLook, lineState } from './line-looks.ts';
import type { LineStock } from './line-stock.ts';
import { sumWords } from './line-tally.ts';
import { PartTally } from './part-tally.ts';
import { lineCommandRunner } from './run-line-command.ts';
import { takenPartEdits } from './taken-part.ts';
import { useLineTable } from './use-line-table.tsx';
import { usePartSuggestions } from './use-part-suggestions.ts';

interface DraftLineGridProps {
  readonly session: DraftSession;
  readonly content: DraftContent;
  readonly inPims: InPims;
  readonly saving: SaveState;
  readonly problems: ReadonlyMap<string, string>;
  /** Where lines that were submitted stand. */
  readonly states: StepStates;
  readonly onLeave: (key: string) => void;
  readonly readOnly: boolean;
  readonly stock: LineStock;
  /** Where there are other lines too; null where these are all. */
  readonly title: string | null;
  readonly handle: RefObject<LineGridHandle | null>;
  /** Below the lines. */
  readonly children: ReactNode;
}

const firstFields = ['PART_CODE', 'DESCRIPTION', 'QUANTITY'];
/** PIMS sets them itself: a line that is not there yet has none of them. */
const setByPims = fieldsSetByPims.ORDER_LINEITEMS;

/** The lines of a draft in the grid, with what they add up to. */
export function DraftLineGrid(props: DraftLineGridProps) {
  const { session, content, inPims, saving, problems, states, onLeave, readOnly, stock, title, handle } =
    props;
  const { lines } = content;
  const { sums, known, alike } = useLineTable({
    ...{ session, handle, summed: lines, first: firstFields, left: setByPims },
    layouts: 'draftLineLayouts',
    showsAllUsed: true,
    finds: true,
    adderId: 'add-line-field',
  });

  const whyLocked = useCallback(
    (row: GridRow | undefined): string | null =>
      inPims !== null && row !== undefined && isLineInPims(inPims, row.id) ? lineLockWords(inPims) : null,
    [inPims],
  );
  const available = useSyncExternalStore(stock.subscribe, stock.snapshot);
  const [partTally] = useState(() => new PartTally());
  const wanted = useMemo(() => partTally.update(lines, inPims), [partTally, lines, inPims]);
  const standing = useMemo(
    () => ({
      ...{ problems, inPims, saving, progress: session.lineProgress },
      ...{ stock: available, wanted, now: Date.now },
    }),
    [problems, inPims, saving, session, available, wanted],
  );
  const parts = usePartSuggestions();
  const hasBarcode = known.includes('BARCODE') || alike.columns.some(({ id }) => id === 'BARCODE');
  const onCommand = useMemo(() => {
    const taken = new Map<string, Part>();
    const run = lineCommandRunner(session, onLeave, (line, suggestion) => {
      const part = parts.partOf(suggestion);
      if (part === undefined) return [];
      stock.learn([part]);
      const before = taken.get(line.id) ?? null;
      taken.set(line.id, part);
      return takenPartEdits(line, { part, before, hasBarcode });
    });
    return (command: GridCommand): void => {
      stock.typing(isTypingPart(command));
      run(command);
    };
  }, [session, onLeave, parts, stock, hasBarcode]);

  const suggestions = useMemo(() => ({ column: 'PART_CODE', label: 'Parts', look: parts.look }), [parts]);

  const onSeen = useCallback(
    (rows: readonly GridRow[]) => stock.see(rows.map(({ fields }) => fields.PART_CODE ?? '')),
    [stock],
  );

  return (
    <section className={classes.lines} aria-label={title ?? 'Order lines'}>
      <LineGrid
        label="Lines"
        title={
          <Title order={2} size="h5">
            {title ?? 'Lines'}
          </Title>
        }
        rows={lines}
        canWrite={!readOnly}
        canAdd={!readOnly}
        whyFixed={whyLocked}
        whyKept={whyLocked}
        lookOf={useCallback((row, column) => cellLook(row, column, standing), [standing])}
        stateOf={useCallback((row) => states.get(row.id) ?? lineState(row, standing), [states, standing])}
        drawRowHead={useCallback(
          (row) => {
            const words = readOnly ? null : whyLocked(row);
            return words === null ? null : <Padlock state="closed" words={words} inTabOrder={false} />;
          },
          [readOnly, whyLocked],
        )}
        numberOf={numberOf}
        cellLabel={cellLabel}
        suggestions={suggestions}
        onSeen={readOnly ? null : onSeen}
        foot={
          <>
            <Text size="sm" aria-live="polite">
              {sumWords(sums)}
            </Text>
            {lines.length === 0 && !readOnly && (
              <Text size="sm" c="dimmed">
                Type into the empty line, or paste rows from a spreadsheet.
              </Text>
            )}
          </>
        }
        onCommand={onCommand}
        {...alike}
      />
      {props.children}
    </section>
  );
}

function isTypingPart(command: GridCommand): boolean {
  if (command.kind !== 'write' || !command.typing) return false;
  return (
    command.cells.some(({ column }) => column === 'PART_CODE') ||
    command.added.some((fields) => fields.PART_CODE !== undefined)
  );
}

function numberOf(_row: GridRow | undefined, index: number): string {
  return String(index + 1);
}

function cellLabel(number: string, column: string): string {
  return `Line ${number} ${column}`;
}
