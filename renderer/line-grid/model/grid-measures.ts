import type { CellPlace, CellRect, GridSize } from './grid-model.ts';

/** Height of a row and of the headings in px; ui/placed-rows.module.css has it too. */
export const ROW_HEIGHT = 28;
/** Width in px of the column with the row numbers: room for marks and a number of six digits. */
export const HEAD_WIDTH = 68;
/** Width in px of the column with the rows' states. */
export const STATE_WIDTH = 80;

/** px of the column of states that stays in sight at the right while the others scroll; none where it would take too much of the room. */
export function stayingStateWidth(room: number): number {
  return room >= 480 ? STATE_WIDTH : 0;
}

/** Where things are drawn, in px from the upper left corner of the scrolled content. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a block of cells, below the headings and beside the row numbers. */
export function boxOf({ top, left, bottom, right }: CellRect, widths: readonly number[]): Box {
  const before = sum(widths.slice(0, left));
  return {
    top: (top + 1) * ROW_HEIGHT,
    left: HEAD_WIDTH + before,
    width: sum(widths.slice(left, right + 1)),
    height: (bottom - top + 1) * ROW_HEIGHT,
  };
}

/** The cell at a point of the scrolled content; beyond the edges the nearest one. */
export function placeAt(
  point: { readonly x: number; readonly y: number },
  widths: readonly number[],
  size: GridSize,
): CellPlace {
  let column = 0;
  let edge = HEAD_WIDTH + (widths[0] ?? 0);
  while (point.x >= edge && column < size.columns - 1) {
    column += 1;
    edge += widths[column] ?? 0;
  }
  const row = Math.floor(point.y / ROW_HEIGHT) - 1;
  return { row: Math.max(0, Math.min(row, size.rows - 1)), column };
}

/** The gap between rows that is nearest to a height in the scrolled content, in px; 0 is before the first row. */
export function gapAt(y: number, rows: number): number {
  return Math.max(0, Math.min(Math.round(y / ROW_HEIGHT) - 1, rows));
}

/** The part of a viewport in which rows are seen: below the headings, beside the row numbers. */
export interface Viewport {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly width: number;
  readonly height: number;
}

/** How the content has to be scrolled to show a box whole; what is seen already stays where it is. */
export function scrollToShow(box: Box, { scrollTop, scrollLeft, width, height }: Viewport) {
  return {
    top: nearest(scrollTop, box.top - ROW_HEIGHT, box.top + box.height - height),
    left: nearest(scrollLeft, box.left - HEAD_WIDTH, box.left + box.width - width),
  };
}

function nearest(now: number, most: number, least: number): number {
  if (now > most) return Math.max(0, most);
  return now < least ? Math.min(least, most) : now;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
