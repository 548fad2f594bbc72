/** Milliseconds before each further try to reach PIMS; the last one stays. */
const delays = [1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 60_000] as const;
const LAST_DELAY = 60_000;
/** For a 429 that does not say how long. */
const PAUSE_WHEN_UNSAID = 30_000;

/**
 * How long to wait before try number `attempt` (0 is the first after a failure), in milliseconds. A fifth of chance
 * keeps many desks from coming back at the same moment. `random` is in [0, 1).
 */
export function delayBeforeTry(attempt: number, random: number): number {
  const delay = delays[attempt] ?? LAST_DELAY;
  return Math.round(delay * (0.9 + 0.2 * random));
}

/** How long to pause after a 429, in milliseconds: never less than PIMS asked for. */
export function pauseAfterRateLimit(retryAfterMs: number | null, random: number): number {
  return Math.round((retryAfterMs ?? PAUSE_WHEN_UNSAID) + 1_000 * random);
}
