/** Time as the application below IPC sees it: injected, so that tests decide how long a wait lasts. */
export interface Clock {
  /** Wall clock, for showing and for dates. It may jump: never measure a duration with it. */
  now(): Date;
  /** Milliseconds that only ever grow, from an arbitrary start. */
  monotonic(): number;
  /** Runs `work` once after `delayMs`; the answer calls it off. */
  schedule(delayMs: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  schedule: (delayMs, work) => {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
};
