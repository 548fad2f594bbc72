import { writeTsv } from '../../../shared/drafts/tsv.ts';
import type { CellRect, GridRow } from '../model/grid-model.ts';

/**
 * The cells of a block as text for the clipboard, without the empty row at the end. Several rows are closed by a line break, as
 * spreadsheets do it: else an empty last row would be taken for that break.
 */
export function copiedText(
  rows: readonly GridRow[],
  columns: readonly string[],
  { top, left, bottom, right }: CellRect,
): string {
  const shown = columns.slice(left, right + 1);
  const copied = rows.slice(top, bottom + 1).map(({ fields }) => shown.map((column) => fields[column] ?? ''));
  return copied.length > 1 ? `${writeTsv(copied)}\n` : writeTsv(copied);
}
