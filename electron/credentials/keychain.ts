/**
 * The operating system's store for secrets, one entry per account, found by its name only. Failures are thrown as
 * `DeskError` with a `keychain-*` code.
 */
export interface Keychain {
  /** Null when there is no such entry. May ask the person to unlock the keychain. */
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  /** Does nothing when there is no such entry. */
  delete(account: string): Promise<void>;
}
