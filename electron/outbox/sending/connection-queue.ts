import { assertNever, type DeskError, type DeskErrorShape } from '../../../shared/errors.ts';
import type { ConnectionId, SubmissionId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { whatHappened } from '../../pims/failures.ts';
import { probeQuery } from '../../pims/probe-query.ts';
import type { LockCodeRepository } from '../../storage/lock-codes.ts';
import type { KnownBefore } from '../../storage/submissions/known-before.ts';
import type { StepRepository } from '../../storage/submissions/steps.ts';
import type { QueuedOnly, SubmissionRepository } from '../../storage/submissions/submissions.ts';
import type { CheckRecords } from '../looking/check-records.ts';
import type { LookFirst } from '../looking/look-first.ts';
import { asDeskError } from '../words.ts';
import { afterFailedRead } from './after-step.ts';
import { delayBeforeTry, pauseAfterRateLimit } from './back-off.ts';
import { afterNewSurroundings, type Gate, standingBehind } from './gate.ts';
import { createPatience } from './patience.ts';
import type { RefusedCodes } from './send-steps.ts';
import { sendSubmission } from './send-submission.ts';
import type { PimsCalls, Sending } from './sending.ts';
import type { StepRecords } from './step-records.ts';

/** The queue of one connection: its submissions go out oldest first, a few orders side by side. */
export interface ConnectionQueue {
  /** Something was queued: send it as soon as the connection allows. */
  pump(): void;
  /** A person asks to try again, or has seen to the connection. */
  wake(): void;
  /** The network changed, or the machine woke up. */
  newSurroundings(): void;
  /** A person has said what a step in doubt has become: the next doubt of this one is a new one. */
  doubtEnded(id: SubmissionId): void;
  /** PIMS has answered some call: what waited for that goes on. */
  answered(): void;
  /** Why the queue stands still until the next start or `wake`: the disk failed. */
  stoppedBy(): DeskErrorShape | null;
  /** Takes no further step; resolves when the steps under way have ended. */
  close(): Promise<void>;
}

export interface ConnectionQueueOptions {
  readonly connectionId: ConnectionId;
  readonly clientFor: (id: ConnectionId) => Promise<PimsCalls>;
  /** True when the latest call of the connection reached PIMS. */
  readonly isReachable: (id: ConnectionId) => boolean;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly known: KnownBefore;
  readonly lockCodes: LockCodeRepository;
  readonly records: StepRecords;
  readonly checkRecords: CheckRecords;
  readonly lookFirst: LookFirst;
  /** How the connection sends; asked anew each time, since a person may have changed it. */
  readonly sendsAs: () => SendsAs;
  /** False while the data folder may be a copy. */
  readonly maySend: () => boolean;
  readonly changed: (id: SubmissionId) => void;
  readonly sent: (id: SubmissionId) => void;
  /** It was called off, and is back in its draft. */
  readonly withdrawn: (id: SubmissionId) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** How a connection sends. */
export interface SendsAs {
  readonly isPaused: boolean;
  readonly linesInFlight: number;
  readonly settleMs: number;
}

const ORDERS_AT_ONCE = 4;

/** What an error tells of the connection: all its orders show it, and only one of them may be in doubt. */
function problemOf(error: DeskError): DeskErrorShape {
  return { ...error.toShape(), message: whatHappened(error) };
}

export function createConnectionQueue(options: ConnectionQueueOptions): ConnectionQueue {
  const { connectionId, submissions, records, clock, log } = options;
  const running = new Set<Promise<void>>();
  const patience = createPatience(clock, options.random, () => options.sendsAs().settleMs);
  const refusedCodes: RefusedCodes = new Map();
  /** Submissions that wait by themselves, and what calls their waits off. */
  const pauses = new Map<SubmissionId, () => void>();
  let gate: Gate = { kind: 'open' };
  let probing = false;
  let failedTries = 0;

  const isOpen = () => gate.kind === 'open';

  function setGate(next: Gate): void {
    if (gate.kind === 'closed') return;
    if (gate.kind === 'waiting') gate.callOff();
    gate = next;
  }

  function showGate(): void {
    const move = standingBehind(gate);
    const moved = move === null ? [] : submissions.moveAll(connectionId, move.from, move.to);
    for (const id of moved) options.changed(id);
  }

  function open(): void {
    setGate({ kind: 'open' });
    showGate();
    send();
  }

  function wait(error: DeskError, retryAfterMs: number | null): void {
    const untilAnswer = error.code !== 'rate-limited';
    const delayMs = untilAnswer
      ? delayBeforeTry(failedTries, options.random())
      : pauseAfterRateLimit(retryAfterMs, options.random());
    failedTries += 1;
    const callOff = clock.schedule(delayMs, guarded(untilAnswer ? probe : open));
    const nextTryAt = new Date(clock.now().getTime() + delayMs).toISOString();
    setGate({ kind: 'waiting', untilAnswer, problem: problemOf(error), nextTryAt, callOff });
    showGate();
  }

  function hold(error: DeskError, untilPerson: boolean): void {
    // Only `restart` finds out about what was left *intended* when the disk failed.
    if (gate.kind === 'stopped') return;
    setGate({ kind: 'held', untilPerson, problem: problemOf(error) });
    showGate();
  }

  /** Work that touches the disk: when that fails, the queue stops rather than sends what it can't note. */
  function guarded(work: () => void): () => void {
    return () => {
      if (gate.kind === 'closed' || gate.kind === 'stopped') return;
      try {
        work();
      } catch (cause) {
        stop(cause);
      }
    };
  }

  function stop(cause: unknown): void {
    if (gate.kind === 'closed') return;
    const error = asDeskError(cause);
    log.error('The outbox stopped', { connection: connectionId, cause });
    setGate({
      kind: 'stopped',
      problem: {
        code: 'internal',
        message:
          'Order Desk could not write to its data folder, so it sends nothing until that works again. ' +
          'See whether the disk is full, then choose “Try now”.',
        details: error.details,
      },
    });
    tellStopped();
  }

  /** What stopped it can't be written to the orders that wait, so that whoever shows them has to ask again. */
  function tellStopped(): void {
    try {
      const unfinished = submissions.unfinished().filter((one) => one.connectionId === connectionId);
      for (const { id } of unfinished) options.changed(id);
    } catch (cause) {
      log.error('The outbox could not be read either', { connection: connectionId, cause });
    }
  }

  /**
   * What only finds out what PIMS has goes on while the connection is paused: what a person called off, and everything of a
   * copied folder, about which nothing can be decided before.
   */
  function which(): QueuedOnly {
    if (!options.maySend()) return 'looking';
    return options.sendsAs().isPaused ? 'called-off' : 'all';
  }

  function send(): void {
    while (isOpen() && running.size < ORDERS_AT_ONCE) {
      const id = submissions.nextQueued(connectionId, pauses.keys(), which());
      if (id === undefined) return;
      if (!options.isReachable(connectionId)) {
        probe();
        return;
      }
      if (!submissions.move(id, ['queued'], { state: 'sending' })) continue;
      const task: Promise<void> = run(id)
        .catch(stop)
        .finally(() => {
          running.delete(task);
          guarded(send)();
        });
      running.add(task);
    }
  }

  /** One cheap read decides whether writes may go: one that fails does no harm. */
  function probe(): void {
    if (probing) return;
    probing = true;
    const ask = async () => (await options.clientFor(connectionId)).queryOrders(probeQuery);
    ask()
      .then(
        () => guarded(succeed)(),
        (cause: unknown) => guarded(() => probeFailed(asDeskError(cause)))(),
      )
      .finally(() => {
        probing = false;
        if (isOpen() && options.isReachable(connectionId)) guarded(send)();
      });
  }

  /** Whether an answer of PIMS to a read ends what keeps the queue. */
  function endsWithAnswer(): boolean {
    return (gate.kind === 'waiting' && gate.untilAnswer) || (gate.kind === 'held' && !gate.untilPerson);
  }

  function succeed(): void {
    failedTries = 0;
    if (endsWithAnswer()) open();
  }

  function probeFailed(error: DeskError): void {
    // Meanwhile a write may have told more than a read can.
    if (!isOpen() && !endsWithAnswer()) return;
    const after = afterFailedRead(error);
    switch (after.next) {
      case 'go-on':
        succeed();
        break;
      case 'wait':
        wait(error, after.retryAfterMs);
        break;
      case 'hold':
        hold(error, false);
        break;
      default:
        assertNever(after);
    }
  }

  async function run(id: SubmissionId): Promise<void> {
    options.changed(id);
    const sending = await sendSubmission({
      id,
      clientFor: () => options.clientFor(connectionId),
      submissions,
      steps: options.steps,
      known: options.known,
      lockCodes: options.lockCodes,
      records,
      checkRecords: options.checkRecords,
      lookFirst: options.lookFirst,
      patience,
      refusedCodes,
      mayGoOn: () => isOpen() && options.isReachable(connectionId),
      maySend: () => options.maySend() && !options.sendsAs().isPaused,
      linesInFlight: () => options.sendsAs().linesInFlight,
      progressed: () => options.changed(id),
      clock,
      log,
    });
    if (gate.kind === 'closed') return;
    settle(id, sending);
    options.changed(id);
  }

  function settle(id: SubmissionId, sending: Sending): void {
    switch (sending.ended) {
      case 'sent':
        failedTries = 0;
        options.sent(id);
        break;
      case 'withdrawn':
        options.withdrawn(id);
        break;
      case 'needs-attention':
        break;
      case 'pause':
        pause(id, sending.delayMs);
        break;
      case 'interrupted':
        submissions.move(id, ['sending'], { state: 'queued' });
        showGate();
        break;
      case 'wait':
        submissions.move(id, ['sending'], { state: 'queued' });
        // Another order may have met the same a moment before.
        if (isOpen()) wait(sending.error, sending.retryAfterMs);
        else showGate();
        break;
      case 'hold':
        submissions.move(id, ['sending'], { state: 'queued' });
        hold(sending.error, sending.untilPerson);
        break;
      default:
        assertNever(sending);
    }
  }

  function pause(id: SubmissionId, delayMs: number): void {
    const nextTryAt = new Date(clock.now().getTime() + delayMs).toISOString();
    submissions.move(id, ['sending'], { state: 'queued', nextTryAt });
    const goOn = guarded(send);
    const callOff = clock.schedule(delayMs, () => {
      pauses.delete(id);
      goOn();
    });
    pauses.set(id, callOff);
    showGate();
  }

  function endPauses(): void {
    for (const callOff of pauses.values()) callOff();
    pauses.clear();
  }

  /** After the disk failed, and when nothing is under way: what was left *intended* counts as unknown, as after a start. */
  function restart(): void {
    if (gate.kind !== 'stopped') return;
    try {
      records.recover(connectionId);
      open();
    } catch (cause) {
      stop(cause);
    }
  }

  return {
    pump: guarded(() => {
      showGate();
      send();
    }),
    wake() {
      failedTries = 0;
      endPauses();
      if (gate.kind === 'stopped') void Promise.all(running).then(restart);
      else guarded(open)();
    },
    newSurroundings: guarded(() => {
      const next = afterNewSurroundings(gate, clock.now());
      if (next === 'stay') return;
      failedTries = 0;
      endPauses();
      if (next === 'ask') probe();
      else open();
    }),
    doubtEnded: patience.forget,
    answered: guarded(() => {
      if (endsWithAnswer()) succeed();
    }),
    stoppedBy: () => (gate.kind === 'stopped' ? gate.problem : null),
    async close() {
      setGate({ kind: 'closed' });
      endPauses();
      await Promise.all(running);
    },
  };
}
