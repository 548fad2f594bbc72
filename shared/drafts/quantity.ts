import Big from 'big.js';

/** Why a typed quantity can't be sent, or its plain decimal form. */
export type QuantityReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string };

/** Most quantities: such a text is its own plain form, and reckoning with it would only cost time. */
const WHOLE_NUMBER = /^[1-9]\d{0,11}$/;
const PLAIN_NUMBER = /^\d{1,12}(\.\d{1,6})?$/;

/** Reads a quantity: a positive decimal number. Text in, text out, so that no float ever touches it. */
export function readQuantity(typed: string): QuantityReading {
  const text = typed.trim();
  if (WHOLE_NUMBER.test(text)) return { ok: true, value: text };
  if (text === '') return { ok: false, problem: 'Enter a quantity.' };
  if (/^-/.test(text)) return { ok: false, problem: 'The quantity has to be more than zero.' };
  if (!PLAIN_NUMBER.test(text)) {
    return { ok: false, problem: `“${text}” is not a number. Write it with digits alone, such as 5 or 2.5.` };
  }
  const value = new Big(text);
  if (value.lte(0)) return { ok: false, problem: 'The quantity has to be more than zero.' };
  return { ok: true, value: value.toFixed() };
}

/** The exact sum of the quantities that can be read; the others count nothing. */
export function totalUnits(quantities: Iterable<string>): string {
  let total = new Big(0);
  for (const typed of quantities) {
    const reading = readQuantity(typed);
    if (reading.ok) total = total.plus(reading.value);
  }
  return total.toFixed();
}
