import { beforeAll, describe, expect, it } from 'vitest';
import { createKeytarKeychain } from '../../../electron/credentials/keytar-keychain.ts';
import { hasKeyring } from './keyring-session.ts';

describe.skipIf(!hasKeyring())('a computer without a session bus', () => {
  beforeAll(() => {
    process.env.DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nonexistent/bus';
  });

  it('says what is missing, on every kind of call', async () => {
    const keychain = createKeytarKeychain();
    const expected = { code: 'keychain-unavailable', details: { package: expect.stringContaining('dbus') } };
    await expect(keychain.get('a')).rejects.toMatchObject(expected);
    await expect(keychain.set('a', 'secret')).rejects.toMatchObject(expected);
    await expect(keychain.delete('a')).rejects.toMatchObject(expected);
  });
});
