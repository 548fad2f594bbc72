import {
  type CellPlace,
  type CellRect,
  clampPlace,
  type GridSize,
  isInside,
  isSamePlace,
  rectOf,
} from './grid-model.ts';

/** The marked block of cells, and the one cell in it that is typed into. */
export interface GridSelection {
  readonly active: CellPlace;
  /** The corner that stays when the block grows. */
  readonly anchor: CellPlace;
  /** The corner that goes with the keys and the mouse. */
  readonly corner: CellPlace;
  /** The column that Enter leads back to: where the row was begun. */
  readonly home: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export type GridMove =
  /** By cells, or as far as the filled or empty ones go. */
  | {
      readonly kind: 'step';
      readonly direction: Direction;
      readonly toEdge: boolean;
      readonly extend: boolean;
    }
  | { readonly kind: 'page'; readonly down: boolean; readonly extend: boolean }
  /** To the first or last cell of the row, or of the grid. */
  | { readonly kind: 'end'; readonly last: boolean; readonly ofGrid: boolean; readonly extend: boolean }
  | { readonly kind: 'all' }
  | { readonly kind: 'whole-rows' }
  | { readonly kind: 'whole-columns' };

/** What a move is reckoned from. */
export interface MoveFrame {
  readonly size: GridSize;
  /** Rows that a page moves by. */
  readonly pageRows: number;
  readonly isFilled: (place: CellPlace) => boolean;
}

/** One cell, and Enter leads back to its column. */
export function selectCell(place: CellPlace): GridSelection {
  return { active: place, anchor: place, corner: place, home: place.column };
}

/** A block; `anchor` is the cell that is typed into. */
export function selectBlock(anchor: CellPlace, corner: CellPlace): GridSelection {
  return { active: anchor, anchor, corner, home: anchor.column };
}

/** The marked block. */
export function selectedRect({ anchor, corner }: GridSelection): CellRect {
  return rectOf(anchor, corner);
}

export function isSingleCell({ anchor, corner }: GridSelection): boolean {
  return isSamePlace(anchor, corner);
}

/** Lets the block reach to `corner`; the active cell stays. */
export function extendTo(selection: GridSelection, corner: CellPlace): GridSelection {
  return { ...selection, anchor: selection.active, corner };
}

/** The same block, by so many rows further down. */
export function shiftRows(selection: GridSelection, by: number): GridSelection {
  const shift = ({ row, column }: CellPlace): CellPlace => ({ row: Math.max(0, row + by), column });
  const { active, anchor, corner } = selection;
  return { ...selection, active: shift(active), anchor: shift(anchor), corner: shift(corner) };
}

/** Keeps the selection inside a grid that has become smaller. */
export function clampSelection(selection: GridSelection, size: GridSize): GridSelection {
  const fits = ({ row, column }: CellPlace) => row < size.rows && column < size.columns;
  const { active, anchor, corner, home } = selection;
  if (fits(active) && fits(anchor) && fits(corner) && home < size.columns) return selection;
  const rect = {
    anchor: clampPlace(anchor, size),
    corner: clampPlace(corner, size),
    active: clampPlace(active, size),
  };
  return { ...rect, home: Math.max(0, Math.min(home, size.columns - 1)) };
}

/** The selection after a move by keys. */
export function moveSelection(selection: GridSelection, move: GridMove, frame: MoveFrame): GridSelection {
  const { size } = frame;
  const last: CellPlace = { row: size.rows - 1, column: size.columns - 1 };
  switch (move.kind) {
    case 'all':
      return { ...selection, anchor: { row: 0, column: 0 }, corner: last };
    case 'whole-rows': {
      const { top, bottom } = selectedRect(selection);
      return { ...selection, anchor: { row: top, column: 0 }, corner: { row: bottom, column: last.column } };
    }
    case 'whole-columns': {
      const { left, right } = selectedRect(selection);
      return { ...selection, anchor: { row: 0, column: left }, corner: { row: last.row, column: right } };
    }
    case 'step':
    case 'page':
    case 'end': {
      const from = move.extend ? selection.corner : selection.active;
      const to = clampPlace(placeAfter(from, move, frame), size);
      return move.extend ? extendTo(selection, to) : selectCell(to);
    }
  }
}

type PlainMove = Extract<GridMove, { kind: 'step' | 'page' | 'end' }>;

function placeAfter(from: CellPlace, move: PlainMove, { size, pageRows, isFilled }: MoveFrame): CellPlace {
  switch (move.kind) {
    case 'step':
      return move.toEdge ? edgeFrom(from, move.direction, size, isFilled) : stepFrom(from, move.direction);
    case 'page':
      return { ...from, row: from.row + (move.down ? pageRows : -pageRows) };
    case 'end': {
      const column = move.last ? size.columns - 1 : 0;
      if (!move.ofGrid) return { ...from, column };
      return { row: move.last ? size.rows - 1 : 0, column };
    }
  }
}

function stepFrom({ row, column }: CellPlace, direction: Direction): CellPlace {
  switch (direction) {
    case 'up':
      return { row: row - 1, column };
    case 'down':
      return { row: row + 1, column };
    case 'left':
      return { row, column: column - 1 };
    case 'right':
      return { row, column: column + 1 };
  }
}

/**
 * Where Ctrl and an arrow key lead, as in Excel: through filled cells to the last of them, else over empty ones to the
 * next filled cell or the end.
 */
function edgeFrom(
  from: CellPlace,
  direction: Direction,
  size: GridSize,
  isFilled: (place: CellPlace) => boolean,
): CellPlace {
  const next = (place: CellPlace): CellPlace => stepFrom(place, direction);
  const isIn = ({ row, column }: CellPlace) =>
    row >= 0 && column >= 0 && row < size.rows && column < size.columns;
  let at = next(from);
  if (!isIn(at)) return from;
  const inBlock = isFilled(from) && isFilled(at);
  for (;;) {
    const ahead = next(at);
    if (!isIn(ahead) || (inBlock ? !isFilled(ahead) : isFilled(at))) return at;
    at = ahead;
  }
}

/** Where Tab and Enter lead from a cell that is done with. */
export interface GoOn {
  readonly key: 'tab' | 'enter';
  readonly back: boolean;
}

/**
 * The selection after Tab or Enter. In a marked block the active cell goes round in the block. Else Tab goes from cell to cell
 * and on to the next row, and Enter down to the column where the row was begun. Null when Tab leads out of the grid.
 */
export function goOn(selection: GridSelection, { key, back }: GoOn, size: GridSize): GridSelection | null {
  const by = back ? -1 : 1;
  const { active, home } = selection;
  if (!isSingleCell(selection)) {
    return { ...selection, active: roundIn(selectedRect(selection), active, key, by) };
  }
  if (key === 'enter') {
    const row = Math.max(0, Math.min(active.row + by, size.rows - 1));
    return selectCell({ row, column: Math.min(home, size.columns - 1) });
  }
  const index = active.row * size.columns + active.column + by;
  if (index < 0 || index >= size.rows * size.columns) return null;
  const place = { row: Math.floor(index / size.columns), column: index % size.columns };
  // A new row is begun where the one before it was; within the row Enter leads back to its first cell.
  return { ...selectCell(place), home: place.row === active.row ? home : place.column };
}

function roundIn(rect: CellRect, active: CellPlace, key: GoOn['key'], by: number): CellPlace {
  const { top, left, bottom, right } = rect;
  const rows = bottom - top + 1;
  const columns = right - left + 1;
  const at = isInside(rect, active) ? active : { row: top, column: left };
  const row = at.row - top;
  const column = at.column - left;
  const count = rows * columns;
  const index = (key === 'tab' ? row * columns + column : column * rows + row) + by;
  const round = (index + count) % count;
  return key === 'tab'
    ? { row: top + Math.floor(round / columns), column: left + (round % columns) }
    : { row: top + (round % rows), column: left + Math.floor(round / rows) };
}
