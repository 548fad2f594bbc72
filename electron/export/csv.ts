import { csvText } from '../../shared/import/create/csv-text.ts';
import { BYTE_ORDER_MARK } from '../../shared/import/create/line-files.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';

/**
 * Records as the text of a CSV file: a heading, a row each, CRLF, for Excel. Cells that a spreadsheet would run as a
 * formula get an apostrophe in front (design section 9).
 */
export function csvOf(columns: readonly string[], rows: readonly PimsFields[]): string {
  return (
    BYTE_ORDER_MARK + csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
  );
}
