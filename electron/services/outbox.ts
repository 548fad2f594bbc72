import type { DeskCall } from '../desk-call.ts';
import type { Outbox } from '../outbox/outbox.ts';

export interface OutboxService {
  list: DeskCall<'outbox.list'>;
  journal: DeskCall<'outbox.journal'>;
  evidence: DeskCall<'outbox.evidence'>;
  adopt: DeskCall<'outbox.adopt'>;
  sendAgain: DeskCall<'outbox.sendAgain'>;
  accept: DeskCall<'outbox.accept'>;
  withdraw: DeskCall<'outbox.withdraw'>;
  wake: DeskCall<'outbox.wake'>;
}

/** The outbox as the contract's calls. */
export function createOutboxService(outbox: Outbox): OutboxService {
  return {
    list: async () => outbox.list(),
    journal: async ({ id }) => outbox.journal(id),
    evidence: async ({ id }) => outbox.evidence(id),
    adopt: async ({ id, candidate }) => outbox.adopt(id, candidate),
    sendAgain: async ({ id, confirmed }) => outbox.sendAgain(id, confirmed),
    accept: async ({ id }) => outbox.accept(id),
    withdraw: async ({ id }) => outbox.withdraw(id),
    async wake() {
      outbox.wake();
      return {};
    },
  };
}
