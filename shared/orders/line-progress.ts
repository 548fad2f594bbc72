import Big from 'big.js';
import { readQuantity } from '../drafts/quantity.ts';
import type { PimsFields } from '../pims/fields.ts';

/** How much of a line has left the house. `unknown` when PIMS gave no figures that can be compared. */
export interface LineProgress {
  readonly state: 'none' | 'part' | 'all' | 'unknown';
  /** As PIMS wrote them. */
  readonly shipped: string;
  readonly quantity: string;
}

/** Compares NUMBER_SHIPPED with QUANTITY (pims-orders: Get a single order), exactly. */
export function lineProgress(fields: PimsFields): LineProgress {
  const shipped = (fields.NUMBER_SHIPPED ?? '').trim();
  const quantity = (fields.QUANTITY ?? '').trim();
  const state = compare(shipped, quantity);
  return { state, shipped, quantity };
}

function compare(shipped: string, quantity: string): LineProgress['state'] {
  if (/^0+(\.0+)?$/.test(shipped)) return 'none';
  const gone = readQuantity(shipped);
  const ordered = readQuantity(quantity);
  if (!gone.ok || !ordered.ok) return 'unknown';
  return new Big(gone.value).lt(ordered.value) ? 'part' : 'all';
}
