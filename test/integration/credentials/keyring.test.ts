import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeytarKeychain } from '../../../electron/credentials/keytar-keychain.ts';
import { createSecretStore } from '../../../electron/credentials/secret-store.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { hasKeyring, type KeyringSession, startKeyringSession } from './keyring-session.ts';

describe.skipIf(!hasKeyring())('a real keyring', () => {
  let session: KeyringSession;
  const keychain = createKeytarKeychain();
  const newStore = () => createSecretStore({ keychain, platform: 'linux' });
  const a = connectionIdSchema.parse('0f9c2a7e-connection.a');

  beforeAll(async () => {
    session = await startKeyringSession({ service: true });
  });
  afterAll(() => session?.end());

  it('keeps a secret beyond this run, and forgets it', async () => {
    const secret = 'pä:ss wörd “x” 🔑\n';
    await newStore().keep(a, secret, 'keychain');
    const next = newStore();
    expect(await next.read(a)).toBe(secret);
    expect(await next.place(a)).toBe('keychain');
    await next.forget(a);
    await expect(newStore().read(a)).rejects.toMatchObject({ code: 'secret-missing' });
    await next.forget(a);
  });

  it('notices a secret that the keyring would cut off', async () => {
    await expect(newStore().keep(a, 'before\0after', 'keychain')).rejects.toMatchObject({
      code: 'keychain-mismatch',
    });
    await expect(newStore().read(a)).rejects.toMatchObject({ code: 'secret-missing' });
  });

  it('tells a locked keyring from a secret that was never saved', async () => {
    await newStore().keep(a, 'secret', 'keychain');
    await session.lock();
    const store = newStore();
    await expect(store.read(a)).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(await store.place(a)).toBe('keychain');
    await expect(store.keep(a, 'other', 'keychain')).rejects.toMatchObject({ code: 'keychain-locked' });
    await expect(store.forget(a)).rejects.toMatchObject({ code: 'keychain-locked' });
    const never = connectionIdSchema.parse('never-saved');
    await expect(newStore().read(never)).rejects.toMatchObject({ code: 'secret-missing' });
    await expect(newStore().keep(never, 'secret', 'keychain')).rejects.toMatchObject({
      code: 'keychain-locked',
    });
    // The fallback needs no keyring.
    await store.keep(a, 'in memory', 'memory');
    expect(await store.read(a)).toBe('in memory');
  });
});
