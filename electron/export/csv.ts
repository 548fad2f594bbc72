import Papa from 'papaparse';
import type { PimsFields } from '../../shared/pims/fields.ts';

/** Excel takes a CSV for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What makes a spreadsheet read a cell as a formula, also behind blanks or in full width. */
const FORMULA_START = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * Records as the text of a CSV file: a heading, a row each, CRLF, for Excel. Cells that a spreadsheet would run as a
 * formula get an apostrophe in front (design section 9).
 */
export function csvOf(columns: readonly string[], rows: readonly PimsFields[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const text = Papa.unparse(
    lines.map((line) => [...line]),
    { newline: '\r\n', escapeFormulae: FORMULA_START },
  );
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
