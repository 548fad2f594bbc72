import Big from 'big.js';
import { type QuantityReading, readQuantity } from './quantity.ts';

const TIMES = /[*x×]/i;
/** Packs of boxes of pieces: nobody counts deeper. */
const MOST_FACTORS = 4;

/** Nothing but what stands in numbers, and a sign between them: `max` is no product. */
const PRODUCT = /^[\d.,\s+-]*[*x×][\d.,\s+*x×-]*$/i;

/** True if the text is a product such as `2*12` and not yet a plain quantity. */
export function isQuantityProduct(typed: string): boolean {
  return PRODUCT.test(typed);
}

/**
 * Reads a quantity or a product of some: `5`, `2*12`, `3 x 6`, `2×12`. The answer is the exact product as `readQuantity`
 * writes it, under the same rules: more than zero, at most 12 digits before the point and 6 behind it.
 */
export function readQuantityExpression(typed: string): QuantityReading {
  if (!isQuantityProduct(typed)) return readQuantity(typed);
  const text = typed.trim();
  const factors = text.split(new RegExp(TIMES, 'gi')).map((factor) => factor.trim());
  if (factors.some((factor) => factor === '')) {
    return { ok: false, problem: `“${text}” lacks a number. Write it such as 2*12.` };
  }
  if (factors.length > MOST_FACTORS) {
    return { ok: false, problem: `“${text}” has more than ${MOST_FACTORS} numbers. Work it out first.` };
  }
  let product = new Big(1);
  for (const factor of factors) {
    const reading = readQuantity(factor);
    if (!reading.ok) return reading;
    product = product.times(reading.value);
  }
  const reading = readQuantity(product.toFixed());
  if (reading.ok) return reading;
  return {
    ok: false,
    problem: `“${text}” comes to ${shorten(product)}, which is too long: a quantity has at most 12 digits before the point and 6 behind it.`,
  };
}

/** The product where the text is one that can be reckoned, else the text as it is: half a product may be typed on. */
export function workedOut(typed: string): string {
  if (!isQuantityProduct(typed)) return typed;
  const reading = readQuantityExpression(typed);
  return reading.ok ? reading.value : typed;
}

/** Why a text that stands for a quantity can't be sent; null when it can. A product has to be worked out first. */
export function quantityProblem(typed: string): string | null {
  const plain = readQuantity(typed);
  if (plain.ok) return null;
  // Without a digit it is a word, such as a lonely “x”.
  const reading = /\d/.test(typed) ? readQuantityExpression(typed) : plain;
  return reading.ok ? plain.problem : reading.problem;
}

function shorten(product: Big): string {
  const text = product.toFixed();
  return text.length <= 24 ? text : `${text.slice(0, 24)}…`;
}
