import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function usageHandlers({ usage }: OrderDesk): Handlers<DomainChannel<'usage'>> {
  return { 'usage.month': (input) => usage.month(input) };
}
