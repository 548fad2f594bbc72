import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function scansHandlers({ scans }: OrderDesk): Handlers<DomainChannel<'scans'>> {
  return {
    'scans.list': (input) => scans.list(input),
    'scans.keep': (input) => scans.keep(input),
    'scans.drop': (input) => scans.drop(input),
  };
}
