import { type Clock, systemClock } from '../../../electron/clock.ts';
import type { Keychain } from '../../../electron/credentials/keychain.ts';

/** The system's clock, except that no wait is longer than a blink. */
export const hastyClock: Clock = {
  ...systemClock,
  schedule: (delayMs, work) => systemClock.schedule(Math.min(delayMs, 15), work),
};

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
