import { settleLimits } from '../../shared/connections/connection.ts';
import type { Confirmable } from '../../shared/drafts/draft.ts';
import { assertNever, DeskError, type DeskErrorShape } from '../../shared/errors.ts';
import type { ConnectionId, DraftId, SubmissionId } from '../../shared/ids.ts';
import type { Evidence } from '../../shared/outbox/evidence.ts';
import type { FieldChoices } from '../../shared/outbox/field-choice.ts';
import type { CopyDecision, CopyReason, FolderCopy } from '../../shared/outbox/folder-copy.ts';
import { FINISHED_LISTED, OLDER_FOUND } from '../../shared/outbox/listed.ts';
import type { StepStanding } from '../../shared/outbox/step-standing.ts';
import type { JournalEntry, Submission } from '../../shared/outbox/submission.ts';
import { countTurns } from '../../shared/outbox/whose-turn.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { DeskStatus } from '../../shared/status.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { createDraftChangeRepository } from '../storage/drafts/draft-changes.ts';
import { createDraftProgress } from '../storage/drafts/draft-progress.ts';
import type { DraftRepository } from '../storage/drafts/drafts.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { SettingsRepository } from '../storage/settings.ts';
import { createJournalRepository } from '../storage/submissions/journal.ts';
import { createKnownBefore } from '../storage/submissions/known-before.ts';
import { createStepRepository } from '../storage/submissions/steps.ts';
import { createSubmissionRepository, type OutboxSubmission } from '../storage/submissions/submissions.ts';
import { createDecisions } from './decisions.ts';
import { createFolderCopies } from './folder-copy.ts';
import { createCheckRecords } from './looking/check-records.ts';
import type { LookFirst } from './looking/look-first.ts';
import { type ConnectionQueue, createConnectionQueue, type SendsAs } from './sending/connection-queue.ts';
import type { PimsCalls } from './sending/sending.ts';
import { createStepRecords } from './sending/step-records.ts';
import { submitDraft } from './submitting/submit.ts';
import { copyProblem, toJournalEntry } from './words.ts';

/** The queue of submitted drafts (design section 6). */
export interface Outbox {
  /**
   * Sends what the last run of the program left, oldest first. `copied`: what the data folder itself tells of being a copy.
   */
  start(copied: CopyReason | null): void;
  /** @throws DeskError `not-found`, `conflict`, `invalid-input` */
  submit(id: DraftId, confirmed: readonly Confirmable[]): Submission;
  /** Newest first: all that is not finished, and the newest of what is. */
  list(): Submission[];
  /** Of what is finished, also what `list` leaves out: what has the text, unless it is blank, and the one of the id. */
  older(text: string, id: SubmissionId | null): Submission[];
  /** @throws DeskError `not-found` */
  journal(id: SubmissionId): JournalEntry[];
  /** What a person needs to decide. @throws DeskError `not-found` */
  evidence(id: SubmissionId): Evidence | null;
  /** Where each of its steps stands, in the order in which they go. @throws DeskError `not-found` */
  steps(id: SubmissionId): StepStanding[];
  /** What a person has chosen so far for a change that met somebody else's. @throws DeskError `not-found` */
  choices(id: SubmissionId): FieldChoices;
  /** @throws DeskError `not-found`, `conflict` when there is no such change to decide about */
  keepChoices(id: SubmissionId, choices: FieldChoices): void;
  /** A person's decisions. @throws DeskError `not-found`, `conflict` when there is no such thing to decide */
  adopt(id: SubmissionId, candidateId: string): Submission;
  sendAgain(id: SubmissionId, confirmed: boolean): Submission;
  accept(id: SubmissionId): Submission;
  settleLine(id: SubmissionId, values: PimsFields): Submission;
  /**
   * Back to its draft: at once, or after the step under way and once it is known whether that arrived. `confirmed`: none of
   * what PIMS has is it. @throws DeskError `not-found`, `conflict` when that can't be
   */
  withdraw(id: SubmissionId, confirmed: boolean): Submission;
  /** @throws DeskError `not-found`, `conflict` when it is over */
  pause(id: SubmissionId, paused: boolean): Submission;
  /** @throws DeskError `not-found` */
  pauseConnection(id: ConnectionId, paused: boolean): void;
  /** Whether the data folder may be one of two. */
  copy(): FolderCopy | null;
  /** @throws DeskError `conflict` while it is still being found out what PIMS has */
  decideCopy(decision: CopyDecision): void;
  /** Tries again what waits or is held, of one connection or of all but one. */
  wake(which?: { readonly only?: ConnectionId; readonly except?: ConnectionId }): void;
  /** The network changed, or the machine woke up: tries again what may have got better by that. */
  newSurroundings(): void;
  /** A call of this connection has been answered by PIMS. */
  answered(id: ConnectionId): void;
  /** As `list` has them. */
  counts(): DeskStatus['outbox'];
  /** Takes no further step; waits for those under way, but not for ever. */
  close(withinMs: number): Promise<void>;
}

export interface OutboxOptions {
  readonly db: Database;
  readonly connections: ConnectionRepository;
  readonly drafts: DraftRepository;
  readonly lockCodes: LockCodeRepository;
  readonly settings: SettingsRepository;
  readonly clientFor: (id: ConnectionId) => Promise<PimsCalls>;
  readonly isReachable: (id: ConnectionId) => boolean;
  readonly submissionChanged: (id: SubmissionId) => void;
  readonly draftChanged: (id: DraftId) => void;
  /** A connection was paused, or goes on. */
  readonly connectionChanged: () => void;
  /** This run of the program, by a name that no other has. */
  readonly run: string;
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
  const changes = createDraftChangeRepository(db);
  const stores = { ...options, changes, submissions, steps, journal, known, progress };
  const decisions = createDecisions(stores);
  const records = createStepRecords(stores);
  const checkRecords = createCheckRecords(stores);
  const copies = createFolderCopies({ ...stores, records });
  const looksFirst = new Set<SubmissionId>();
  const lookFirst: LookFirst = {
    has: (id) => looksFirst.has(id),
    add: (id) => looksFirst.add(id),
    done: (id) => looksFirst.delete(id),
    copyFound() {
      if (!copies.notice('sent-elsewhere')) return;
      // What is not in doubt now is a refused order, should a person have it sent again.
      for (const id of submissions.withPlannedSteps()) looksFirst.add(id);
      tellAll();
    },
  };
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
      lockCodes: options.lockCodes,
      records,
      checkRecords,
      lookFirst,
      sendsAs: () => sendsAs(connectionId),
      maySend: () => copies.why() === null,
      changed: submissionChanged,
      sent: (id) => options.draftChanged(find(id).draftId),
      withdrawn: (id) => options.draftChanged(find(id).draftId),
      clock,
      random: Math.random,
      log: options.log,
    });
    queues.set(connectionId, queue);
    return queue;
  }

  function sendsAs(id: ConnectionId): SendsAs {
    const connection = options.connections.find(id);
    return {
      isPaused: connection === undefined || connection.pausedAt !== null,
      linesInFlight: connection?.linesInFlight ?? 1,
      settleMs: (connection?.settleSeconds ?? settleLimits.usual) * 1_000,
    };
  }

  function callOff({ id, calledOffAt }: OutboxSubmission): void {
    db.transaction(() => {
      const at = clock.now().toISOString();
      const isNews = submissions.callOff(id, at);
      if (!isNews && calledOffAt === null) throw notWithdrawable(find(id));
      // What needs attention goes back to the queue, which finds out what PIMS has.
      submissions.move(id, ['needs-attention'], { state: 'queued' });
      if (isNews) journal.add(id, at, 'called-off', null, '');
    });
  }

  /** Everything that waits stands otherwise than it did. */
  function tellAll(): void {
    for (const { id } of submissions.unfinished()) submissionChanged(id);
  }

  function find(id: SubmissionId): OutboxSubmission {
    const submission = submissions.find(id);
    if (submission === undefined) {
      throw new DeskError('not-found', 'This submission is not on this machine.', { id });
    }
    return submission;
  }

  function goOn(id: SubmissionId): Submission {
    submissionChanged(id);
    queueOf(find(id).connectionId).pump();
    return show(find(id));
  }

  /** Answers what was taken back to its draft. */
  function settleCopy(decision: CopyDecision): SubmissionId[] {
    switch (decision) {
      case 'go-on':
        copies.goOn();
        return [];
      case 'take-back':
        return copies.takeBack();
      default:
        return assertNever(decision);
    }
  }

  /**
   * Why a submission is held, where the database does not say it: what can't be written to the disk can at least be shown;
   * and a copy sends nothing.
   */
  function heldBy({
    connectionId,
    state,
  }: Pick<Submission, 'connectionId' | 'state'>): DeskErrorShape | null {
    const why = copies.why();
    const isAtRest = ['queued', 'waiting', 'paused', 'held'].includes(state);
    if (why !== null && isAtRest) return copyProblem(why);
    const stands = ['sent', 'withdrawn', 'needs-attention'].includes(state);
    return stands ? null : (queues.get(connectionId)?.stoppedBy() ?? null);
  }

  function show(submission: Submission): Submission {
    const problem = heldBy(submission);
    return problem === null ? submission : { ...submission, state: 'held', problem, waitsFor: null };
  }

  return {
    start(copied) {
      records.recover();
      for (const id of submissions.withPlannedSteps()) lookFirst.add(id);
      if (copied !== null) copies.notice(copied);
      for (const id of submissions.connectionsWithWork()) queueOf(id).pump();
    },
    submit(draftId, confirmed) {
      const { id, looksFirst: isToLook } = submitDraft(stores, draftId, confirmed);
      if (isToLook) lookFirst.add(id);
      options.draftChanged(draftId);
      return goOn(id);
    },
    list: () => submissions.list(FINISHED_LISTED).map(show),
    older(text, id) {
      const found = text.trim() === '' ? [] : submissions.searchFinished(text, OLDER_FOUND);
      const wanted = id === null || found.some((one) => one.id === id) ? undefined : submissions.find(id);
      return (wanted === undefined ? found : [...found, wanted]).map(show);
    },
    journal(id) {
      const { isAddition } = find(id);
      return journal.list(id).map((row) => toJournalEntry(row, isAddition));
    },
    evidence(id) {
      find(id);
      return submissions.evidence(id);
    },
    steps(id) {
      find(id);
      return steps.standings(id);
    },
    choices(id) {
      find(id);
      const step = submissions.evidence(id)?.step ?? null;
      return step === null ? {} : steps.choices(id, step.ordinal);
    },
    keepChoices(id, choices) {
      decisions.keepChoices(find(id), choices);
    },
    adopt(id, candidateId) {
      decisions.adopt(find(id), candidateId);
      // An order that was there before may have lines which are what is about to be sent: they are asked about first.
      lookFirst.add(id);
      queueOf(find(id).connectionId).doubtEnded(id);
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
    settleLine(id, values) {
      decisions.settleLine(find(id), values);
      return goOn(id);
    },
    withdraw(id, confirmed) {
      const submission = find(id);
      switch (submission.backToDraft) {
        case 'now':
          if (!records.withdraw(submission)) throw notWithdrawable(find(id));
          break;
        case 'soon':
          callOff(submission);
          break;
        case 'after-decision':
          decisions.toDraft(submission, confirmed);
          break;
        case 'no':
          throw notWithdrawable(submission);
        default:
          assertNever(submission.backToDraft);
      }
      options.draftChanged(submission.draftId);
      return goOn(id);
    },
    pause(id, paused) {
      const { state, calledOffAt } = find(id);
      if (state === 'sent' || state === 'withdrawn' || calledOffAt !== null) {
        throw new DeskError('conflict', 'There is nothing left to send of this order.', { id, state });
      }
      db.transaction(() => {
        if (!submissions.setPaused(id, paused)) return;
        journal.add(id, clock.now().toISOString(), paused ? 'paused' : 'resumed', null, '');
      });
      return goOn(id);
    },
    pauseConnection(id, paused) {
      if (options.connections.find(id) === undefined) {
        throw new DeskError('not-found', 'This connection is not on this machine any more.', { id });
      }
      options.connections.setPaused(id, paused ? clock.now().toISOString() : null);
      options.connectionChanged();
      tellAll();
      queueOf(id).pump();
    },
    copy: copies.read,
    decideCopy(decision) {
      // What was taken back is finished, so that nothing else tells of it.
      for (const id of settleCopy(decision)) {
        submissionChanged(id);
        options.draftChanged(find(id).draftId);
      }
      tellAll();
      for (const id of submissions.connectionsWithWork()) queueOf(id).pump();
    },
    wake({ only, except } = {}) {
      for (const [id, queue] of queues) {
        if ((only === undefined || id === only) && id !== except) queue.wake();
      }
    },
    newSurroundings() {
      for (const queue of queues.values()) queue.newSurroundings();
    },
    answered: (id) => queues.get(id)?.answered(),
    counts: () =>
      countTurns(
        submissions
          .countOpen()
          .map((group) => (heldBy(group) === null ? group : { ...group, state: 'held' })),
      ),
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
  if (state === 'calling-off') return 'This order is being called off already.';
  return `All of it is in PIMS already, as order ${orderNumber ?? ''}. Open that order to change it.`;
}
