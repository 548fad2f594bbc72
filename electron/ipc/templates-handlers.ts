import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function templatesHandlers({ templates }: OrderDesk): Handlers<DomainChannel<'templates'>> {
  return {
    'templates.list': () => templates.list(),
    'templates.save': (input) => templates.save(input),
    'templates.start': (input) => templates.start(input),
    'templates.rename': (input) => templates.rename(input),
    'templates.remove': (input) => templates.remove(input),
    'templates.restore': (input) => templates.restore(input),
  };
}
