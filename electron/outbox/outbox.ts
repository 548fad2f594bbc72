import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId, DraftId, SubmissionId } from '../../shared/ids.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import type { JournalEntry, Submission } from '../../shared/outbox/submission.ts';
import type { DeskStatus } from '../../shared/status.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import { createDraftProgress } from '../storage/draft-progress.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import { createJournalRepository } from '../storage/journal.ts';
import { createKnownBefore } from '../storage/known-before.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { SettingsRepository } from '../storage/settings.ts';
import { createStepRepository } from '../storage/steps.ts';
import { createSubmissionRepository } from '../storage/submissions.ts';
import { createCheckRecords } from './check-records.ts';
import { type ConnectionQueue, createConnectionQueue } from './connection-queue.ts';
import { createDecisions } from './decisions.ts';
import type { PimsCalls } from './sending.ts';
import { createStepRecords } from './step-records.ts';
import { submitDraft } from './submit.ts';
import { toJournalEntry } from './words.ts';

/** The queue of submitted drafts (design section 6). */
export interface Outbox {
  /** Sends what the last run of the program left, oldest first. */
  start(): void;
  /** @throws DeskError `not-found`, `conflict`, `invalid-input` */
  submit(id: DraftId, duplicateConfirmed: boolean): Submission;
  /** Newest first. */
  list(): Submission[];
  /** @throws DeskError `not-found` */
  journal(id: SubmissionId): JournalEntry[];
  /** What a person needs to decide. @throws DeskError `not-found` */
  evidence(id: SubmissionId): Evidence | null;
  /** A person's decisions. @throws DeskError `not-found`, `conflict` when there is no such thing to decide */
  adopt(id: SubmissionId, candidateId: string): Submission;
  sendAgain(id: SubmissionId, confirmed: boolean): Submission;
  accept(id: SubmissionId): Submission;
  /** @throws DeskError `not-found`, `conflict` while a step is under way or in doubt */
  withdraw(id: SubmissionId): Submission;
  /** Tries again what waits or is held, of one connection or of all but one. */
  wake(which?: { readonly only?: ConnectionId; readonly except?: ConnectionId }): void;
  /** A call of this connection has been answered by PIMS. */
  answered(id: ConnectionId): void;
  counts(): DeskStatus['outbox'];
  /** Takes no further step; waits for those under way, but not for ever. */
  close(withinMs: number): Promise<void>;
}

export interface OutboxOptions {
  readonly db: Database;
  readonly drafts: DraftRepository;
  readonly lockCodes: LockCodeRepository;
  readonly settings: SettingsRepository;
  readonly clientFor: (id: ConnectionId) => Promise<PimsCalls>;
  readonly isReachable: (id: ConnectionId) => boolean;
  readonly submissionChanged: (id: SubmissionId) => void;
  readonly draftChanged: (id: DraftId) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { db, clock, submissionChanged } = options;
  const submissions = createSubmissionRepository(db);
  const steps = createStepRepository(db);
  const journal = createJournalRepository(db);
  const known = createKnownBefore(db);
  const progress = createDraftProgress(db);
  const stores = { ...options, submissions, steps, journal, known, progress };
  const decisions = createDecisions(stores);
  const records = createStepRecords(stores);
  const checkRecords = createCheckRecords(stores);
  const queues = new Map<ConnectionId, ConnectionQueue>();

  function queueOf(connectionId: ConnectionId): ConnectionQueue {
    const running = queues.get(connectionId);
    if (running !== undefined) return running;
    const queue = createConnectionQueue({
      connectionId,
      clientFor: options.clientFor,
      isReachable: options.isReachable,
      submissions,
      steps,
      known,
      records,
      checkRecords,
      changed: submissionChanged,
      sent: (id) => options.draftChanged(find(id).draftId),
      clock,
      random: Math.random,
      log: options.log,
    });
    queues.set(connectionId, queue);
    return queue;
  }

  function find(id: SubmissionId): Submission {
    const submission = submissions.find(id);
    if (submission === undefined) {
      throw new DeskError('not-found', 'This submission is not on this machine.', { id });
    }
    return submission;
  }

  function goOn(id: SubmissionId): Submission {
    submissionChanged(id);
    queueOf(find(id).connectionId).pump();
    return find(id);
  }

  /** What can't be written to the disk can at least be shown. */
  function show(submission: Submission): Submission {
    const problem = queues.get(submission.connectionId)?.stoppedBy() ?? null;
    const stands = ['sent', 'withdrawn', 'needs-attention'].includes(submission.state);
    return problem === null || stands ? submission : { ...submission, state: 'held', problem };
  }

  return {
    start() {
      records.recover();
      for (const id of submissions.connectionsWithWork()) queueOf(id).pump();
    },
    submit(draftId, duplicateConfirmed) {
      const id = submitDraft(stores, draftId, duplicateConfirmed);
      options.draftChanged(draftId);
      return goOn(id);
    },
    list: () => submissions.list().map(show),
    journal(id) {
      find(id);
      return journal.list(id).map(toJournalEntry);
    },
    evidence(id) {
      find(id);
      return submissions.evidence(id);
    },
    adopt(id, candidateId) {
      decisions.adopt(find(id), candidateId);
      return goOn(id);
    },
    sendAgain(id, confirmed) {
      decisions.sendAgain(find(id), confirmed);
      return goOn(id);
    },
    accept(id) {
      decisions.accept(find(id));
      options.draftChanged(find(id).draftId);
      return goOn(id);
    },
    withdraw(id) {
      const submission = find(id);
      if (!records.withdraw(submission)) throw notWithdrawable(submission);
      submissionChanged(id);
      options.draftChanged(submission.draftId);
      return find(id);
    },
    wake({ only, except } = {}) {
      for (const [id, queue] of queues) {
        if ((only === undefined || id === only) && id !== except) queue.wake();
      }
    },
    answered: (id) => queues.get(id)?.answered(),
    counts: () => submissions.counts(),
    async close(withinMs) {
      let callOff = () => {};
      const patience = new Promise<void>((resolve) => {
        callOff = clock.schedule(withinMs, resolve);
      });
      await Promise.race([Promise.all([...queues.values()].map((queue) => queue.close())), patience]);
      callOff();
    },
  };
}

function notWithdrawable({ id, state, orderNumber }: Submission): DeskError {
  return new DeskError('conflict', whyNotBack(state, orderNumber), { id, state, orderNumber });
}

function whyNotBack(state: Submission['state'], orderNumber: Submission['orderNumber']): string {
  if (state === 'withdrawn') return 'This order is back in its draft already.';
  if (orderNumber !== null) {
    return `It is order ${orderNumber} in PIMS already, and the rest is on its way. Open that order to change it.`;
  }
  return 'It may have reached PIMS already, so it can’t be taken back: it could arrive twice.';
}
