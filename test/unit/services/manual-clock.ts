import type { Clock } from '../../../electron/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Runs what is due within this time, in order, and whatever that waits for. */
  advance(ms: number): Promise<void>;
}

export function manualClock(): ManualClock {
  let now = 0;
  let waiting: { readonly due: number; readonly work: () => void }[] = [];
  return {
    now: () => new Date(now),
    monotonic: () => now,
    schedule(delayMs, work) {
      const entry = { due: now + delayMs, work };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (next === undefined) break;
        now = next.due;
        waiting = waiting.filter((one) => one !== next);
        next.work();
        await settled();
      }
      now = end;
    },
  };
}

/** Lets promises that are due go on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
