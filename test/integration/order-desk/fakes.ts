import { type Clock, systemClock } from '../../../electron/clock.ts';
import type { Keychain } from '../../../electron/credentials/keychain.ts';

/** How far the hasty clock has run ahead of the system's. */
let ahead = 0;

const HOUR_MS = 3_600_000;

/**
 * The system's clock, except that no wait is longer than a blink: the clock then jumps to where it should end. Waits of
 * `neverFromMs` or more don't end at all.
 */
function hasty(neverFromMs: number): Clock {
  const clock: Clock = {
    now: systemClock.now,
    monotonic: () => systemClock.monotonic() + ahead,
    schedule: (delayMs, work) => {
      if (delayMs >= neverFromMs) return () => undefined;
      const due = clock.monotonic() + delayMs;
      return systemClock.schedule(Math.min(delayMs, 15), () => {
        ahead += Math.max(0, due - clock.monotonic());
        work();
      });
    },
  };
  return clock;
}

/** What comes once a day, such as a backup, does not come under it: a test lasts a moment. */
export const hastyClock = hasty(HOUR_MS);

/** Days go by in it, and what comes once a day comes again and again. */
export const clockOfDays = hasty(Number.POSITIVE_INFINITY);

/** A keychain in memory; what it throws can be set. */
export interface FakeKeychain extends Keychain {
  readonly entries: Map<string, string>;
  failWith: Error | null;
}

export function fakeKeychain(): FakeKeychain {
  const entries = new Map<string, string>();
  const keychain: FakeKeychain = {
    entries,
    failWith: null,
    get: async (account) => {
      if (keychain.failWith !== null) throw keychain.failWith;
      return entries.get(account) ?? null;
    },
    set: async (account, secret) => {
      if (keychain.failWith !== null) throw keychain.failWith;
      entries.set(account, secret);
    },
    delete: async (account) => {
      if (keychain.failWith !== null) throw keychain.failWith;
      entries.delete(account);
    },
  };
  return keychain;
}

/** A clock whose hands a test moves. */
export function movedClock(): Clock & { aheadMs: number } {
  const clock = {
    ...hastyClock,
    aheadMs: 0,
    now: () => new Date(hastyClock.now().getTime() + clock.aheadMs),
  };
  return clock;
}
