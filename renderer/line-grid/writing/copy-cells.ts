import { writeTsv } from '../../../shared/drafts/tsv.ts';
import type { CellRect, GridColumn, GridRow } from '../model/grid-model.ts';

/**
 * The cells of a block as text for the clipboard, without the empty row at the end. Several rows are closed by a line break, as
 * spreadsheets do it: else an empty last row would be taken for that break.
 */
export function copiedText(rows: readonly GridRow[], columns: readonly string[], rect: CellRect): string {
  return asText(cellsOf(rows, columns, rect));
}

/** The same below the headings of its columns, for a table that is to explain itself elsewhere. */
export function copiedWithHeadings(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  rect: CellRect,
): string {
  const headings = columns.slice(rect.left, rect.right + 1).map(({ label }) => label);
  const ids = columns.map(({ id }) => id);
  return asText([headings, ...cellsOf(rows, ids, rect)]);
}

function cellsOf(
  rows: readonly GridRow[],
  columns: readonly string[],
  { top, left, bottom, right }: CellRect,
): string[][] {
  const shown = columns.slice(left, right + 1);
  return rows.slice(top, bottom + 1).map(({ fields }) => shown.map((column) => fields[column] ?? ''));
}

function asText(cells: readonly (readonly string[])[]): string {
  return cells.length > 1 ? `${writeTsv(cells)}\n` : writeTsv(cells);
}
