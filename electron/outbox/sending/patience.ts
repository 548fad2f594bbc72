import type { SubmissionId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import { delayBeforeTry } from './back-off.ts';

/**
 * What a queue keeps in mind about steps whose outcome is not known: since when, and how often PIMS could not be
 * asked. On the monotonic clock, and begun anew after a start, since a wall clock may jump (design section 6).
 */
export interface Patience {
  /** The outcome of the latest send became unknown now. */
  sent(id: SubmissionId): void;
  /** Milliseconds until what has not shown counts as not arrived. A submission not heard of before begins now. */
  settlesIn(id: SubmissionId): number;
  /** PIMS could not be asked: how often by now, and how long to wait before the next time, in milliseconds. */
  lookFailed(id: SubmissionId): { readonly times: number; readonly delayMs: number };
  /** PIMS was asked. */
  looked(id: SubmissionId): void;
  forget(id: SubmissionId): void;
}

/**
 * @param settleMs How long a request may still be applied by PIMS after the connection broke, in milliseconds. What has
 * not shown by then counts as never arrived.
 */
export function createPatience(clock: Clock, random: () => number, settleMs: () => number): Patience {
  const brokenAt = new Map<SubmissionId, number>();
  const failures = new Map<SubmissionId, number>();
  return {
    sent(id) {
      brokenAt.set(id, clock.monotonic());
    },
    settlesIn(id) {
      const since = brokenAt.get(id) ?? clock.monotonic();
      brokenAt.set(id, since);
      return Math.max(0, since + settleMs() - clock.monotonic());
    },
    lookFailed(id) {
      const before = failures.get(id) ?? 0;
      failures.set(id, before + 1);
      return { times: before + 1, delayMs: delayBeforeTry(before, random()) };
    },
    looked(id) {
      failures.delete(id);
    },
    forget(id) {
      brokenAt.delete(id);
      failures.delete(id);
    },
  };
}
