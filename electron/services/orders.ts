import type { ConnectionId, OrderNumber } from '../../shared/ids.ts';
import type { LineLock, OrderLine } from '../../shared/orders/order.ts';
import { documentedFields, type PimsFields, type PimsTable } from '../../shared/pims/fields.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Log } from '../log.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { SeenFieldRepository } from '../storage/seen-fields.ts';
import type { PimsAccess } from './pims-access.ts';

export interface OrderService {
  query: DeskCall<'orders.query'>;
  single: DeskCall<'orders.single'>;
  fieldNames: DeskCall<'orders.fieldNames'>;
}

interface OrderServiceOptions {
  readonly access: PimsAccess;
  readonly chosen: () => ConnectionId;
  readonly lockCodes: LockCodeRepository;
  readonly seenFields: SeenFieldRepository;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reads orders of the chosen connection. Every answer teaches field names and lock codes. */
export function createOrderService(options: OrderServiceOptions): OrderService {
  const { access, chosen, lockCodes, seenFields, clock, log } = options;
  const inFlight = new Map<string, Promise<unknown>>();
  /** What is on disk already, so that most answers write nothing. */
  const noted = new Map<string, Set<string>>();

  /** One request for callers that ask the same while it is under way. */
  function share<T>(key: readonly unknown[], read: () => Promise<T>): Promise<T>;
  function share(key: readonly unknown[], read: () => Promise<unknown>): Promise<unknown> {
    const text = JSON.stringify(key);
    const running = inFlight.get(text);
    if (running !== undefined) return running;
    const fresh = read().finally(() => inFlight.delete(text));
    inFlight.set(text, fresh);
    return fresh;
  }

  function noteFields(connection: ConnectionId, table: PimsTable, records: readonly PimsFields[]): void {
    const key = `${connection} ${table}`;
    const known = noted.get(key) ?? new Set<string>();
    noted.set(key, known);
    const fresh = new Set<string>();
    for (const record of records) {
      for (const field of Object.keys(record)) if (!known.has(field)) fresh.add(field);
    }
    if (fresh.size === 0) return;
    seenFields.add(connection, table, [...fresh]);
    for (const field of fresh) known.add(field);
  }

  /** An answer that can't be learnt from is still an answer. */
  function learn(work: () => void): void {
    try {
      work();
    } catch (cause) {
      log.error('What an answer taught could not be kept', { cause });
    }
  }

  function withLocks(
    connection: ConnectionId,
    orderNumber: OrderNumber,
    lines: readonly PimsFields[],
  ): OrderLine[] {
    learn(() => lockCodes.learn(connection, orderNumber, lines, clock.now().toISOString()));
    const known = lockCodes.ofOrder(connection, orderNumber);
    return lines.map((fields) => ({ fields, lock: lockOf(fields, known) }));
  }

  return {
    async query(query) {
      const connection = chosen();
      return share(['query', connection, query], async () => {
        const client = await access.clientFor(connection, 'orders');
        const orders = await client.queryOrders(query);
        learn(() => noteFields(connection, 'ORDERS', orders));
        return { orders, readAt: clock.now().toISOString() };
      });
    },
    async single({ orderNumber }) {
      const connection = chosen();
      return share(['single', connection, orderNumber], async () => {
        const client = await access.clientFor(connection, 'orders');
        const { fields, lines } = await client.readOrder(orderNumber);
        const readAt = clock.now().toISOString();
        learn(() => {
          noteFields(connection, 'ORDERS', [fields]);
          noteFields(connection, 'ORDER_LINEITEMS', lines);
        });
        return { orderNumber, fields, lines: withLocks(connection, orderNumber, lines), readAt };
      });
    },
    async fieldNames({ table }) {
      const documented = documentedFields[table];
      const seen = seenFields.list(chosen(), table).filter((field) => !documented.includes(field));
      return [...documented, ...seen];
    },
  };
}

/** Whether a line can be updated, and if not, why (design section 7). */
export function lockOf(line: PimsFields, known: ReadonlyMap<string, string>): LineLock {
  const lineNumber = line.LINE_NUMBER ?? '';
  if (lineNumber === '') {
    return {
      state: 'closed',
      reason: 'PIMS did not give this line’s number, so its lock code can’t be told from the others.',
    };
  }
  if (known.has(lineNumber)) return { state: 'open' };
  return {
    state: 'closed',
    reason:
      'PIMS did not give this line’s lock code: it was added elsewhere. Change it in PIMS itself, or add a new line ' +
      'instead. Should PIMS show the code by now, reading the order again opens the padlock.',
  };
}
