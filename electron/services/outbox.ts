import type { DeskCall } from '../desk-call.ts';
import type { Outbox } from '../outbox/outbox.ts';

export interface OutboxService {
  list: DeskCall<'outbox.list'>;
  journal: DeskCall<'outbox.journal'>;
  evidence: DeskCall<'outbox.evidence'>;
  adopt: DeskCall<'outbox.adopt'>;
  sendAgain: DeskCall<'outbox.sendAgain'>;
  accept: DeskCall<'outbox.accept'>;
  settleLine: DeskCall<'outbox.settleLine'>;
  withdraw: DeskCall<'outbox.withdraw'>;
  pause: DeskCall<'outbox.pause'>;
  pauseConnection: DeskCall<'outbox.pauseConnection'>;
  copy: DeskCall<'outbox.copy'>;
  decideCopy: DeskCall<'outbox.decideCopy'>;
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
    settleLine: async ({ id, values }) => outbox.settleLine(id, values),
    withdraw: async ({ id, confirmed }) => outbox.withdraw(id, confirmed),
    pause: async ({ id, paused }) => outbox.pause(id, paused),
    async pauseConnection({ connectionId, paused }) {
      outbox.pauseConnection(connectionId, paused);
      return {};
    },
    copy: async () => outbox.copy(),
    async decideCopy({ decision }) {
      outbox.decideCopy(decision);
      return {};
    },
    async wake({ connectionId }) {
      outbox.wake(connectionId === undefined ? {} : { only: connectionId });
      return {};
    },
  };
}
