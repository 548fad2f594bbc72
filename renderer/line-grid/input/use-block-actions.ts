import { useMemo } from 'react';
import { readTsv } from '../../../shared/drafts/tsv.ts';
import { copyText } from '../../ui/copy-text.ts';
import type { CellRect, GridCommand, GridRow } from '../model/grid-model.ts';
import {
  type GridSelection,
  selectBlock,
  selectCell,
  selectedRect,
  shiftRows,
} from '../model/grid-selection.ts';
import { copiedText, copiedWithHeadings } from '../writing/copy-cells.ts';
import { planClear, planFill, planFillWith, planRepeat } from '../writing/fill-cells.ts';
import { moveIntoGap, nextGap } from '../writing/moved-rows.ts';
import { droppedWords, pastedWords, planPaste } from '../writing/paste-cells.ts';
import { changesAnything, skippedWords, type WritePlan } from '../writing/write-plan.ts';
import { type GridNow, type GridNowRef, type Select, writeTarget } from './grid-now.ts';

export interface BlockActions {
  /** The marked cells as text for the clipboard. */
  readonly copied: () => string;
  readonly copyWithHeadings: () => void;
  readonly clear: () => void;
  readonly paste: (text: string) => void;
  readonly fill: (direction: 'down' | 'right') => void;
  /** One value goes into all marked cells. */
  readonly fillWith: (value: string) => void;
  /** Repeats the marked block over a larger one. */
  readonly fillOut: (over: CellRect) => void;
  readonly insertRow: (where: 'above' | 'below') => void;
  readonly duplicateRows: () => void;
  readonly removeRows: () => void;
  readonly moveRows: (by: -1 | 1) => void;
  /** Why the marked rows can't be moved; null when they can. */
  readonly whyUnmovable: () => string | null;
  /** Moves the marked rows into the gap before the row with this index. */
  readonly moveRowsInto: (gap: number) => void;
}

interface BlockActionsOptions {
  readonly now: GridNowRef;
  readonly perform: (command: GridCommand) => void;
  readonly select: Select;
}

const AS_SENT = 'Lines are moved in the order in which they are sent. Take sorting and filters away first.';

/** What can be done with the marked cells and their rows. */
export function useBlockActions({ now, perform, select }: BlockActionsOptions): BlockActions {
  return useMemo(() => {
    const marked = (): CellRect => selectedRect(now.current.selection);
    const say = (kind: 'done' | 'info' | 'problem', words: string): void => {
      if (words !== '') now.current.props.onSay(kind, words);
    };
    const write = (plan: WritePlan): void => {
      const { cells, added } = plan;
      if (!now.current.props.canWrite) return;
      if (changesAnything(plan)) perform({ kind: 'write', cells, added, typing: false });
      say('info', skippedWords(plan));
    };
    /** The marked rows, the empty one at the end left out; none where rows can't be changed. */
    const rowsHere = (): { readonly rows: readonly GridRow[]; readonly first: number } => {
      const { top, bottom } = marked();
      const { props, viewed } = now.current;
      return { rows: props.canAdd ? viewed.slice(top, bottom + 1) : [], first: top };
    };
    const isSeenAsSent = (): boolean => now.current.viewed === now.current.props.rows;

    /** Why the marked rows can't be moved; null when they can. */
    const whyUnmovable = (): string | null => {
      if (!isSeenAsSent()) return AS_SENT;
      return rowsHere().rows.flatMap((row) => now.current.props.whyKept(row) ?? [])[0] ?? null;
    };
    const moveInto = (gap: number): void => {
      const { rows, first } = rowsHere();
      if (rows.length === 0) return;
      const reason = whyUnmovable();
      if (reason !== null) {
        say('info', reason);
        return;
      }
      const { viewed, selection } = now.current;
      const place = moveIntoGap(viewed, first, first + rows.length - 1, gap);
      if (place === undefined) return;
      perform({ kind: 'move', rowIds: rows.map(({ id }) => id), after: place.after });
      select(shiftRows(selection, place.by));
    };

    return {
      copied: () => copiedText(now.current.viewed, now.current.columnIds, marked()),
      copyWithHeadings: () => copyText(copiedWithHeadings(now.current.viewed, now.current.shown, marked())),
      clear: () => write(planClear(writeTarget(now.current), marked())),
      fill: (direction) => write(planFill(writeTarget(now.current), marked(), direction)),
      fillWith: (value) => write(planFillWith(writeTarget(now.current), marked(), value)),
      fillOut: (over) => {
        const source = marked();
        write(planRepeat(writeTarget(now.current), source, over));
        const corner = { row: over.bottom, column: over.right };
        select(selectBlock({ row: over.top, column: over.left }, corner));
      },
      paste: (text) => {
        const { props, viewed } = now.current;
        if (!props.canWrite || text === '') return;
        const table = readTsv(text).map((row) => row.map(props.clean));
        const plan = planPaste(writeTarget(now.current), marked(), table);
        const { top, left, bottom, right } = plan.region;
        write(plan);
        const dropped = droppedWords(plan);
        if (dropped !== '') say('problem', dropped);
        else if (table.length > 1 && changesAnything(plan)) {
          // Blank rows below the last one are left out, and counted neither way.
          const over = Math.max(0, Math.min(bottom + 1, viewed.length) - top);
          say('done', pastedWords(over, plan.added.length));
        }
        select(clampedBlock(now.current, { top, left, bottom, right }), true);
      },
      insertRow: (where) => {
        const { props, viewed, selection } = now.current;
        if (!props.canAdd) return;
        const at = where === 'above' ? marked().top : Math.min(marked().bottom + 1, viewed.length);
        perform({ kind: 'insert', after: viewed[at - 1]?.id ?? null, rows: [{}] });
        select(selectCell({ row: at, column: where === 'above' ? selection.active.column : 0 }));
      },
      duplicateRows: () => {
        const { rows, first } = rowsHere();
        const last = rows.at(-1);
        if (last === undefined) return;
        perform({ kind: 'insert', after: last.id, rows: rows.map(({ fields }) => fields) });
        const { selection } = now.current;
        const column = selection.active.column;
        const top = first + rows.length;
        select(selectBlock({ row: top, column }, { row: top + rows.length - 1, column }));
      },
      removeRows: () => {
        const { rows, first } = rowsHere();
        const { props, selection } = now.current;
        const kept = rows.flatMap((row) => props.whyKept(row) ?? []);
        const rowIds = rows.filter((row) => props.whyKept(row) === null).map(({ id }) => id);
        if (rowIds.length > 0) perform({ kind: 'remove', rowIds });
        if (kept[0] !== undefined) say('info', kept[0]);
        if (rowIds.length === 0) return;
        const { active, home } = selection;
        select({ ...selectCell({ row: first, column: active.column }), home });
      },
      whyUnmovable,
      moveRows: (by) => {
        const { rows, first } = rowsHere();
        moveInto(nextGap(first, first + rows.length - 1, by));
      },
      moveRowsInto: moveInto,
    };
  }, [now, perform, select]);
}

/** The block that a paste went into; the empty row below is not part of it. */
function clampedBlock({ size }: GridNow, { top, left, bottom, right }: CellRect): GridSelection {
  const lastRow = Math.max(top, Math.min(bottom, size.rows - 1));
  return selectBlock({ row: top, column: left }, { row: lastRow, column: Math.max(left, right) });
}
