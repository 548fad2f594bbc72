import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function searchesHandlers({ searches }: OrderDesk): Handlers<DomainChannel<'searches'>> {
  return {
    'searches.list': () => searches.list(),
    'searches.save': (input) => searches.save(input),
    'searches.remove': (input) => searches.remove(input),
  };
}
