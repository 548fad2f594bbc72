import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function connectionsHandlers({ connections }: OrderDesk): Handlers<DomainChannel<'connections'>> {
  return {
    'connections.list': () => connections.list(),
    'connections.save': (input) => connections.save(input),
    'connections.remove': (input) => connections.remove(input),
    'connections.choose': (input) => connections.choose(input),
    'connections.test': (input) => connections.test(input),
    'connections.unlock': (input) => connections.unlock(input),
  };
}
