import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function statusHandlers({ status }: OrderDesk): Handlers<DomainChannel<'status'>> {
  return {
    'status.read': () => status.read(),
    'status.tryNow': () => status.tryNow(),
  };
}
