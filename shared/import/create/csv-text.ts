import Papa from 'papaparse';
import type { Delimiter } from '../file/file-reading.ts';
import { PROTECTED_START } from '../file/protected-cell.ts';

/**
 * Rows as the text of a CSV file for spreadsheets, CRLF after each. Cells that a spreadsheet would run as a formula get an
 * apostrophe in front, which our import takes off again.
 */
export function csvText(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string {
  const text = Papa.unparse(
    rows.map((cells) => [...cells]),
    { delimiter, newline: '\r\n', escapeFormulae: PROTECTED_START },
  );
  return `${text}\r\n`;
}
