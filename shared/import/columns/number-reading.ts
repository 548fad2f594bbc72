import { z } from 'zod';

/** How the numbers of a column are written: which sign parts the decimals. */
export const numberReadings = ['point', 'comma'] as const;
export const numberReadingSchema = z.enum(numberReadings);
export type NumberReading = z.infer<typeof numberReadingSchema>;

const SPACES = String.raw`  \u00a0\u202f'’`;
/** Thousands are parted everywhere alike, by a sign that is not the decimal one. A minus may stand behind, as SAP writes it. */
const patterns: Readonly<Record<NumberReading, RegExp>> = {
  point: new RegExp(
    String.raw`^([+-]?)(\d+|[1-9]\d{0,2}(?:([,${SPACES}])\d{3})(?:\3\d{3})*)?(?:\.(\d*))?(-?)$`,
  ),
  comma: new RegExp(
    String.raw`^([+-]?)(\d+|[1-9]\d{0,2}(?:([.${SPACES}])\d{3})(?:\3\d{3})*)?(?:,(\d*))?(-?)$`,
  ),
};

const PLAIN = /^\d+$/;
const PLAIN_DECIMAL = /^\d+\.\d+$/;

/** True for digits alone, which say the same in every reading. */
export function isPlainNumber(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Reads a number as the column is read, to plain decimal form: `-1204.5`. Null when it is no number so. Text in, text out:
 * no float touches it.
 */
export function readNumber(raw: string, reading: NumberReading): string | null {
  const text = raw.trim();
  if (isPlainNumber(text) || (reading === 'point' && PLAIN_DECIMAL.test(text))) return text;
  const found = patterns[reading].exec(text);
  if (found === null || !/\d/.test(text)) return null;
  const [, sign = '', whole = '', , decimals = '', after = ''] = found;
  if (sign !== '' && after !== '') return null;
  const digits = whole.replace(/\D/g, '') || '0';
  return `${sign === '-' || after === '-' ? '-' : ''}${digits}${decimals === '' ? '' : `.${decimals}`}`;
}
