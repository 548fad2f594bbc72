import { Text } from '@mantine/core';
import { type ReactNode, type RefObject, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { fieldsSetByPims } from '../../../shared/pims/fields.ts';
import { LineGrid } from '../../line-grid/drawing/line-grid.tsx';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import type { GridRow } from '../../line-grid/model/grid-model.ts';
import type { DraftSession } from '../draft-session.ts';
import { sumWords } from '../lines/line-tally.ts';
import { useLineTable } from '../lines/use-line-table.tsx';
import type { StepStates } from '../step-states.ts';
import { presentCommandRunner } from './present-commands.ts';
import { PresentLineHead } from './present-line-head.tsx';
import {
  lineOfRow,
  type PresentLine,
  presentLook,
  presentRow,
  presentState,
  summedFields,
  whyFixed,
} from './present-lines.ts';

interface PresentLineTableProps {
  readonly session: DraftSession;
  readonly lines: readonly PresentLine[];
  readonly problems: ReadonlyMap<string, string>;
  /** Where changes that were submitted stand. */
  readonly states: StepStates;
  readonly readOnly: boolean;
  readonly onLeave: (key: string) => void;
  readonly handle: RefObject<LineGridHandle | null>;
  /** Above the grid. */
  readonly title: ReactNode;
}

const firstFields = ['PART_CODE', 'DESCRIPTION', 'QUANTITY', 'NUMBER_SHIPPED'];
/** They stand at the head of the rows, are the same in all of them, or are nobody's business. */
const leftFields = fieldsSetByPims.ORDER_LINEITEMS.filter((field) => field !== 'NUMBER_SHIPPED');

/** The lines of an order in the grid, with what the draft changes of them. */
export function PresentLineTable(props: PresentLineTableProps) {
  const { session, lines, problems, states, readOnly, onLeave, handle, title } = props;
  const rows = useMemo(() => lines.map((line) => presentRow(line)), [lines]);
  const summed = useMemo(() => lines.map((line) => summedFields(line)), [lines]);
  // Ctrl+F finds in the table that the person is in.
  const [isIn, setIn] = useState(false);
  const { sums, alike } = useLineTable({
    ...{ session, handle, summed, first: firstFields, left: leftFields },
    layouts: 'orderLineLayouts',
    showsAllUsed: false,
    finds: isIn,
    adderId: 'add-present-line-field',
  });
  const followFocus = { onFocus: () => setIn(true), onBlur: () => setIn(false) };

  const saving = useSyncExternalStore(session.subscribe, () => session.snapshot().saving);
  const standing = useMemo(
    () => ({ problems, progress: session.lineProgress, saving }),
    [problems, session, saving],
  );
  const onCommand = useMemo(() => {
    const byNumber = new Map(lines.map((line) => [line.lineNumber, line]));
    return presentCommandRunner(session, onLeave, (lineNumber) => byNumber.get(lineNumber));
  }, [session, onLeave, lines]);
  return (
    <div style={{ display: 'contents' }} {...followFocus}>
      <LineGrid
        label="Lines of the order"
        canWrite={!readOnly}
        canAdd={false}
        whyFixed={fixedWords}
        whyKept={keptWords}
        lookOf={useCallback((row, column) => presentLook(lineOfRow(row), column, standing), [standing])}
        stateOf={useCallback(
          (row) => states.get(row.id) ?? presentState(lineOfRow(row), standing),
          [states, standing],
        )}
        drawRowHead={useCallback(
          (row) => {
            const line = lineOfRow(row);
            return line === undefined ? null : <PresentLineHead {...{ session, line, readOnly, handle }} />;
          },
          [session, readOnly, handle],
        )}
        numberOf={numberOf}
        cellLabel={cellLabel}
        suggestions={null}
        onSeen={null}
        foot={<Text size="sm">{sumWords(sums)}</Text>}
        {...{ title, rows, onCommand }}
        {...alike}
      />
    </div>
  );
}

function fixedWords(row: GridRow | undefined, column: string): string | null {
  return whyFixed(lineOfRow(row), column);
}

function keptWords(row: GridRow): string | null {
  const lock = lineOfRow(row)?.lock;
  return lock?.state === 'closed' ? lock.reason : null;
}

function numberOf(row: GridRow | undefined): string {
  return row?.id ?? '';
}

function cellLabel(number: string, column: string): string {
  return `Line ${number} of the order ${column}`;
}
