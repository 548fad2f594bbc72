import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function customersHandlers({ customers }: OrderDesk): Handlers<DomainChannel<'customers'>> {
  return {
    'customers.complete': (input) => customers.complete(input),
    'customers.query': (input) => customers.query(input),
    'customers.search': (input) => customers.search(input),
    'customers.cancel': (input) => customers.cancel(input),
    'customers.read': (input) => customers.read(input),
  };
}
