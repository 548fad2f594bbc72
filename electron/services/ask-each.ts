import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import { pauseAfterRateLimit } from '../outbox/sending/back-off.ts';
import { asDeskError } from '../outbox/words.ts';

/** Something that PIMS is asked once. */
export interface Question {
  readonly connectionId: ConnectionId;
}

export interface Asking<T extends Question, Client, Answer> {
  readonly clientFor: (id: ConnectionId) => Promise<Client>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** One question. Throws `DeskError` when PIMS does not answer it. */
  readonly read: (client: Client, question: T) => Promise<Answer>;
  /** What stands for an answer where there is none: the question failed, or was not put at all. */
  readonly unanswered: (error: DeskError) => Answer;
  /** Called once for each question. */
  readonly answered: (question: T, answer: Answer) => void;
  /** The rest of the connection is not asked for. */
  readonly stopped?: (id: ConnectionId, error: DeskError) => void;
  /** PIMS asked for a pause until then, ISO; null when it is over. */
  readonly paused?: (until: string | null) => void;
}

/** So many questions are under way at a time. */
const AT_ONCE = 3;
/** A connection whose answers fail so often in a row is not asked any more: each failure may take half a minute. */
const FAILURES_IN_A_ROW = 3;
/** So often PIMS may ask for a pause before a question is given up. */
const MOST_PAUSES = 5;

/**
 * Asks PIMS many things, a few at a time, each once. One that fails disturbs no other; a connection that can't be used is
 * left alone from then on. Pauses are kept as PIMS asks. Ends when every question has its answer, or was called off.
 */
export async function askEach<T extends Question, Client, Answer>(
  questions: readonly T[],
  asking: Asking<T, Client, Answer>,
): Promise<void> {
  const { clientFor, clock, signal } = asking;
  const queue = [...questions];
  const stops = new Map<ConnectionId, DeskError>();
  const failures = new Map<ConnectionId, number>();
  const pauses = new Map<ConnectionId, Promise<void>>();

  function stop(id: ConnectionId, error: DeskError): Answer {
    if (!stops.has(id)) {
      stops.set(id, error);
      asking.stopped?.(id, error);
    }
    return asking.unanswered(error);
  }

  function pause(id: ConnectionId, error: DeskError): Promise<void> {
    const running = pauses.get(id);
    if (running !== undefined) return running;
    const { retryAfterMs } = error.details;
    const ms = pauseAfterRateLimit(typeof retryAfterMs === 'number' ? retryAfterMs : null, Math.random());
    asking.paused?.(new Date(clock.now().getTime() + ms).toISOString());
    const over = wait(clock, ms, signal).then(() => {
      pauses.delete(id);
      if (pauses.size === 0) asking.paused?.(null);
    });
    pauses.set(id, over);
    return over;
  }

  async function ask(question: T): Promise<Answer> {
    const id = question.connectionId;
    for (let pausesKept = 0; ; pausesKept += 1) {
      await pauses.get(id);
      if (signal.aborted) return asking.unanswered(calledOff());
      const stopped = stops.get(id);
      if (stopped !== undefined) return asking.unanswered(stopped);
      let client: Client;
      try {
        client = await clientFor(id);
      } catch (cause) {
        return stop(id, asDeskError(cause));
      }
      try {
        const answer = await asking.read(client, question);
        failures.set(id, 0);
        return answer;
      } catch (cause) {
        const error = asDeskError(cause);
        if (signal.aborted) return asking.unanswered(calledOff());
        if (error.code === 'rate-limited' && pausesKept < MOST_PAUSES) {
          await pause(id, error);
          continue;
        }
        if (!concernsOneQuestion(error)) return stop(id, error);
        const inARow = (failures.get(id) ?? 0) + 1;
        failures.set(id, inARow);
        return inARow < FAILURES_IN_A_ROW ? asking.unanswered(error) : stop(id, error);
      }
    }
  }

  async function work(): Promise<void> {
    for (let question = queue.shift(); question !== undefined; question = queue.shift()) {
      asking.answered(question, await ask(question));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function calledOff(): DeskError {
  return new DeskError('cancelled', 'Cancelled before PIMS was asked.', { reason: 'cancelled' });
}

/** Whether the next question may fare better: PIMS refuses this one, or failed while it was to answer it. */
function concernsOneQuestion({ code }: DeskError): boolean {
  return code === 'rejected' || code === 'unknown-outcome' || code === 'rate-limited' || code === 'internal';
}

/** Resolves after a time, or at once when it is called off. */
function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      callOff();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const callOff = clock.schedule(ms, end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
