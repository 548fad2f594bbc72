import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../electron/ipc/dispatch.ts';
import type { Handlers } from '../../../electron/ipc/handlers.ts';
import { DeskError } from '../../../shared/errors.ts';
import { type Channel, contract } from '../../../shared/ipc/contract.ts';

/** A dispatch whose handlers all fail the test, but for those given. */
function dispatchWith(given: Partial<Handlers<Channel>>) {
  const reports: { message: string; error: unknown }[] = [];
  const unexpected = Object.fromEntries(
    Object.keys(contract).map((channel) => [
      channel,
      () => {
        throw new Error(`${channel} was not expected to be called`);
      },
    ]),
  ) as unknown as Handlers<Channel>;
  const dispatch = createDispatch({
    handlers: { ...unexpected, ...given },
    report: (message, error) => reports.push({ message, error }),
  });
  return { dispatch, reports };
}

describe('dispatch', () => {
  it('hands the checked input on and answers the value', async () => {
    const { dispatch } = dispatchWith({ 'orders.fieldNames': ({ table }) => [table, 'QUANTITY'] });
    expect(await dispatch('orders.fieldNames', { table: 'ORDERS' })).toEqual({
      ok: true,
      value: ['ORDERS', 'QUANTITY'],
    });
  });

  it.each([
    ['a name that is not in the contract', 'orders.everything'],
    ['a name that every object has', 'constructor'],
    ['the prototype', '__proto__'],
    ['no name', undefined],
    ['an object that turns into a name', { toString: (): string => 'app.info' }],
    ['a list of names', ['app.info']],
  ])('refuses %s', async (_what, channel) => {
    const { dispatch, reports } = dispatchWith({});
    expect(await dispatch(channel, {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { path: 'channel' } },
    });
    expect(reports).toEqual([]);
  });

  it('says where an input is wrong, and does not repeat what was typed', async () => {
    const { dispatch } = dispatchWith({});
    const connection = {
      name: 'Main',
      baseUrl: '',
      teamId: 't',
      apiId: 'a',
      kind: 'live',
      secret: 'hush-hush',
    };
    const answer = await dispatch('connections.save', { connection, keepSecretIn: 'keychain' });
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        message: 'Enter the address of the PIMS server.',
        details: { path: 'connection.baseUrl' },
      },
    });
  });

  it('refuses keys that the contract does not name', async () => {
    const { dispatch } = dispatchWith({});
    expect(await dispatch('app.info', { path: '/etc/passwd' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });

  it('keeps what the contract does not name out of the answer', async () => {
    const leaky = {
      id: 'c1',
      name: 'Main',
      baseUrl: 'https://pims.example.com',
      teamId: 't',
      apiId: 'a',
      kind: 'live',
      secret: 'keychain',
      chosen: true,
      referenceField: 'REFERENCE_NUMBER',
      linesInFlight: 1,
      settleSeconds: 60,
      pausedAt: null,
      apiSecret: 'hush-hush',
    };
    const { dispatch } = dispatchWith({ 'connections.list': () => [leaky] as never });
    const answer = await dispatch('connections.list', {});
    expect(answer).toMatchObject({ ok: true, value: [{ id: 'c1', name: 'Main' }] });
    expect(JSON.stringify(answer)).not.toContain('hush-hush');
  });

  it('passes our own errors on as they are', async () => {
    const error = new DeskError('rate-limited', 'PIMS asks to wait.', { retryAfterMs: 2000 });
    const { dispatch, reports } = dispatchWith({
      'outbox.wake': () => {
        throw error;
      },
    });
    expect(await dispatch('outbox.wake', {})).toEqual({ ok: false, error: error.toShape() });
    expect(reports).toEqual([]);
  });

  it.each([
    ['an error of another kind', new TypeError('secret of undefined at /home/someone/app.js:3')],
    ['a thrown text', 'broken'],
  ])('answers a plain sentence to %s and reports it', async (_what, thrown) => {
    const { dispatch, reports } = dispatchWith({ 'outbox.wake': () => Promise.reject(thrown) });
    const answer = await dispatch('outbox.wake', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toMatch(/undefined|someone|broken/);
    expect(reports).toEqual([{ message: 'The call outbox.wake failed', error: thrown }]);
  });

  it('treats an answer that breaks the contract as a defect', async () => {
    const { dispatch, reports } = dispatchWith({ 'drafts.list': () => 'none' as never });
    expect(await dispatch('drafts.list', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(reports).toHaveLength(1);
  });
});
