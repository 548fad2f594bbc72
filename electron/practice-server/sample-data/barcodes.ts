import type { Dice } from './dice.ts';
import { DIGITS } from './dice.ts';

/**
 * The GS1 check digit of the digits before it: weights 3 and 1 from the right. Valid for UPC-A
 * (11 digits before it) and EAN-13 (12).
 */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(digits.charAt(index)) * weight;
  }
  return String((10 - (sum % 10)) % 10);
}

/** A UPC-A in the range kept for use within a shop (4…), so it belongs to no product that exists. */
export function upc(dice: Dice): string {
  const digits = `4${dice.text(DIGITS, 10)}`;
  return digits + checkDigit(digits);
}

/** An EAN-13 in the range kept for use within a shop (29…), so it belongs to no product that exists. */
export function ean(dice: Dice): string {
  const digits = `29${dice.text(DIGITS, 10)}`;
  return digits + checkDigit(digits);
}
