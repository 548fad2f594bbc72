import { z } from 'zod';

/** The order of year, month and day in the dates of a column. */
export const dateReadings = ['ymd', 'dmy', 'mdy'] as const;
export const dateReadingSchema = z.enum(dateReadings);
export type DateReading = z.infer<typeof dateReadingSchema>;

const NUMBERS = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T ,].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED = /^(\d{1,2})[-. ]+(\p{L}{3,9})\.?[-. ,]+(\d{4}|\d{2})$|^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u;
/** The beginnings of the names of months in English, German and French, without accents. */
const months = [
  'jan',
  'feb fev',
  'mar mrz',
  'apr avr',
  'may mai',
  'jun juin',
  'jul juil',
  'aug aou',
  'sep',
  'oct okt',
  'nov',
  'dec dez',
];

/**
 * Reads a date as the column is read, to the form of PIMS, 05/15/2026 (pims-orders: Get a single order). A time behind it
 * is dropped. Null when it is no date so.
 */
export function readDate(raw: string, reading: DateReading): string | null {
  const text = raw.trim();
  const compact = COMPACT.exec(text);
  if (compact !== null) return toPims(compact[1], compact[2], compact[3]);
  const named = NAMED.exec(text);
  if (named !== null) {
    const month = monthOf(named[2] ?? named[4] ?? '');
    return month === null ? null : toPims(named[3] ?? named[6], String(month), named[1] ?? named[5]);
  }
  const found = NUMBERS.exec(text);
  if (found === null) return null;
  const [, first, , second, third] = found;
  if (first?.length === 4) return reading === 'ymd' ? toPims(first, second, third) : null;
  switch (reading) {
    case 'ymd':
      return null;
    case 'dmy':
      return toPims(third, second, first);
    case 'mdy':
      return toPims(third, first, second);
  }
}

function monthOf(name: string): number | null {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const found = months.findIndex((starts) => starts.split(' ').some((start) => plain.startsWith(start)));
  return found < 0 ? null : found + 1;
}

function toPims(year = '', month = '', day = ''): string | null {
  if (year.length !== 4 && year.length !== 2) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const isReal =
    date.getUTCFullYear() === full && date.getUTCMonth() === Number(month) - 1 && day.length <= 2;
  return isReal ? `${month.padStart(2, '0')}/${day.padStart(2, '0')}/${full}` : null;
}
