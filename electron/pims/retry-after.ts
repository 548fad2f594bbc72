/** When PIMS asks us to wait and does not say how long. */
const DEFAULT_WAIT_MS = 60_000;
const SHORTEST_WAIT_MS = 1_000;
/** A server that asks for a day means an hour at a time: a person may have put it right meanwhile. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Reads a `Retry-After` header, seconds or an HTTP date, in milliseconds. A date is read against the answer's own
 * `Date` where it has one, since clocks of desks are often wrong; else against `nowMs`. Bounded on both sides.
 */
export function readRetryAfter(header: string | null, date: string | null, nowMs: number): number {
  const text = (header ?? '').trim();
  if (text === '') return DEFAULT_WAIT_MS;
  if (/^\d+(\.\d+)?$/.test(text)) return bounded(Number(text) * 1_000);
  const until = Date.parse(text);
  if (Number.isNaN(until)) return DEFAULT_WAIT_MS;
  const served = Date.parse(date ?? '');
  return bounded(until - (Number.isNaN(served) ? nowMs : served));
}

function bounded(waitMs: number): number {
  return Math.round(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, waitMs)));
}
