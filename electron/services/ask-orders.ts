import type { DeskError } from '../../shared/errors.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { PimsSide } from '../../shared/outbox/compare-order.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { Clock } from '../clock.ts';
import { asDeskError } from '../outbox/words.ts';
import type { PimsClient } from '../pims/pims-client.ts';
import { type Asking, askEach, type Question } from './ask-each.ts';

/** An order to be read. */
export interface OrderToAsk extends Question {
  readonly orderNumber: OrderNumber;
}

type PimsReads = Pick<PimsClient, 'readOrder' | 'queryOrders'>;

/** Reads orders as `askEach` does. Ends when every order has its answer, or was called off. */
export async function askOrders<T extends OrderToAsk>(
  orders: readonly T[],
  asking: Omit<Required<Asking<T, PimsReads, PimsSide>>, 'read' | 'unanswered'>,
): Promise<void> {
  await askEach(orders, {
    ...asking,
    read: (client, { orderNumber }) => readOrder(client, orderNumber, asking.clock, asking.signal),
    unanswered: (error): PimsSide => ({ kind: 'not-asked', why: whyNot(error) }),
  });
}

/** PIMS may answer with no record, or refuse, when there is no such order; then a search tells which it is. */
async function readOrder(
  client: PimsReads,
  orderNumber: OrderNumber,
  clock: Clock,
  signal: AbortSignal,
): Promise<PimsSide> {
  try {
    const { fields, lines } = await client.readOrder(orderNumber, { signal });
    return { kind: 'order', fields, lines, at: clock.now().toISOString() };
  } catch (cause) {
    const { code } = asDeskError(cause);
    if (code === 'rejected') {
      const found = await client.queryOrders(queryFor(orderNumber), { signal });
      if (found.some(({ ORDER_NUMBER = orderNumber }) => ORDER_NUMBER.trim() === orderNumber)) throw cause;
    } else if (code !== 'not-found') throw cause;
    return { kind: 'missing', at: clock.now().toISOString() };
  }
}

function whyNot({ code, message }: DeskError): string {
  return code === 'cancelled' ? 'The check was cancelled before PIMS was asked.' : message;
}

function queryFor(orderNumber: OrderNumber): OrderQuery {
  return {
    filters: [{ field: 'ORDER_NUMBER', value: orderNumber, contains: false, conjunction: 'AND' }],
    maxReturn: 5,
  };
}
