import { describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { startPractice } from './small-practice.ts';

const KEY = { teamId: 'team-1', apiId: 'desk', apiSecret: 'pä:ss wörd' };
const MISSING_TEAM = { status: 400, json: { status: 'error', message: "Missing 'teamID' parameter!" } };
const UNAUTHORIZED = {
  status: 401,
  json: { status: 'error', message: 'The API ID or API Secret is missing or invalid.' },
};

async function send(
  server: PracticeServer,
  query: Record<string, string>,
  options: { authorization?: string; body?: unknown; form?: string } = {},
): Promise<{ status: number; json: unknown }> {
  const { authorization, body, form } = options;
  const response = await fetch(
    `${server.baseUrl}/tenant/api/pims/v1/orders/${body || form ? 'create' : 'single'}?${new URLSearchParams({ orderNum: '54321', ...query })}`,
    {
      method: body || form ? 'POST' : 'GET',
      headers: {
        ...(authorization ? { authorization } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(form ? { body: form } : {}),
    },
  );
  return { status: response.status, json: await response.json() };
}

function basic(pair: string): string {
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
}

describe('authentication', () => {
  it('takes Basic in UTF-8, with a colon in the secret', async () => {
    const server = await startPractice({ credentials: KEY });
    const reply = await send(server, { teamID: 'team-1' }, { authorization: basic('desk:pä:ss wörd') });
    expect(reply.status).toBe(200);
  });

  it('takes apiID and apiSecret in the query', async () => {
    const server = await startPractice({ credentials: KEY });
    const reply = await send(server, { teamID: 'team-1', apiID: 'desk', apiSecret: KEY.apiSecret });
    expect(reply.status).toBe(200);
    expect(server.requests()[0]?.query).toEqual({ orderNum: '54321', teamID: 'team-1', apiID: 'desk' });
  });

  it('takes all three in a JSON body, and does not store them', async () => {
    const server = await startPractice({ credentials: KEY });
    const body = { teamID: 'team-1', apiID: 'desk', apiSecret: KEY.apiSecret, REFERENCE_NUMBER: 'A-1' };
    const reply = await send(server, {}, { body });
    expect(reply.status).toBe(200);
    expect(JSON.stringify(server.orders().at(-1))).not.toContain(KEY.apiSecret);
    expect(server.requests()[0]?.body).toEqual({ REFERENCE_NUMBER: 'A-1' });
  });

  it('takes all three in a form', async () => {
    const server = await startPractice({ credentials: KEY });
    const form = new URLSearchParams({
      teamID: 'team-1',
      apiID: 'desk',
      apiSecret: KEY.apiSecret,
      BNAME: 'F',
    });
    expect((await send(server, {}, { form: form.toString() })).status).toBe(200);
    expect(server.orders().at(-1)?.fields.BNAME).toBe('F');
  });

  it.each([
    ['no teamID, right key', {}, basic('desk:pä:ss wörd'), MISSING_TEAM],
    ['no teamID, no key', {}, undefined, MISSING_TEAM],
    ['an empty teamID', { teamID: '' }, basic('desk:pä:ss wörd'), MISSING_TEAM],
    ['no key', { teamID: 'team-1' }, undefined, UNAUTHORIZED],
    ['a wrong secret', { teamID: 'team-1' }, basic('desk:wrong'), UNAUTHORIZED],
    ['a wrong API ID', { teamID: 'team-1' }, basic('other:pä:ss wörd'), UNAUTHORIZED],
    ['a wrong team', { teamID: 'team-2' }, basic('desk:pä:ss wörd'), UNAUTHORIZED],
    ['Basic that is not base64', { teamID: 'team-1' }, 'Basic ???', UNAUTHORIZED],
    ['Basic without a colon', { teamID: 'team-1' }, basic('desk'), UNAUTHORIZED],
    ['a Bearer token', { teamID: 'team-1' }, 'Bearer abc', UNAUTHORIZED],
  ])('refuses %s', async (_what, query, authorization, expected) => {
    const server = await startPractice({ credentials: KEY });
    expect(await send(server, query, authorization ? { authorization } : {})).toEqual(expected);
    expect(server.billedRequests()).toEqual({});
    expect(server.requests()[0]).toMatchObject({ authenticated: false, status: expected.status });
  });

  it('bills every authenticated call, also a refused one', async () => {
    const server = await startPractice({ credentials: KEY });
    const authorization = basic('desk:pä:ss wörd');
    await send(server, { teamID: 'team-1' }, { authorization });
    await send(server, { teamID: 'team-1', orderNum: '1' }, { authorization });
    await send(server, { teamID: 'team-1' }, { authorization, body: { FUNCTION: 'x' } });
    await send(server, { teamID: 'team-1' });
    expect(server.billedRequests()).toEqual({ 'orders/single': 2, 'orders/create': 1 });
  });

  it('makes a random secret of its own unless one is given', async () => {
    const [one, other] = await Promise.all([startPractice(), startPractice()]);
    expect(one.credentials.apiSecret).not.toBe(other.credentials.apiSecret);
    expect(one.credentials.apiSecret.length).toBeGreaterThanOrEqual(24);
  });
});
