import type { Keychain } from '../../../electron/credentials/keychain.ts';
import { DeskError, type ErrorCode } from '../../../shared/errors.ts';

/** A keychain in memory that counts what it is asked, and fails or waits as told. */
export class FakeKeychain implements Keychain {
  readonly entries = new Map<string, string>();
  readonly calls: string[] = [];
  /** Fails every call, or those of one kind. */
  failure: ErrorCode | null = null;
  failing: 'all' | 'get' | 'set' | 'delete' = 'all';
  /** What is written instead of what was asked for. */
  garble: (secret: string) => string = (secret) => secret;
  /** Answers of `get` wait for this. */
  hold: Promise<void> = Promise.resolve();
  #open = 0;
  mostAtOnce = 0;

  async get(account: string): Promise<string | null> {
    return this.#call('get', account, async () => {
      await this.hold;
      return this.entries.get(account) ?? null;
    });
  }

  async set(account: string, secret: string): Promise<void> {
    await this.#call('set', account, async () => {
      this.entries.set(account, this.garble(secret));
    });
  }

  async delete(account: string): Promise<void> {
    await this.#call('delete', account, async () => {
      this.entries.delete(account);
    });
  }

  async #call<T>(kind: 'get' | 'set' | 'delete', account: string, action: () => Promise<T>): Promise<T> {
    this.calls.push(`${kind} ${account}`);
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    try {
      const result = await action();
      if (this.failure !== null && (this.failing === 'all' || this.failing === kind)) {
        throw new DeskError(this.failure, 'The keychain does not.');
      }
      return result;
    } finally {
      this.#open -= 1;
    }
  }
}
