import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSecretStore } from '../../../electron/credentials/secret-store.ts';
import { DeskError, type ErrorCode } from '../../../shared/errors.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { FakeKeychain } from './fake-keychain.ts';

const a = connectionIdSchema.parse('a');
const b = connectionIdSchema.parse('b');
const secret = 'geheim-ü-0815';

function setUp(platform: NodeJS.Platform = 'linux') {
  const keychain = new FakeKeychain();
  return { keychain, store: createSecretStore({ keychain, platform }) };
}

const needsPerson = [
  'keychain-locked',
  'keychain-cancelled',
  'keychain-unavailable',
  'keychain-denied',
] as const;

describe('keeping in the keychain', () => {
  it('writes, reads back and compares', async () => {
    const { keychain, store } = setUp();
    await store.keep(a, secret, 'keychain');
    expect(keychain.calls).toEqual(['get a', 'set a', 'get a']);
    expect(keychain.entries.get('a')).toBe(secret);
    expect(await store.read(a)).toBe(secret);
    expect(await store.place(a)).toBe('keychain');
    expect(keychain.calls).toHaveLength(3);
  });

  it('leaves an entry alone that holds it already', async () => {
    const { keychain, store } = setUp();
    keychain.entries.set('a', secret);
    await store.keep(a, secret, 'keychain');
    expect(keychain.calls).toEqual(['get a']);
  });

  it('notices a keychain that cuts, and leaves no wrong entry', async () => {
    const { keychain, store } = setUp();
    keychain.garble = (text) => text.slice(0, 5);
    await expect(store.keep(a, secret, 'keychain')).rejects.toMatchObject({ code: 'keychain-mismatch' });
    expect(keychain.entries.has('a')).toBe(false);
    await expect(store.read(a)).rejects.toMatchObject({ code: 'secret-missing' });
  });

  it('keeps the old secret in use when a new one can not be saved', async () => {
    const { keychain, store } = setUp();
    await store.keep(a, 'old', 'keychain');
    keychain.failure = 'keychain-full';
    keychain.failing = 'set';
    await expect(store.keep(a, secret, 'keychain')).rejects.toMatchObject({ code: 'keychain-full' });
    expect(await store.read(a)).toBe('old');
  });

  it('checks the length before it asks Windows', async () => {
    const { keychain, store } = setUp('win32');
    await store.keep(a, 'x'.repeat(1_280), 'keychain');
    await expect(store.keep(a, 'x'.repeat(1_281), 'keychain')).rejects.toMatchObject({
      code: 'keychain-secret-too-long',
      details: { longest: 1_280, length: 1_281 },
    });
    expect(keychain.entries.get('a')).toHaveLength(1_280);
    await setUp('darwin').store.keep(a, 'x'.repeat(5_000), 'keychain');
    await store.keep(a, 'x'.repeat(1_281), 'memory');
    expect(await store.read(a)).toHaveLength(1_281);
  });
});

describe('keeping in memory', () => {
  it('writes nothing, and takes an older entry away', async () => {
    const { keychain, store } = setUp();
    keychain.entries.set('a', 'old');
    await store.keep(a, secret, 'memory');
    expect(keychain.entries.size).toBe(0);
    expect(keychain.calls).toEqual(['delete a']);
    expect(await store.read(a)).toBe(secret);
    expect(await store.place(a)).toBe('memory');
  });

  it.each(needsPerson)('works when the keychain says %s', async (code) => {
    const { keychain, store } = setUp();
    keychain.failure = code;
    await store.keep(a, secret, 'memory');
    expect(await store.read(a)).toBe(secret);
  });
});

describe('reading', () => {
  it('asks the keychain once', async () => {
    const { keychain, store } = setUp();
    keychain.entries.set('a', secret);
    expect(await Promise.all([store.read(a), store.read(a), store.place(a)])).toEqual([
      secret,
      secret,
      'keychain',
    ]);
    expect(await store.read(a)).toBe(secret);
    expect(keychain.calls).toEqual(['get a']);
  });

  it('never asks two things at once, so that there are never two prompts', async () => {
    const { keychain, store } = setUp();
    keychain.entries.set('a', 'one').set('b', 'two');
    expect(
      await Promise.all([store.read(a), store.read(b), store.keep(b, 'three', 'keychain')]),
    ).toBeDefined();
    expect(keychain.mostAtOnce).toBe(1);
    expect(await store.read(b)).toBe('three');
  });

  it('says that a secret is missing, and finds it when it is there', async () => {
    const { keychain, store } = setUp();
    await expect(store.read(a)).rejects.toMatchObject({ code: 'secret-missing' });
    expect(await store.place(a)).toBe('missing');
    keychain.entries.set('a', secret);
    expect(await store.read(a)).toBe(secret);
  });

  it.each(needsPerson)('%s: asks no more until somebody says so', async (code) => {
    const { keychain, store } = setUp();
    keychain.entries.set('a', secret);
    keychain.failure = code;
    const readings = await Promise.allSettled([store.read(a), store.read(a)]);
    expect(readings).toMatchObject([{ reason: { code } }, { reason: { code } }]);
    await expect(store.read(a)).rejects.toMatchObject({ code });
    expect(await store.place(a)).toBe(code === 'keychain-unavailable' ? 'missing' : 'keychain');
    expect(keychain.calls).toEqual(['get a']);

    await expect(store.retry(a)).rejects.toMatchObject({ code });
    expect(keychain.calls).toHaveLength(2);
    keychain.failure = null;
    await store.retry(a);
    expect(await store.read(a)).toBe(secret);
    expect(keychain.calls).toHaveLength(3);
  });

  it('one closed prompt holds for every connection, one denied entry only for itself', async () => {
    const closed = setUp();
    closed.keychain.failure = 'keychain-cancelled';
    await Promise.allSettled([closed.store.read(a), closed.store.read(b)]);
    expect(closed.keychain.calls).toEqual(['get a']);

    const denied = setUp();
    denied.keychain.entries.set('b', secret);
    denied.keychain.failure = 'keychain-denied';
    await Promise.allSettled([denied.store.read(a)]);
    denied.keychain.failure = null;
    expect(await denied.store.read(b)).toBe(secret);
    await expect(denied.store.read(a)).rejects.toMatchObject({ code: 'keychain-denied' });
  });

  it.each(['keychain-full', 'internal'] satisfies ErrorCode[])(
    '%s is no reason to stop asking',
    async (code) => {
      const { keychain, store } = setUp();
      keychain.entries.set('a', secret);
      keychain.failure = code;
      await expect(store.read(a)).rejects.toMatchObject({ code });
      keychain.failure = null;
      expect(await store.read(a)).toBe(secret);
    },
  );

  it('saving a secret opens what was closed', async () => {
    const { keychain, store } = setUp();
    keychain.failure = 'keychain-locked';
    await Promise.allSettled([store.read(a)]);
    keychain.failure = null;
    await store.keep(a, secret, 'keychain');
    await expect(store.read(b)).rejects.toMatchObject({ code: 'secret-missing' });
  });
});

describe('while the keychain is being asked', () => {
  function held() {
    const { keychain, store } = setUp();
    keychain.entries.set('a', 'old');
    let release = () => {};
    keychain.hold = new Promise((resolve) => {
      release = resolve;
    });
    return { keychain, store, release: () => release() };
  }

  it('a secret that is kept meanwhile is not overwritten', async () => {
    const { store, release } = held();
    const reading = store.read(a);
    const keeping = store.keep(a, secret, 'memory');
    release();
    await Promise.all([reading, keeping]);
    expect(await store.read(a)).toBe(secret);
    expect(await store.place(a)).toBe('memory');
  });

  it('a secret that is forgotten meanwhile does not come back', async () => {
    const { store, release } = held();
    const first = store.read(a);
    const forgetting = store.forget(a);
    const second = store.read(a);
    release();
    expect(await first).toBe('old');
    await forgetting;
    await expect(second).rejects.toMatchObject({ code: 'secret-missing' });
    await expect(store.read(a)).rejects.toMatchObject({ code: 'secret-missing' });
  });
});

describe('forgetting', () => {
  it('takes the entry out of memory and keychain', async () => {
    const { keychain, store } = setUp();
    await store.keep(a, secret, 'keychain');
    await store.forget(a);
    expect(keychain.entries.size).toBe(0);
    expect(await store.place(a)).toBe('missing');
  });

  it('needs no keychain where there is none', async () => {
    const { keychain, store } = setUp();
    keychain.failure = 'keychain-unavailable';
    await store.keep(a, secret, 'memory');
    await store.forget(a);
    await store.forget(b);
  });

  it('says when an entry stays behind', async () => {
    const { keychain, store } = setUp();
    await store.keep(a, secret, 'keychain');
    keychain.failure = 'keychain-locked';
    await expect(store.forget(a)).rejects.toMatchObject({ code: 'keychain-locked' });
  });
});

it('shows no secret in an error or in itself', async () => {
  const { keychain, store } = setUp('win32');
  const long = secret.repeat(200);
  keychain.garble = (text) => text.slice(1);
  const errors = await Promise.allSettled([
    store.keep(a, secret, 'keychain'),
    store.keep(b, long, 'keychain'),
  ]);
  await store.keep(a, secret, 'memory');
  const everything = errors.map((error) => inspect(error, { depth: 20, showHidden: true }));
  everything.push(inspect(store, { depth: 20, showHidden: true }), String(store), JSON.stringify(store));
  expect(errors.every(({ status }) => status === 'rejected')).toBe(true);
  expect(everything.join('\n')).not.toContain(secret.slice(1));
  expect(new DeskError('keychain-mismatch', '').toShape().details).toEqual({});
});
