import type { SecretKeeping } from '../../shared/connections/connection.ts';
import { DeskError, type ErrorCode } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Keychain } from './keychain.ts';
import { keychainMessage } from './keychain-errors.ts';

/** The API secrets of the connections. They never leave the main process. */
export interface SecretStore {
  /**
   * Keeps a secret, in the keychain or in memory until quitting. In the keychain means written, read back and
   * compared; an entry that holds it already is left alone. On a failure nothing is changed here.
   *
   * @throws DeskError with a `keychain-*` code.
   */
  keep(id: ConnectionId, secret: string, place: 'keychain' | 'memory'): Promise<void>;
  /**
   * Reads a secret, from the keychain only once. After the keychain needed a person (locked, cancelled, denied,
   * unavailable) the same error comes again without asking it, until `retry`.
   *
   * @throws DeskError `secret-missing` or with a `keychain-*` code.
   */
  read(id: ConnectionId): Promise<string>;
  /** Asks the keychain once more after it needed a person; throws as `read` does. */
  retry(id: ConnectionId): Promise<void>;
  /** Forgets a secret everywhere. Throws a `keychain-*` error when its entry could not be removed. */
  forget(id: ConnectionId): Promise<void>;
  /** Where a secret is. One that a keychain still holds back counts as there. */
  place(id: ConnectionId): Promise<SecretKeeping>;
}

interface KeptSecret {
  readonly secret: string;
  readonly place: 'keychain' | 'memory';
}

/** CRED_MAX_CREDENTIAL_BLOB_SIZE of Windows. keytar writes UTF-8; other programs' UTF-16 is the safer measure. */
const WINDOWS_LIMIT_BYTES = 2_560;

/** Failures of the keychain as a whole: asking for another entry would only bring up the next prompt. */
const wholeKeychain: readonly ErrorCode[] = ['keychain-locked', 'keychain-cancelled', 'keychain-unavailable'];

export function createSecretStore(options: {
  readonly keychain: Keychain;
  readonly platform: NodeJS.Platform;
}): SecretStore {
  const { keychain, platform } = options;
  const kept = new Map<ConnectionId, KeptSecret>();
  const underWay = new Map<ConnectionId, Promise<string>>();
  const denied = new Map<ConnectionId, DeskError>();
  let closed: DeskError | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time, so that there are never two prompts, and the second in line sees what became of the first. */
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const result = turn.then(action);
    turn = result.catch(() => undefined);
    return result;
  };

  const openAgain = (id: ConnectionId): void => {
    closed = null;
    denied.delete(id);
  };

  const readKeychain = async (id: ConnectionId): Promise<string> => {
    const known = kept.get(id);
    if (known !== undefined) return known.secret;
    const before = closed ?? denied.get(id);
    if (before !== undefined) throw before;
    try {
      const secret = await keychain.get(id);
      if (secret === null) {
        throw new DeskError(
          'secret-missing',
          'The API secret of this connection is not on this computer. Enter it in the settings.',
        );
      }
      return secret;
    } catch (error) {
      if (error instanceof DeskError) {
        if (wholeKeychain.includes(error.code)) closed = error;
        if (error.code === 'keychain-denied') denied.set(id, error);
      }
      throw error;
    }
  };

  const read = (id: ConnectionId): Promise<string> => {
    const known = kept.get(id);
    if (known !== undefined) return Promise.resolve(known.secret);
    const running = underWay.get(id);
    if (running !== undefined) return running;
    const reading = inTurn(() => readKeychain(id)).then(
      (secret) => {
        // Not over one that was kept, nor for a connection that was forgotten, while the keychain was asked.
        if (underWay.get(id) === reading) {
          underWay.delete(id);
          kept.set(id, { secret, place: 'keychain' });
        }
        return secret;
      },
      (error: unknown) => {
        if (underWay.get(id) === reading) underWay.delete(id);
        throw error;
      },
    );
    underWay.set(id, reading);
    return reading;
  };

  const writeKeychain = async (id: ConnectionId, secret: string): Promise<void> => {
    if ((await keychain.get(id)) === secret) return;
    await keychain.set(id, secret);
    if ((await keychain.get(id)) === secret) return;
    await removeQuietly(keychain, id, wholeKeychain);
    throw new DeskError('keychain-mismatch', keychainMessage('keychain-mismatch', platform));
  };

  return {
    keep: async (id, secret, place) => {
      if (place === 'keychain') {
        checkLength(secret, platform);
        await inTurn(() => writeKeychain(id, secret));
        openAgain(id);
      } else {
        // An older entry would come back after a restart. A keychain that can't be used may well hold none.
        await inTurn(() => removeQuietly(keychain, id, [...wholeKeychain, 'keychain-denied']));
        denied.delete(id);
      }
      underWay.delete(id);
      kept.set(id, { secret, place });
    },

    read,

    retry: async (id) => {
      openAgain(id);
      await read(id);
    },

    forget: async (id) => {
      const place = kept.get(id)?.place;
      underWay.delete(id);
      kept.delete(id);
      denied.delete(id);
      // Where there is no keychain there is no entry to remove.
      const quiet: readonly ErrorCode[] = place === 'memory' ? wholeKeychain : ['keychain-unavailable'];
      await inTurn(() => removeQuietly(keychain, id, quiet));
    },

    place: async (id) => {
      const known = kept.get(id);
      if (known !== undefined) return known.place;
      try {
        await read(id);
        return kept.get(id)?.place ?? 'missing';
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        const heldBack: readonly ErrorCode[] = ['keychain-locked', 'keychain-cancelled', 'keychain-denied'];
        return heldBack.includes(error.code) ? 'keychain' : 'missing';
      }
    },
  };
}

/** Windows cuts nothing off but fails with words that say nothing; so it is checked before. */
function checkLength(secret: string, platform: NodeJS.Platform): void {
  const bytes = Buffer.byteLength(secret, 'utf16le');
  if (platform !== 'win32' || bytes <= WINDOWS_LIMIT_BYTES) return;
  throw new DeskError('keychain-secret-too-long', keychainMessage('keychain-secret-too-long', platform), {
    longest: WINDOWS_LIMIT_BYTES / 2,
    length: bytes / 2,
  });
}

async function removeQuietly(
  keychain: Keychain,
  id: ConnectionId,
  quiet: readonly ErrorCode[],
): Promise<void> {
  try {
    await keychain.delete(id);
  } catch (error) {
    if (!(error instanceof DeskError) || !quiet.includes(error.code)) throw error;
  }
}
