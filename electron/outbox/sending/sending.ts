import type { DeskError } from '../../../shared/errors.ts';
import type { OrderNumber } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { OrderQuery } from '../../../shared/pims/filters.ts';

/** The calls of PIMS that the outbox makes. */
export interface PimsCalls {
  queryOrders(query: OrderQuery): Promise<PimsFields[]>;
  readOrder(orderNumber: OrderNumber): Promise<{ fields: PimsFields; lines: PimsFields[] }>;
  createOrder(fields: PimsFields): Promise<OrderNumber>;
  addLine(orderNumber: OrderNumber, fields: PimsFields): Promise<PimsFields>;
  updateLine(orderNumber: OrderNumber, lockCode: string, changes: PimsFields): Promise<PimsFields>;
}

/** How far sending a submission came. */
export type Sending =
  | { readonly ended: 'sent' | 'needs-attention' | 'withdrawn' }
  /** It goes on later, at the step where it stopped. */
  | { readonly ended: 'interrupted' }
  /** This one alone waits: until what was sent has settled, or until PIMS shows what it has. */
  | { readonly ended: 'pause'; readonly delayMs: number }
  | { readonly ended: 'wait'; readonly error: DeskError; readonly retryAfterMs: number | null }
  /** `untilPerson`: a write met it, so that a read which works proves nothing. */
  | { readonly ended: 'hold'; readonly error: DeskError; readonly untilPerson: boolean };

/** How much a sending's end has to say when several steps ended at once: the last one decides. */
const weights: Readonly<Record<Sending['ended'], number>> = {
  interrupted: 0,
  pause: 1,
  withdrawn: 2,
  sent: 2,
  'needs-attention': 3,
  wait: 4,
  hold: 5,
};

/** Of two ends of the same sending, the one that matters more. */
export function weightier(one: Sending | 'go-on', other: Sending | 'go-on'): Sending | 'go-on' {
  if (one === 'go-on') return other;
  if (other === 'go-on') return one;
  return weights[other.ended] > weights[one.ended] ? other : one;
}
