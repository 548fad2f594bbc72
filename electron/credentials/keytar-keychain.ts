import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DeskError } from '../../shared/errors.ts';
import type { Keychain } from './keychain.ts';
import { keychainMessage, toKeychainError } from './keychain-errors.ts';
import { isLockedEntry } from './secret-service.ts';

type Keytar = typeof import('keytar');

/** The name under which entries are seen in the system's own keychain program. Changing it loses all of them. */
export const KEYCHAIN_SERVICE = 'Order Desk';

/**
 * The operating system's keychain through keytar: macOS Keychain, Windows Credential Manager, or a Secret Service on
 * Linux. Entries are got by name only: listing them crashed keytar when the question for the password was closed.
 */
export function createKeytarKeychain(
  options: { readonly service?: string; readonly platform?: NodeJS.Platform } = {},
): Keychain {
  const service = options.service ?? KEYCHAIN_SERVICE;
  const platform = options.platform ?? process.platform;

  const use = async <T>(action: (keytar: Keytar) => Promise<T>): Promise<T> => {
    try {
      return await action(loadKeytar());
    } catch (error) {
      throw toKeychainError(error, { platform, osRelease: platform === 'linux' ? osRelease() : '' });
    }
  };

  /** “No such entry” on Linux may mean that the keyring is locked. */
  const refuseLocked = async (account: string): Promise<void> => {
    if (platform === 'linux' && (await isLockedEntry(service, account))) {
      throw new DeskError('keychain-locked', keychainMessage('keychain-locked', platform));
    }
  };

  return {
    get: async (account) => {
      const secret = await use((keytar) => keytar.getPassword(service, account));
      if (secret === null) await refuseLocked(account);
      return secret;
    },
    set: (account, secret) => use((keytar) => keytar.setPassword(service, account, secret)),
    delete: async (account) => {
      const deleted = await use((keytar) => keytar.deletePassword(service, account));
      if (!deleted) await refuseLocked(account);
    },
  };
}

/** At first use: it brings in libsecret and D-Bus, which would cost time at every start. */
function loadKeytar(): Keytar {
  return createRequire(import.meta.url)('keytar');
}

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
