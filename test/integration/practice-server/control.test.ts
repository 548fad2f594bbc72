import { describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { call, startPractice } from './small-practice.ts';

async function control(
  server: PracticeServer,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: unknown }> {
  const { apiId, apiSecret } = server.credentials;
  const response = await fetch(`${server.baseUrl}/practice${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

describe('the control paths', () => {
  it('tell what there is, unmetered and unrecorded', async () => {
    const server = await startPractice();
    await call(server, 'GET', 'orders/single', { query: { orderNum: '54321' } });
    expect(await control(server, '')).toMatchObject({
      status: 200,
      json: { has: { customers: 12, parts: 40 }, billed: { 'orders/single': 1 }, faults: [] },
    });
    expect(await control(server, '/requests')).toMatchObject({
      json: [{ endpoint: 'orders/single', status: 200 }],
    });
    expect(server.requests()).toHaveLength(1);
  });

  it('change the behaviour, one switch at a time', async () => {
    const server = await startPractice();
    await control(server, '/behaviour', { lockCodesShown: false });
    await control(server, '/behaviour', { latency: { min: 1, max: 3 } });
    expect(server.behaviour).toEqual({
      latency: { min: 1, max: 3 },
      lockCodesShown: false,
      lockCodesChange: true,
    });
  });

  it('plan a fault and take it back', async () => {
    const server = await startPractice();
    const fault = {
      endpoint: 'orders/single',
      times: 'always',
      fault: { kind: 'rate-limited', retryAfter: 2 },
    };
    expect(await control(server, '/faults', fault)).toMatchObject({ json: { faults: [fault] } });
    expect((await call(server, 'GET', 'orders/single')).status).toBe(429);
    expect(await control(server, '/faults/clear', {})).toMatchObject({ json: { faults: [] } });
    expect((await call(server, 'GET', 'orders/single')).status).toBe(400);
  });

  it('go back to the sample data', async () => {
    const server = await startPractice();
    const before = server.orders().length;
    await call(server, 'PUT', 'orders/create', { body: {} });
    server.setBehaviour({ lockCodesShown: false });
    expect((await control(server, '/reset', {})).status).toBe(200);
    expect(server.orders()).toHaveLength(before);
    expect(server.behaviour.lockCodesShown).toBe(true);
    expect(server.billedRequests()).toEqual({});
  });

  it('make it unreachable for a while', async () => {
    const server = await startPractice();
    expect((await control(server, '/outage', { seconds: 0.3 })).status).toBe(200);
    const isThere = () =>
      fetch(server.baseUrl).then(
        () => true,
        () => false,
      );
    await expect.poll(isThere, { interval: 10 }).toBe(false);
    await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
  });

  it('an outage ends when the server is stopped for good', async () => {
    const server = await startPractice();
    await control(server, '/outage', { seconds: 3_600 });
    await server.stop();
    await expect(fetch(server.baseUrl)).rejects.toThrow();
    await server.start();
    expect((await fetch(server.baseUrl)).status).toBe(404);
  });

  it.each([
    ['a web page', '/reset', {}, { origin: 'http://evil.example.com' }, 403],
    ['a form', '/reset', {}, { 'content-type': 'text/plain' }, 415],
    ['somebody without the key', '/reset', {}, { authorization: 'Basic eDp5' }, 401],
    ['an unknown fault', '/faults', { fault: { kind: 'fire' } }, {}, 400],
    ['an unknown endpoint', '/faults', { endpoint: 'orders', fault: { kind: 'hang' } }, {}, 400],
    ['a negative latency', '/behaviour', { latency: -1 }, {}, 400],
    ['a misspelt switch', '/behaviour', { lockCodes: true }, {}, 400],
    ['an outage without a length', '/outage', {}, {}, 400],
    ['a path that is not there', '/nothing', {}, {}, 404],
  ])('refuse %s', async (_what, path, body, headers, status) => {
    const server = await startPractice();
    const before = server.behaviour;
    expect(await control(server, path, body, headers)).toMatchObject({
      status,
      json: { status: 'error', message: expect.any(String) },
    });
    expect(server.behaviour).toEqual(before);
  });
});
