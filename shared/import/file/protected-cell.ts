/** What makes a spreadsheet read a cell as a formula, also behind blanks or in full width. */
const FORMULA = String.raw`(?:[\t\r\n]|\s*[=+\-@＝＋－＠])`;

/**
 * Cells to which a file for spreadsheets puts an apostrophe in front, so that none runs as a formula: those that begin like
 * one, and those that have apostrophes before it already, so that `takeOffProtection` gives each back as it was.
 */
export const PROTECTED_START = new RegExp(`^'*${FORMULA}`);
const PROTECTION = new RegExp(`^'+${FORMULA}`);

/** A cell without the apostrophe that an export put in front of it. */
export function takeOffProtection(cell: string): string {
  return cell.startsWith("'") && PROTECTION.test(cell) ? cell.slice(1) : cell;
}
