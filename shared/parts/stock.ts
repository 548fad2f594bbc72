import Big from 'big.js';
import { readQuantity } from '../drafts/quantity.ts';

/** `short`: more is wanted than is available. `unknown`: one of the two is not known, so nothing is to be said. */
export type StockVerdict = 'enough' | 'short' | 'unknown';

/**
 * Whether a quantity, as it is typed, exceeds what is available of its part (`Part.available`). Exact, however many
 * decimals there are.
 */
export function judgeStock(quantity: string, available: string | null): StockVerdict {
  const reading = readQuantity(quantity);
  if (!reading.ok || available === null) return 'unknown';
  return new Big(reading.value).gt(available) ? 'short' : 'enough';
}
