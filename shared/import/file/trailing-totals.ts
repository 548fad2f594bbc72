import type { FileRow } from './file-reading.ts';

const TOTAL =
  /^(?:grand[\s-]*|sub[\s-]*)?(?:totals?|sum|summe|gesamt(?:summe|betrag)?|zwischensumme|total(?:\s+général)?|somme|sous-total)\b/i;
const FOOTER =
  /^(?:end of (?:report|file|list)|ende|fin|\*+|-+|=+|\d[\d.,]* (?:rows?|lines?|items?|records?|zeilen|lignes|artikel))\b|^[*=-]{3,}$/i;
/** More than these are no foot of a table any more. */
const MOST_AT_END = 5;

/**
 * How many rows at the end of a table are totals or footers: “Total;;1204”, “37 rows”. A total names itself in its first
 * filled cell and leaves cells blank that rows fill; anything less clear stays a row.
 */
export function countTrailingTotals(rows: readonly FileRow[], width: number): number {
  let count = 0;
  while (count < MOST_AT_END && count < rows.length) {
    const row = rows[rows.length - 1 - count];
    if (row === undefined || !isTotal(row, width)) break;
    count += 1;
  }
  return count;
}

function isTotal({ cells }: FileRow, width: number): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = texts;
  if (width < 2 || texts.length >= width) return false;
  return TOTAL.test(first) || (texts.length === 1 && FOOTER.test(first));
}
