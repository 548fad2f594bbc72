import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { openWork } from './open-work.ts';

export interface OutboxService {
  list: DeskCall<'outbox.list'>;
  older: DeskCall<'outbox.older'>;
  journal: DeskCall<'outbox.journal'>;
  evidence: DeskCall<'outbox.evidence'>;
  steps: DeskCall<'outbox.steps'>;
  choices: DeskCall<'outbox.choices'>;
  keepChoices: DeskCall<'outbox.keepChoices'>;
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
  leftOver: DeskCall<'outbox.leftOver'>;
  /** The network changed, or the machine woke up. */
  newSurroundings(): void;
}

const nothing = { waiting: 0, needsAttention: 0 };

/** The outbox as the contract's calls. Made at the start: what is open then was left by the last run. */
export function createOutboxService(outbox: Outbox): OutboxService {
  let leftOver = countLeftOver(outbox);
  return {
    list: async () => outbox.list(),
    older: async ({ text, id }) => outbox.older(text, id),
    journal: async ({ id }) => outbox.journal(id),
    evidence: async ({ id }) => outbox.evidence(id),
    steps: async ({ id }) => outbox.steps(id),
    choices: async ({ id }) => outbox.choices(id),
    async keepChoices({ id, choices }) {
      outbox.keepChoices(id, choices);
      return {};
    },
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
    async leftOver() {
      const told = leftOver;
      leftOver = nothing;
      return told;
    },
    newSurroundings: outbox.newSurroundings,
  };
}

/** The whole list is read when it holds something to count, and not at every start. A copied folder sends nothing. */
function countLeftOver(outbox: Outbox): CallOutput<'outbox.leftOver'> {
  const { waiting: going, needsYou } = outbox.counts();
  if (going + needsYou === 0 || outbox.copy() !== null) return nothing;
  const { waiting, needsAttention } = openWork(outbox.list());
  return { waiting, needsAttention };
}
