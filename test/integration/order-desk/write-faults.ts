import type { Fault } from '../../../electron/practice-server/faults/fault.ts';

/** What a fault means for a write that meets it. */
export type FaultMeaning = 'goes-on' | 'refused' | 'unknown' | 'unknown-and-held';

/** Every fault of the practice server that a write may meet. */
export const writeFaults: readonly (readonly [Fault, FaultMeaning])[] = [
  [{ kind: 'drop', when: 'before-reading' }, 'unknown'],
  [{ kind: 'drop', when: 'before', reset: true }, 'unknown'],
  [{ kind: 'drop', when: 'after' }, 'unknown'],
  [{ kind: 'drop', when: 'mid-answer' }, 'unknown'],
  [{ kind: 'slow', ms: 30 }, 'goes-on'],
  [{ kind: 'slow', ms: 30, when: 'after' }, 'goes-on'],
  [{ kind: 'server-error', when: 'before' }, 'unknown'],
  [{ kind: 'server-error', when: 'after' }, 'unknown'],
  [{ kind: 'rate-limited', retryAfter: 0 }, 'goes-on'],
  [{ kind: 'bad-request', shape: 'message', message: 'The part is blocked' }, 'refused'],
  [{ kind: 'malformed-json' }, 'unknown'],
  [{ kind: 'truncated-json' }, 'unknown'],
  [{ kind: 'huge-body', bytes: 30_000_000 }, 'unknown'],
  [{ kind: 'sign-in-page' }, 'unknown-and-held'],
  [{ kind: 'redirect' }, 'unknown-and-held'],
  [{ kind: 'proxy-auth' }, 'unknown-and-held'],
  [{ kind: 'proxy-page' }, 'unknown'],
  [{ kind: 'answer', status: 403, body: 'blocked' }, 'unknown-and-held'],
];
