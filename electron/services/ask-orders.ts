import type { DeskError } from '../../shared/errors.ts';
import type { ConnectionId, OrderNumber } from '../../shared/ids.ts';
import type { PimsSide } from '../../shared/outbox/compare-order.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { Clock } from '../clock.ts';
import { pauseAfterRateLimit } from '../outbox/sending/back-off.ts';
import { asDeskError } from '../outbox/words.ts';
import type { PimsClient } from '../pims/pims-client.ts';

/** An order to be read. */
export interface OrderToAsk {
  readonly connectionId: ConnectionId;
  readonly orderNumber: OrderNumber;
}

type PimsReads = Pick<PimsClient, 'readOrder' | 'queryOrders'>;

interface Asking<T extends OrderToAsk> {
  readonly clientFor: (id: ConnectionId) => Promise<PimsReads>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called once for each order. */
  readonly answered: (order: T, side: PimsSide) => void;
  /** The rest of the connection is not asked for. */
  readonly stopped: (id: ConnectionId, error: DeskError) => void;
  /** PIMS asked for a pause until then, ISO; null when it is over. */
  readonly paused: (until: string | null) => void;
}

/** So many orders are read at a time. */
const AT_ONCE = 3;
/** A connection whose answers fail so often in a row is not asked any more: each failure may take half a minute. */
const FAILURES_IN_A_ROW = 3;
/** So often PIMS may ask for a pause before an order is given up. */
const MOST_PAUSES = 5;

/**
 * Reads orders, a few at a time, each once. An order that can't be read disturbs no other; a connection that can't be used
 * is left alone from then on. Pauses are kept as PIMS asks. Ends when every order has its answer, or was called off.
 */
export async function askOrders<T extends OrderToAsk>(
  orders: readonly T[],
  asking: Asking<T>,
): Promise<void> {
  const { clientFor, clock, signal } = asking;
  const queue = [...orders];
  const stops = new Map<ConnectionId, DeskError>();
  const failures = new Map<ConnectionId, number>();
  const pauses = new Map<ConnectionId, Promise<void>>();

  function stop(id: ConnectionId, error: DeskError): PimsSide {
    if (!stops.has(id)) {
      stops.set(id, error);
      asking.stopped(id, error);
    }
    return { kind: 'not-asked', why: error.message };
  }

  function pause(id: ConnectionId, error: DeskError): Promise<void> {
    const running = pauses.get(id);
    if (running !== undefined) return running;
    const { retryAfterMs } = error.details;
    const ms = pauseAfterRateLimit(typeof retryAfterMs === 'number' ? retryAfterMs : null, Math.random());
    asking.paused(new Date(clock.now().getTime() + ms).toISOString());
    const over = wait(clock, ms, signal).then(() => {
      pauses.delete(id);
      if (pauses.size === 0) asking.paused(null);
    });
    pauses.set(id, over);
    return over;
  }

  /** PIMS may answer with no record, or refuse, when there is no such order; then a search tells which it is. */
  async function read(client: PimsReads, orderNumber: OrderNumber): Promise<PimsSide> {
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

  async function ask({ connectionId: id, orderNumber }: T): Promise<PimsSide> {
    for (let pausesKept = 0; ; pausesKept += 1) {
      await pauses.get(id);
      if (signal.aborted) return { kind: 'not-asked', why: CALLED_OFF };
      const stopped = stops.get(id);
      if (stopped !== undefined) return { kind: 'not-asked', why: stopped.message };
      let client: PimsReads;
      try {
        client = await clientFor(id);
      } catch (cause) {
        return stop(id, asDeskError(cause));
      }
      try {
        const side = await read(client, orderNumber);
        failures.set(id, 0);
        return side;
      } catch (cause) {
        const error = asDeskError(cause);
        if (signal.aborted) return { kind: 'not-asked', why: CALLED_OFF };
        if (error.code === 'rate-limited' && pausesKept < MOST_PAUSES) {
          await pause(id, error);
          continue;
        }
        if (!concernsOneOrder(error)) return stop(id, error);
        const inARow = (failures.get(id) ?? 0) + 1;
        failures.set(id, inARow);
        return inARow < FAILURES_IN_A_ROW ? { kind: 'not-asked', why: error.message } : stop(id, error);
      }
    }
  }

  async function work(): Promise<void> {
    for (let order = queue.shift(); order !== undefined; order = queue.shift()) {
      asking.answered(order, await ask(order));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function queryFor(orderNumber: OrderNumber): OrderQuery {
  return {
    filters: [{ field: 'ORDER_NUMBER', value: orderNumber, contains: false, conjunction: 'AND' }],
    maxReturn: 5,
  };
}

const CALLED_OFF = 'The check was cancelled before PIMS was asked.';

/** Whether the next order may fare better: PIMS refuses to show this one, or failed while it was to. */
function concernsOneOrder({ code }: DeskError): boolean {
  return code === 'rejected' || code === 'unknown-outcome' || code === 'rate-limited' || code === 'internal';
}

/** Resolves after a time, or at once when it is called off. */
function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      callOff();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const callOff = clock.schedule(ms, end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
