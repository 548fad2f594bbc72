import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { readTsv } from '../../shared/drafts/tsv.ts';
import type { DraftLineId } from '../../shared/ids.ts';
import { notify } from '../ui/notify.tsx';
import { lineKey } from './draft-problems.ts';
import type { DraftSession } from './draft-session.ts';
import { isLineInPims, isOpenTo, lineLockWords } from './in-pims.ts';
import { insertLineAfter, newLineId, pasteCells } from './line-edits.ts';
import { readLineKey } from './line-keys.ts';
import type { LineActions } from './line-row.tsx';

/** A cell of the line table; `index` may be that of the empty row at the end. */
export interface CellPlace {
  readonly index: number;
  readonly field: string;
}

interface LineActionsOptions {
  readonly session: DraftSession;
  readonly columns: RefObject<readonly string[]>;
  readonly nextId: RefObject<DraftLineId>;
  /** The empty row at the end became a line; another one is needed. */
  readonly onNextUsed: () => void;
  readonly onFocus: (place: CellPlace) => void;
  readonly onLeave: (key: string) => void;
  /** Moves the focus once the row is there. */
  readonly goTo: (place: CellPlace) => void;
}

/** What the rows of the line table do. One object for the life of the table; it reads what is current when called. */
export function useLineActions(options: LineActionsOptions): LineActions {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  // Where Enter leads: the column in which the row was begun, as in a spreadsheet.
  const home = useRef<{ field: string; tabbing: boolean }>({ field: 'PART_CODE', tabbing: false });

  return useMemo((): LineActions => {
    const contentNow = () => latest.current.session.snapshot().content;
    const edit = (edits: readonly DraftEdit[], typing: string | null = null): void =>
      latest.current.session.edit(edits, typing);

    const actions: LineActions = {
      type: (index, field, value) => {
        const { nextId, onNextUsed } = latest.current;
        const content = contentNow();
        const line = content.lines[index];
        const lineId = line?.id ?? nextId.current;
        if (line === undefined) {
          edit(
            insertLineAfter(content, content.lines.length - 1, lineId, { [field]: value }),
            lineKey(lineId, field),
          );
          onNextUsed();
        } else {
          edit([{ kind: 'set-line', lineId, field, value }], lineKey(lineId, field));
        }
      },
      leave: (index, field) => {
        const line = contentNow().lines[index];
        if (line !== undefined) latest.current.onLeave(lineKey(line.id, field));
        latest.current.session.endTyping();
      },
      focus: (index, field) => {
        if (!home.current.tabbing) home.current.field = field;
        home.current.tabbing = false;
        latest.current.onFocus({ index, field });
      },
      key: (event, index, field) => {
        const command = readLineKey(event);
        if (command === undefined) return;
        if (command.kind === 'tab') {
          home.current.tabbing = true;
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        switch (command.kind) {
          case 'move':
            return latest.current.goTo({
              index: clamp(index + command.rows, contentNow().lines.length),
              field: command.home ? home.current.field : field,
            });
          case 'insert':
            return actions.insert(index);
          case 'duplicate':
            return actions.duplicate(index);
          case 'remove':
            return actions.remove(index);
        }
      },
      paste: (event, index, field) => {
        const cells = readTsv(event.clipboardData.getData('text/plain'));
        // One cell is ordinary pasting, into the middle of a text too.
        if (cells.length === 1 && cells[0]?.length === 1) return;
        event.preventDefault();
        const { columns, goTo } = latest.current;
        const { edits, added, dropped } = pasteCells(contentNow(), index, field, columns.current, cells);
        const { session } = latest.current;
        const fixed = { target: session.target, inPims: session.snapshot().inPims };
        const kept = edits.filter((one) => !isOpenTo(fixed, one)).length;
        if (edits.length > 0) edit(edits);
        if (kept > 0) notify('info', keptWords(kept));
        if (dropped > 0) notify('problem', droppedWords(dropped));
        else notify('done', pastedWords(cells.length, added));
        goTo({ index: clamp(index + cells.length - 1, contentNow().lines.length), field });
      },
      insert: (index) => {
        edit(insertLineAfter(contentNow(), index, newLineId()));
        latest.current.goTo({ index: clamp(index + 1, contentNow().lines.length), field: 'PART_CODE' });
      },
      duplicate: (index) => {
        const line = contentNow().lines[index];
        if (line === undefined) return;
        edit(insertLineAfter(contentNow(), index, newLineId(), line.fields));
        latest.current.goTo({ index: index + 1, field: 'QUANTITY' });
      },
      remove: (index) => {
        const line = contentNow().lines[index];
        const { inPims } = latest.current.session.snapshot();
        if (line === undefined) return;
        if (inPims !== null && isLineInPims(inPims, line.id)) return notify('info', lineLockWords(inPims));
        edit([{ kind: 'delete-line', lineId: line.id }]);
        latest.current.goTo({ index, field: home.current.field });
        const { session } = latest.current;
        notify('info', `Line ${index + 1} was deleted.`, {
          label: 'Undo',
          run: () => {
            const { content } = session.snapshot();
            if (content.lines.some((one) => one.id === line.id)) return;
            session.edit(
              insertLineAfter(content, Math.min(index, content.lines.length) - 1, line.id, line.fields),
            );
          },
        });
      },
    };
    return actions;
  }, []);
}

/** Keeps a row number between the first line and the empty row at the end. */
function clamp(index: number, lineCount: number): number {
  return Math.max(0, Math.min(index, lineCount));
}

function pastedWords(rows: number, added: number): string {
  const pasted = rows === 1 ? '1 row' : `${rows} rows`;
  if (added === 0) return `Pasted ${pasted} over what was there.`;
  return added === rows
    ? `Pasted ${pasted} as new lines.`
    : `Pasted ${pasted}, ${added} of them as new lines.`;
}

function keptWords(count: number): string {
  const cells = count === 1 ? '1 cell was' : `${count} cells were`;
  return `${cells} not pasted: these lines are in PIMS already. Change them in the order.`;
}

function droppedWords(count: number): string {
  const cells = count === 1 ? '1 cell was' : `${count} cells were`;
  return `${cells} not pasted: the table has no column for them. Add the field first, or begin further left.`;
}
