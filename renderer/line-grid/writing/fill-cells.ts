import { type CellPlace, type CellRect, columnCount, rowCount } from '../model/grid-model.ts';
import { planWrite, type WritePlan, type WriteTarget } from './write-plan.ts';

/**
 * Ctrl+D and Ctrl+R: the first row (or column) of the marked block goes into the others; a block of one takes from the
 * neighbour before it.
 */
export function planFill(target: WriteTarget, block: CellRect, direction: 'down' | 'right'): WritePlan {
  const isDown = direction === 'down';
  // The empty row at the end is marked along with a whole column; it is filled where nothing else is.
  const last = Math.max(block.top + 1, target.rows.length - 1);
  const marked = { ...block, bottom: Math.min(block.bottom, last) };
  const isOne = isDown ? rowCount(marked) === 1 : columnCount(marked) === 1;
  const { top, left } = marked;
  const from = { row: isDown && isOne ? top - 1 : top, column: !isDown && isOne ? left - 1 : left };
  const source: CellRect = isDown
    ? { ...marked, top: from.row, bottom: from.row }
    : { ...marked, left: from.column, right: from.column };
  if (from.row < 0 || from.column < 0) return planWrite(target, marked, () => undefined);
  return planRepeat(target, source, marked);
}

/** One value for all cells of a block; the empty row at the end, marked along with a whole column, stays empty. */
export function planFillWith(target: WriteTarget, { bottom, ...block }: CellRect, value: string): WritePlan {
  const last = Math.max(block.top, target.rows.length - 1);
  return planWrite(target, { ...block, bottom: Math.min(bottom, last) }, () => value);
}

/** Repeats the cells of a block over a larger one, in whichever direction it was drawn out. */
export function planRepeat(target: WriteTarget, source: CellRect, over: CellRect): WritePlan {
  const { rows, columns } = target;
  const cellAt = (row: number, column: number) => rows[row]?.fields[columns[column] ?? ''] ?? '';
  return planWrite(target, over, (row, column) =>
    cellAt(
      source.top + modulo(row - source.top, rowCount(source)),
      source.left + modulo(column - source.left, columnCount(source)),
    ),
  );
}

/** The block that the fill handle was drawn to: the marked one and more of it, down, up, right or left, whichever is farthest. */
export function drawnOut(marked: CellRect, to: CellPlace): CellRect {
  const { top, left, bottom, right } = marked;
  const down = to.row - bottom;
  const up = top - to.row;
  const beyond = to.column - right;
  const before = left - to.column;
  const most = Math.max(down, up, beyond, before);
  if (most <= 0) return marked;
  if (most === down) return { ...marked, bottom: to.row };
  if (most === up) return { ...marked, top: to.row };
  return most === beyond ? { ...marked, right: to.column } : { ...marked, left: to.column };
}

/** Empties a block. Rows that become empty stay. */
export function planClear(target: WriteTarget, marked: CellRect): WritePlan {
  return planWrite({ ...target, canAdd: false }, marked, () => '');
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
