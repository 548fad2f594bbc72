import type { DeskCall } from '../desk-call.ts';
import type { Outbox } from '../outbox/outbox.ts';

export interface OutboxService {
  list: DeskCall<'outbox.list'>;
  journal: DeskCall<'outbox.journal'>;
  withdraw: DeskCall<'outbox.withdraw'>;
  wake: DeskCall<'outbox.wake'>;
}

/** The outbox as the contract's calls. */
export function createOutboxService(outbox: Outbox): OutboxService {
  return {
    list: async () => outbox.list(),
    journal: async ({ id }) => outbox.journal(id),
    withdraw: async ({ id }) => outbox.withdraw(id),
    async wake() {
      outbox.wake();
      return {};
    },
  };
}
