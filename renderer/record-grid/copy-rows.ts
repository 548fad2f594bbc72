import { writeTsv } from '../../shared/drafts/tsv.ts';
import { type GridCursor, markedRows } from './grid-cursor.ts';
import type { GridRow } from './sorted-rows.ts';

/** What goes to the clipboard: the marked rows as a spreadsheet reads them, or the one cell. */
export function copiedText(
  rows: readonly GridRow[],
  columns: readonly string[],
  cursor: GridCursor | null,
): string | undefined {
  const marked = markedRows(
    cursor,
    rows.map((row) => row.id),
  );
  if (cursor === null || marked === undefined) return undefined;
  if (!cursor.wholeRows) return rows[marked.first]?.fields[cursor.column] ?? '';
  return writeTsv(
    rows.slice(marked.first, marked.last + 1).map((row) => columns.map((field) => row.fields[field] ?? '')),
  );
}
