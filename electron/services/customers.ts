import type { Customer } from '../../shared/customers/customer.ts';
import { orderCustomers } from '../../shared/customers/match-customers.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { CustomerRepository } from '../storage/customers.ts';
import { customerSearchQuery } from './customer-queries.ts';
import { createReadByCodes } from './read-by-codes.ts';
import type { RecordQuestions } from './record-questions.ts';
import { searchedFirst } from './searched-first.ts';
import { createTicketedSearches } from './ticketed-searches.ts';

/** Customers of the chosen connection. Those that ask PIMS throw as `RecordQuestions.ask` does. */
export interface CustomerService {
  complete: DeskCall<'customers.complete'>;
  query: DeskCall<'customers.query'>;
  search: DeskCall<'customers.search'>;
  cancel: DeskCall<'customers.cancel'>;
  read: DeskCall<'customers.read'>;
}

interface CustomerServiceOptions {
  readonly questions: RecordQuestions<Customer>;
  readonly customers: CustomerRepository;
  readonly chosen: () => ConnectionId;
  readonly clock: Clock;
}

export function createCustomerService(options: CustomerServiceOptions): CustomerService {
  const { questions, customers, chosen, clock } = options;
  const searches = createTicketedSearches();
  const byCodes = createReadByCodes({ field: 'CUSTOMER_CODE', questions, cache: customers, clock });

  return {
    complete: async ({ text, limit }) => customers.complete(chosen(), text, limit),
    async query(query) {
      const { records, isCut } = await questions.ask(chosen(), query);
      return { customers: [...records], cut: isCut };
    },
    async search({ text, limit, ticket }) {
      const connection = chosen();
      const query = customerSearchQuery(text, limit);
      const { records, isCut } = await searches.run(ticket, (signal) =>
        questions.ask(connection, query, signal),
      );
      const shown = searchedFirst(orderCustomers(text, records, limit), records, limit);
      return { customers: shown, cut: isCut || records.length > limit };
    },
    async cancel({ ticket }) {
      searches.cancel(ticket);
      return {};
    },
    async read(wanted) {
      const { found, unknown } = await byCodes.read(chosen(), wanted);
      return { customers: found, unknown };
    },
  };
}
