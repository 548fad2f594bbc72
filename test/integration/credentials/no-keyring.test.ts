import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeytarKeychain } from '../../../electron/credentials/keytar-keychain.ts';
import { createSecretStore } from '../../../electron/credentials/secret-store.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { hasKeyring, type KeyringSession, startKeyringSession } from './keyring-session.ts';

describe.skipIf(!hasKeyring())('a computer without a keyring service', () => {
  let session: KeyringSession;
  const a = connectionIdSchema.parse('a');
  const newStore = () => createSecretStore({ keychain: createKeytarKeychain(), platform: 'linux' });

  beforeAll(async () => {
    session = await startKeyringSession({ service: false });
  });
  afterAll(() => session?.end());

  it('names the package to install', async () => {
    const expected = { code: 'keychain-unavailable', details: { package: 'gnome-keyring' } };
    await expect(newStore().keep(a, 'secret', 'keychain')).rejects.toMatchObject(expected);
    await expect(newStore().read(a)).rejects.toMatchObject(expected);
    await expect(newStore().read(a)).rejects.toThrow('Install the package gnome-keyring');
  });

  it('still works until quitting', async () => {
    const store = newStore();
    await store.keep(a, 'secret', 'memory');
    expect(await store.read(a)).toBe('secret');
    expect(await store.place(a)).toBe('memory');
    await store.forget(a);
    expect(await store.place(a)).toBe('missing');
  });
});
