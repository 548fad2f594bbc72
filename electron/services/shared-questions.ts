import { DeskError } from '../../shared/errors.ts';

/** Questions that are under way, each asked once however many wait for its answer. */
export interface SharedQuestions<Answer> {
  /**
   * Asks, or joins those who asked the same. Whoever calls off (`signal`) is `cancelled` at once; the question itself is
   * called off when nobody waits for it any more.
   */
  ask(
    key: readonly unknown[],
    question: (signal: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer>;
  /** Calls all of them off. */
  callOff(): void;
}

interface Running<Answer> {
  readonly controller: AbortController;
  readonly answer: Promise<Answer>;
  waiting: number;
}

export function createSharedQuestions<Answer>(): SharedQuestions<Answer> {
  const inFlight = new Map<string, Running<Answer>>();

  function start(key: string, question: (signal: AbortSignal) => Promise<Answer>): Running<Answer> {
    const controller = new AbortController();
    const answer = question(controller.signal).finally(() => {
      if (inFlight.get(key) === running) inFlight.delete(key);
    });
    // Those who wait hear of a failure; when nobody does any more, it concerns nobody.
    answer.catch(() => undefined);
    const running: Running<Answer> = { controller, answer, waiting: 0 };
    inFlight.set(key, running);
    return running;
  }

  return {
    async ask(parts, question, signal) {
      if (signal?.aborted === true) throw cancelled();
      const key = JSON.stringify(parts);
      const running = inFlight.get(key) ?? start(key, question);
      running.waiting += 1;
      let leave = () => {};
      const left = new Promise<never>((_, reject) => {
        leave = () => {
          running.waiting -= 1;
          if (running.waiting === 0) {
            inFlight.delete(key);
            running.controller.abort();
          }
          reject(cancelled());
        };
      });
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([running.answer, left]);
      } finally {
        signal?.removeEventListener('abort', leave);
      }
    },
    callOff() {
      for (const { controller } of inFlight.values()) controller.abort();
    },
  };
}

function cancelled(): DeskError {
  return new DeskError('cancelled', 'Cancelled before PIMS answered.', { reason: 'cancelled' });
}
