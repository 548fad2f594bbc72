import Big from 'big.js';

/**
 * Whether more of a part is wanted than is available of it (`Part.available`). Both are plain decimal texts, and compared
 * exactly. What is not known is not exceeded.
 */
export function isShort(wanted: string, available: string | null): boolean {
  return available !== null && new Big(wanted).gt(available);
}
