/** Where a person is in a grid, by ids, so that sorting and new columns leave them on the same cell. */
export interface GridCursor {
  readonly rowId: string;
  readonly column: string;
  /** The other end of the marked rows; the same as `rowId` when one row is marked. */
  readonly anchorId: string;
  /** True when rows are marked as a whole, not one cell. */
  readonly wholeRows: boolean;
}

export type CursorMove =
  | { readonly kind: 'rows'; readonly by: number; readonly extend: boolean }
  | { readonly kind: 'columns'; readonly by: number }
  | { readonly kind: 'row'; readonly index: number; readonly extend: boolean }
  | { readonly kind: 'this-row' }
  | { readonly kind: 'all' };

/** The cursor after a move; null in a grid without rows or columns. Without a cursor a move enters at the first cell. */
export function moveCursor(
  cursor: GridCursor | null,
  move: CursorMove,
  rowIds: readonly string[],
  columns: readonly string[],
): GridCursor | null {
  const [firstRow] = rowIds;
  const [firstColumn] = columns;
  if (firstRow === undefined || firstColumn === undefined) return null;
  const at = cursor === null ? -1 : rowIds.indexOf(cursor.rowId);
  if (cursor === null || at < 0) {
    const rowId = move.kind === 'row' ? (rowIds[clamp(move.index, rowIds.length)] ?? firstRow) : firstRow;
    return { rowId, column: firstColumn, anchorId: rowId, wholeRows: false };
  }
  const toRow = (index: number, extend: boolean): GridCursor => {
    const rowId = rowIds[clamp(index, rowIds.length)] ?? firstRow;
    return { ...cursor, rowId, anchorId: extend ? cursor.anchorId : rowId, wholeRows: extend };
  };
  switch (move.kind) {
    case 'rows':
      return toRow(at + move.by, move.extend);
    case 'row':
      return toRow(move.index, move.extend);
    case 'columns': {
      const column = columns[clamp(columns.indexOf(cursor.column) + move.by, columns.length)] ?? firstColumn;
      return { ...cursor, column, anchorId: cursor.rowId, wholeRows: false };
    }
    case 'this-row':
      return { ...cursor, wholeRows: true };
    case 'all':
      return { ...cursor, anchorId: firstRow, rowId: rowIds.at(-1) ?? firstRow, wholeRows: true };
  }
}

/** The first and last index of the marked rows; undefined without a cursor, or when its row is gone. */
export function markedRows(
  cursor: GridCursor | null,
  rowIds: readonly string[],
): { readonly first: number; readonly last: number } | undefined {
  if (cursor === null) return undefined;
  const at = rowIds.indexOf(cursor.rowId);
  if (at < 0) return undefined;
  const anchor = rowIds.indexOf(cursor.anchorId);
  if (anchor < 0) return { first: at, last: at };
  return { first: Math.min(at, anchor), last: Math.max(at, anchor) };
}

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Which move a key means in a grid that shows `pageRows` rows at a time; undefined for other keys. */
export function readCursorKey(event: PressedKey, pageRows: number): CursorMove | undefined {
  const { key, shiftKey: extend } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return undefined;
  if (mod && key.toLowerCase() === 'a') return { kind: 'all' };
  if (key === ' ' && extend) return { kind: 'this-row' };
  switch (key) {
    case 'ArrowDown':
      return mod ? undefined : { kind: 'rows', by: 1, extend };
    case 'ArrowUp':
      return mod ? undefined : { kind: 'rows', by: -1, extend };
    case 'ArrowRight':
      return mod ? undefined : { kind: 'columns', by: 1 };
    case 'ArrowLeft':
      return mod ? undefined : { kind: 'columns', by: -1 };
    case 'PageDown':
      return { kind: 'rows', by: pageRows, extend };
    case 'PageUp':
      return { kind: 'rows', by: -pageRows, extend };
    case 'Home':
      return { kind: 'row', index: 0, extend };
    case 'End':
      return { kind: 'row', index: Number.MAX_SAFE_INTEGER, extend };
    default:
      return undefined;
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
