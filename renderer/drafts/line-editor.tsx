import { Text, Title } from '@mantine/core';
import { type RefObject, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { totalUnits } from '../../shared/drafts/quantity.ts';
import { linesToSend } from '../../shared/drafts/validate-draft.ts';
import classes from './draft.module.css';
import type { DraftContent } from './draft-model.ts';
import { lineKey } from './draft-problems.ts';
import type { DraftSession } from './draft-session.ts';
import { FieldAdder } from './field-adder.tsx';
import { type InPims, isLineInPims, lineLockWords } from './in-pims.ts';
import { lineColumns, newLineId } from './line-edits.ts';
import { ROW_HEIGHT } from './line-grid.ts';
import { LineTable } from './line-table.tsx';
import { type CellPlace, useLineActions } from './use-line-actions.ts';

/** What the screen asks of the line table. */
export interface LineEditorHandle {
  readonly goTo: (place: CellPlace) => void;
}

interface LineEditorProps {
  readonly session: DraftSession;
  readonly content: DraftContent;
  readonly inPims: InPims;
  readonly problems: ReadonlyMap<string, string>;
  readonly onLeave: (key: string) => void;
  readonly readOnly: boolean;
  /** Where there are other lines too; null where these are all. */
  readonly title: string | null;
  readonly handle: RefObject<LineEditorHandle | null>;
}

/** The line table with its focus, its footer and the adding of columns. */
export function LineEditor({
  session,
  content,
  inPims,
  problems,
  onLeave,
  readOnly,
  title,
  handle,
}: LineEditorProps) {
  const [addedColumns, setAddedColumns] = useState<readonly string[]>([]);
  const [nextId, setNextId] = useState(newLineId);
  const [focused, setFocused] = useState<CellPlace | null>(null);
  const wanted = useRef<CellPlace | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = lineColumns(content, addedColumns);
  const columnsNow = useRef<readonly string[]>(columns);
  const nextIdNow = useRef(nextId);
  useLayoutEffect(() => {
    columnsNow.current = columns;
    nextIdNow.current = nextId;
  });

  // The focus goes to a row that may not be in the page yet: it is put there first, by being the focused one.
  useLayoutEffect(() => {
    const place = wanted.current;
    if (place === null || scroller.current === null) return;
    const input = scroller.current.querySelector<HTMLInputElement>(
      `[aria-rowindex="${place.index + 2}"] input[data-field="${CSS.escape(place.field)}"]`,
    );
    if (input === null) return;
    wanted.current = null;
    showRow(scroller.current, place.index);
    input.focus({ preventScroll: true });
    input.select();
    input.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = (place: CellPlace): void => {
    wanted.current = place;
    setFocused({ ...place });
  };
  useImperativeHandle(handle, () => ({ goTo }));

  const actions = useLineActions({
    session,
    columns: columnsNow,
    nextId: nextIdNow,
    onNextUsed: () => {
      nextIdNow.current = newLineId();
      setNextId(nextIdNow.current);
    },
    onFocus: setFocused,
    onLeave,
    goTo,
  });

  const here = focused === null ? undefined : content.lines[focused.index];
  const problemHere =
    focused === null || here === undefined ? undefined : problems.get(lineKey(here.id, focused.field));
  const isLocked = inPims !== null && !readOnly && here !== undefined && isLineInPims(inPims, here.id);
  const lockHere = isLocked ? lineLockWords(inPims) : undefined;
  return (
    <section className={classes.lines} aria-label={title ?? 'Order lines'}>
      {title !== null && (
        <div className={classes.linesHead}>
          <Title order={2} size="h5">
            {title}
          </Title>
        </div>
      )}
      <LineTable
        lines={content.lines}
        focusedIndex={focused?.index ?? -1}
        scrollRef={scroller}
        {...{ nextId, columns, inPims, problems, actions, readOnly }}
      />
      <div className={classes.foot}>
        <Text size="sm" aria-live="polite">
          {footWords(content)}
        </Text>
        <Text size="sm" c={problemHere === undefined ? 'dimmed' : 'red'} className={classes.here}>
          {problemHere ?? lockHere}
        </Text>
        {!readOnly && (
          <FieldAdder
            table="ORDER_LINEITEMS"
            label="Add a column"
            example="UNIT_PRICE"
            present={columns}
            onAdd={(field) => {
              setAddedColumns([...addedColumns, field]);
              goTo({ index: focused?.index ?? 0, field });
            }}
          />
        )}
      </div>
    </section>
  );
}

/** Scrolls so that a row is clear of the headings and of the lower edge. */
function showRow(scroller: HTMLElement, index: number): void {
  const top = index * ROW_HEIGHT;
  const room = scroller.clientHeight - 2 * ROW_HEIGHT;
  if (scroller.scrollTop > top) scroller.scrollTop = top;
  else if (scroller.scrollTop + room < top) scroller.scrollTop = top - room;
}

function footWords(content: DraftContent): string {
  const lines = linesToSend(content.lines);
  const units = totalUnits(lines.map((line) => line.fields.QUANTITY ?? ''));
  return `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${units} ${units === '1' ? 'unit' : 'units'}`;
}
