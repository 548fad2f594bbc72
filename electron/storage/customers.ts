import { z } from 'zod';
import { type Customer, customerSchema } from '../../shared/customers/customer.ts';
import {
  orderCustomers,
  readTypedCustomer,
  type TypedCustomer,
  wordsOfCustomer,
} from '../../shared/customers/match-customers.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { codeKey } from '../../shared/pims/code-key.ts';
import { type CodedCache, createCodedCache } from './coded-cache.ts';
import type { Database } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** The customers that PIMS has shown. */
export interface CustomerRepository extends Pick<CodedCache<Customer>, 'put' | 'byCodes'> {
  /**
   * Customers that match what was typed, best first (`orderCustomers`). Of very many that match by their words alone,
   * those that are known longest. With nothing typed, those read last.
   */
  complete(connectionId: ConnectionId, text: string, limit: number): Customer[];
}

export function createCustomerRepository(db: Database): CustomerRepository {
  const cache = createCodedCache<Customer>(db, {
    table: 'customers',
    index: 'customer_words',
    columns: { code: 'code', name: 'name', fields: 'fields', readAt: 'read_at' },
    rows: z.array(customerSchema.extend({ fields: jsonColumn(customerSchema.shape.fields) })),
    wordsOf: wordsOfCustomer,
    toRow: ({ fields, ...rest }) => ({ ...rest, fields: JSON.stringify(fields) }),
  });

  const selectLatest = db.prepare(
    `SELECT ${cache.columns} FROM customers r WHERE r.connection_id = ? ORDER BY r.read_at DESC, r.code_key LIMIT ?`,
  );

  /** In the order of `orderCustomers`, so that what is not looked for would have come last. */
  function candidates(connectionId: ConnectionId, { key, words }: TypedCustomer, limit: number) {
    const found = new Map<string, Customer>();
    const take = (customers: readonly Customer[]) => {
      for (const customer of customers) found.set(codeKey(customer.code), customer);
    };
    take(cache.byStart(connectionId, key, limit));
    take(cache.byWords(connectionId, words, limit));
    if (found.size < limit) take(cache.byMiddle(connectionId, key, limit));
    return found.values();
  }

  return {
    put: cache.put,
    byCodes: cache.byCodes,
    complete(connectionId, text, limit) {
      const typed = readTypedCustomer(text);
      if (typed.key === '') return cache.read(selectLatest.all(connectionId, limit));
      return orderCustomers(text, candidates(connectionId, typed, limit), limit);
    },
  };
}
