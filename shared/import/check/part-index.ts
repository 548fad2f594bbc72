import { partKey } from '../../parts/part.ts';

/** Part codes prepared so that one is found again that a spreadsheet has damaged. */
export interface PartIndex {
  has(code: string): boolean;
  /** The codes that a spreadsheet turns into this text; none when it is no damage that can be undone. */
  before(damaged: string): string[];
}

const DIGITS = /^\d+(?:[.,]\d+)?$/;
const EXPONENT = /^(\d)(?:[.,](\d+))?E\+(\d+)$/i;
const NAMED_DATE =
  /^(?:(\d{1,4})[-. /]{1,2}(\p{L}{3,9})\.?|(\p{L}{3,9})\.?[-. /](\d{1,4}))(?:[-. /]\d{2,4})?$/u;
const FULL_DATE = /^(?:(\d{1,2})([-./])(\d{1,2})\2\d{4}|\d{4}-(\d{2})-(\d{2}))(?:[ T]00:00(?::00)?)?$/;
const months = [
  'jan',
  'feb|fev',
  'mar|mrz',
  'apr|avr',
  'may|mai',
  'jun|juin',
  'jul|juil',
  'aug|aou',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez',
].map((starts) => new RegExp(`^(?:${starts})`));

/** True for a text that a spreadsheet has surely made of something else: `1.94E+11`, `Mar-05`, `05.03.2026`. */
export function looksDamaged(code: string): boolean {
  return EXPONENT.test(code) || datesOf(code).length > 0;
}

/** Prepares the codes that are known, such as those of the parts that were read from PIMS before. */
export function indexParts(codes: Iterable<string>): PartIndex {
  const keys = new Set<string>();
  const byNumber = new Map<string, string[]>();
  const byLength = new Map<number, string[]>();
  const byDate = new Map<string, string[]>();
  for (const code of codes) {
    keys.add(partKey(code));
    if (DIGITS.test(code)) put(byNumber, numberKey(code), code);
    const value = /^\d+(?:E\d+)?$/i.test(code) ? Number(code) : Number.NaN;
    if (Number.isFinite(value) && value >= 1e4) put(byLength, Math.floor(Math.log10(value) + 1e-12), code);
    for (const date of turnedToDate(code)) put(byDate, date, code);
  }
  return {
    has: (code) => keys.has(partKey(code)),
    before(damaged) {
      const exponent = EXPONENT.exec(damaged);
      if (exponent !== null) {
        const [, first = '', decimals = '', power = ''] = exponent;
        const shown = `${first}${decimals === '' ? '' : `.${decimals}`}e+${Number(power)}`;
        const candidates = byLength.get(Number(power)) ?? [];
        return candidates.filter((code) => Number(code).toExponential(decimals.length) === shown);
      }
      const dates = datesOf(damaged);
      if (dates.length > 0) return [...new Set(dates.flatMap((date) => byDate.get(date) ?? []))];
      if (!DIGITS.test(damaged)) return [];
      return (byNumber.get(numberKey(damaged)) ?? []).filter((code) => code !== damaged);
    },
  };
}

function put<K>(map: Map<K, string[]>, key: K, code: string): void {
  const codes = map.get(key);
  if (codes === undefined) map.set(key, [code]);
  else codes.push(code);
}

/** Without the zeros that a spreadsheet drops: `007` and `6.10` become 7 and 6.1. */
function numberKey(code: string): string {
  const [whole = '', decimals = ''] = code.split(/[.,]/);
  const rest = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

function monthOf(name: string): number {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return months.findIndex((start) => start.test(plain)) + 1;
}

/** Month and the other number of a text that is shown as a date; both orders where nobody can tell. */
function datesOf(text: string): string[] {
  const named = NAMED_DATE.exec(text);
  if (named !== null) {
    const month = monthOf(named[2] ?? named[3] ?? '');
    return month === 0 ? [] : [`${month}:${Number(named[1] ?? named[4])}`];
  }
  const full = FULL_DATE.exec(text);
  if (full === null) return [];
  const one = Number(full[1] ?? full[4]);
  const other = Number(full[3] ?? full[5]);
  return [...new Set([`${one}:${other}`, `${other}:${one}`])];
}

/** What a spreadsheet takes a code for: `MAR5`, `5-MAR`, `3-5`, `SEPT2`. */
function turnedToDate(code: string): string[] {
  const numbers = /^(\d{1,2})[-/](\d{1,2})(?:[-/]\d{2,4})?$/.exec(code);
  if (numbers !== null) {
    const one = Number(numbers[1]);
    const other = Number(numbers[2]);
    return [`${one}:${other}`, `${other}:${one}`];
  }
  const named = /^(?:(\d{1,2})[-/ ]?([A-Za-z]{3,9})|([A-Za-z]{3,9})[-/ ]?(\d{1,4}))$/.exec(code);
  if (named === null) return [];
  const month = monthOf(named[2] ?? named[3] ?? '');
  return month === 0 ? [] : [`${month}:${Number(named[1] ?? named[4])}`];
}
