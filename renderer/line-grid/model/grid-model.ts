/** The fields of a row, by column. What is absent is empty. */
export type RowFields = Readonly<Record<string, string>>;

/** A row of the grid. A row that changes is a new object with the same id; the others keep their identity. */
export interface GridRow {
  readonly id: string;
  readonly fields: RowFields;
}

export interface GridColumn {
  /** Also the name of the field that it shows. */
  readonly id: string;
  readonly label: string;
  /** Quantities and amounts stand at the right. */
  readonly isFigure: boolean;
  /** px, until the person chooses another. */
  readonly width: number;
}

/** Where a changed value stands on its way. */
export type CellState = 'changed' | 'saving' | 'saved' | 'conflict' | 'sent';

/** What is to be seen of a cell beside its value. */
export interface CellLook {
  /** What is wrong with the value; null when nothing is. */
  readonly problem: string | null;
  readonly state: CellState | null;
  /** What stood there before the change; null when that is not to be shown. */
  readonly was: string | null;
  /** What is said of the state, such as “Was 5”; empty for nothing. */
  readonly words: string;
  /** Stands quietly beside the value; empty for nothing. */
  readonly aside: string;
  /** What the person should consider, though nothing is wrong; null when there is nothing. It marks what stands beside. */
  readonly warning: string | null;
}

/** A value for a cell. */
export interface CellWrite {
  readonly rowId: string;
  readonly column: string;
  readonly value: string;
}

/** What a person does in the grid, for the owner of the rows to carry out. Each is one step of undo. */
export type GridCommand =
  /** Values for cells, and rows that come with them behind the last one. `typing` goes on in the same cell until it is left. */
  | {
      readonly kind: 'write';
      readonly cells: readonly CellWrite[];
      readonly added: readonly RowFields[];
      readonly typing: boolean;
    }
  /** What is being typed is not wanted: the cell is as it was before. */
  | { readonly kind: 'cancel-typing' }
  /** A suggestion goes into a cell, by its id, and whatever belongs to it into others. It ends the typing, and is one step with it. */
  | {
      readonly kind: 'take';
      readonly rowId: string;
      readonly column: string;
      readonly suggestion: string;
    }
  /** The person left the cell; null is the empty row at the end. */
  | { readonly kind: 'leave'; readonly rowId: string | null; readonly column: string }
  /** `after` is null for the very beginning. */
  | { readonly kind: 'insert'; readonly after: string | null; readonly rows: readonly RowFields[] }
  | { readonly kind: 'remove'; readonly rowIds: readonly string[] }
  /** Puts rows behind another, in the order in which they stand. */
  | { readonly kind: 'move'; readonly rowIds: readonly string[]; readonly after: string | null };

/** A cell by where it stands in the view; the row may be the empty one at the end. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, both ends included. */
export interface CellRect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many rows and columns there are to move in, the empty row at the end included. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function rowCount({ top, bottom }: CellRect): number {
  return bottom - top + 1;
}

export function columnCount({ left, right }: CellRect): number {
  return right - left + 1;
}

/** The block that two corners span. */
export function rectOf(one: CellPlace, other: CellPlace): CellRect {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function isInside({ top, left, bottom, right }: CellRect, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function isSamePlace(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

/** A cell kept inside the grid; the first one where there is none. */
export function clampPlace({ row, column }: CellPlace, size: GridSize): CellPlace {
  return { row: clamp(row, size.rows), column: clamp(column, size.columns) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}

/** What is known of a cell, as one text: sentences, with the last one as it is. */
export function aboutWords(parts: readonly (string | null | undefined)[]): string {
  const said = parts.filter((part): part is string => part !== null && part !== undefined && part !== '');
  return said.map((part, index) => (index < said.length - 1 ? part.replace(/\.$/, '') : part)).join('. ');
}
