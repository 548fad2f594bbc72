import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function draftsHandlers({ drafts }: OrderDesk): Handlers<DomainChannel<'drafts'>> {
  return {
    'drafts.list': (input) => drafts.list(input),
    'drafts.create': (input) => drafts.create(input),
    'drafts.duplicate': (input) => drafts.duplicate(input),
    'drafts.open': (input) => drafts.open(input),
    'drafts.standing': (input) => drafts.standing(input),
    'drafts.edit': (input) => drafts.edit(input),
    'drafts.remove': (input) => drafts.remove(input),
    'drafts.restore': (input) => drafts.restore(input),
    'drafts.submit': (input) => drafts.submit(input),
  };
}
