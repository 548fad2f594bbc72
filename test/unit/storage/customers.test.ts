import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createConnectionRepository } from '../../../electron/storage/connections.ts';
import { createCustomerRepository } from '../../../electron/storage/customers.ts';
import type { Customer } from '../../../shared/customers/customer.ts';
import { orderCustomers } from '../../../shared/customers/match-customers.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { codeKey } from '../../../shared/pims/code-key.ts';
import { customer } from '../shared-customers/customers.ts';
import { addConnection, openTestDatabase, someTime } from './open-test-database.ts';

const later = '2026-05-16T10:00:00.000Z';

function openCustomers() {
  const { db, connectionId } = openTestDatabase();
  return { db, connectionId, customers: createCustomerRepository(db) };
}

const codes = (some: readonly Customer[]) => some.map(({ code }) => code);

describe('the customers', () => {
  it('are as they were read last, whichever answer came first', () => {
    const { connectionId, customers } = openCustomers();
    const newest = customer('a-1', { CUSTOMER_NAME: 'Smith', BZIPCODE: '04101', OWN_FIELD: '"x"' }, later);
    customers.put(connectionId, [customer('A-1', { CUSTOMER_NAME: 'Miller' }), customer('B')]);
    customers.put(connectionId, [newest]);
    customers.put(connectionId, [customer('A-1', { CUSTOMER_NAME: 'Older' })]);
    expect(customers.byCodes(connectionId, ['b', 'A-1', 'a-1', 'c'])).toEqual([customer('B'), newest]);
    expect(customers.complete(connectionId, 'smith', 10)).toEqual([newest]);
    expect(customers.complete(connectionId, 'miller', 10)).toEqual([]);
    expect(customers.complete(connectionId, 'older', 10)).toEqual([]);
  });

  it('that were read last come first while nothing is typed', () => {
    const { connectionId, customers } = openCustomers();
    customers.put(connectionId, [customer('A'), customer('C', {}, later), customer('B', {}, later)]);
    expect(codes(customers.complete(connectionId, ' ', 2))).toEqual(['B', 'C']);
  });

  it('are each connection’s own', () => {
    const { db, connectionId, customers } = openCustomers();
    const other = addConnection(db, 'first-other');
    const name = { CUSTOMER_NAME: 'Smith' };
    const mine = customer('A', { ...name, BCITY: 'Austin' });
    const theirs = customer('A', { ...name, BCITY: 'Boulder' });
    customers.put(connectionId, [mine]);
    customers.put(other, [theirs]);
    for (const [id, whose] of [
      [connectionId, mine],
      [other, theirs],
    ] as const) {
      expect(customers.byCodes(id, ['a'])).toEqual([whose]);
      expect(customers.complete(id, 'a', 5)).toEqual([whose]);
      expect(customers.complete(id, 'smith', 5)).toEqual([whose]);
    }
  });

  it('complete as if every one had been looked at', () => {
    const { db, connectionId, customers } = openCustomers();
    const word = fc.stringMatching(/^[abÄß1/-]{1,4}$/);
    const digits = fc.stringMatching(/^[01 ()-]{5,13}$/);
    const some = fc.uniqueArray(
      fc.record({ code: word, CUSTOMER_NAME: fc.array(word).map((all) => all.join(' ')), BPHONE: digits }),
      { selector: ({ code }) => codeKey(code), maxLength: 25 },
    );
    fc.assert(
      fc.property(
        some.map((records) => records.map(({ code, ...fields }) => customer(code, fields))),
        fc.oneof(
          word,
          digits,
          fc.tuple(word, word).map((words) => words.join(' ')),
        ),
        fc.integer({ min: 1, max: 30 }),
        (all, typed, limit) => {
          db.prepare('DELETE FROM customers').run();
          customers.put(connectionId, all);
          expect(codes(customers.complete(connectionId, typed, limit))).toEqual(
            codes(orderCustomers(typed, all, limit)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are forgotten with what the connection had learnt, words and all', () => {
    const { db, connectionId, customers } = openCustomers();
    const connections = createConnectionRepository(db);
    customers.put(connectionId, [customer('A', { CUSTOMER_NAME: 'Smith' })]);
    const connection = connections.find(connectionId);
    if (connection === undefined) throw new Error('The connection is not there.');
    connections.leadElsewhere(connection, connectionIdSchema.parse('former'), someTime);
    expect(customers.byCodes(connectionId, ['A'])).toEqual([]);
    const count = db.prepare('SELECT COUNT(*) AS words FROM customer_words').get();
    expect(z.object({ words: z.number() }).parse(count)).toEqual({ words: 0 });
  });
});
