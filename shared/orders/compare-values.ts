import Big from 'big.js';

/** How the values of one column are put in order. PIMS writes everything as text (pims-orders). */
export type ColumnKind = 'number' | 'date' | 'text';

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** What a column holds, judged by all its values; blank ones say nothing. A mixed column is text. */
export function columnKind(values: Iterable<string>): ColumnKind {
  let kind: ColumnKind | undefined;
  for (const value of values) {
    const text = value.trim();
    if (text === '') continue;
    const found: ColumnKind = NUMBER.test(text) ? 'number' : DATE.test(text) ? 'date' : 'text';
    if (found === 'text' || (kind !== undefined && kind !== found)) return 'text';
    kind = found;
  }
  return kind ?? 'text';
}

/**
 * Puts two values of a column in ascending order. Numbers go by their exact value, dates (MM/DD/YYYY) by the
 * calendar, text by the person's language with digits read as numbers, so that INV99 comes before INV100.
 * Values that count as equal are told apart by their characters: the order is always the same.
 */
export function compareValues(kind: ColumnKind, a: string, b: string): number {
  return compareByKind(kind, a.trim(), b.trim()) || compareCharacters(a, b);
}

function compareByKind(kind: ColumnKind, a: string, b: string): number {
  switch (kind) {
    case 'number':
      return compareNumbers(a.replaceAll(',', ''), b.replaceAll(',', ''));
    case 'date':
      return compareCharacters(dateKey(a), dateKey(b));
    case 'text':
      return collator.compare(a, b);
  }
}

/** Rounding to a float keeps the order, so the exact comparison is needed for ties alone. */
function compareNumbers(a: string, b: string): number {
  const rough = Number(a) - Number(b);
  if (rough !== 0 || a === b) return rough;
  return new Big(a).cmp(new Big(b));
}

function dateKey(text: string): string {
  const [, month = '', day = '', year = '', hour = '', minute = '', second = ''] = DATE.exec(text) ?? [];
  return [year, month, day, hour, minute, second].map((part) => part.padStart(2, '0')).join('');
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compareCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
