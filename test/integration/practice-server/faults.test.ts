import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../electron/practice-server/faults/fault.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { call, type Reply, startPractice } from './small-practice.ts';

/** Creates an order; answers what came back, or the error. */
function create(server: PracticeServer, reference = 'F'): Promise<Reply | Error> {
  return call(server, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: reference } }).catch(
    (error: Error) => error,
  );
}

async function createWith(fault: Fault) {
  const server = await startPractice();
  const before = server.orders().length;
  const handle = server.planFault({ endpoint: 'orders/create', fault });
  const reply = await create(server);
  await expect.poll(() => server.requests()[0]?.status).not.toBe('pending');
  return { server, reply, handle, created: server.orders().length - before, record: server.requests()[0] };
}

describe('faults of the connection', () => {
  it.each([
    [{ kind: 'drop', when: 'before-reading' }, 0, false],
    [{ kind: 'drop', when: 'before' }, 0, false],
    [{ kind: 'drop', when: 'before', reset: true }, 0, false],
    [{ kind: 'drop', when: 'after' }, 1, true],
    [{ kind: 'drop', when: 'mid-answer' }, 1, true],
  ] satisfies [Fault, number, boolean][])('%j', async (fault, created, authenticated) => {
    const result = await createWith(fault);
    expect(result.reply).toBeInstanceOf(TypeError);
    expect(result.created).toBe(created);
    expect(result.record).toMatchObject({
      status: 'dropped',
      applied: created === 1,
      authenticated,
      fault: 'drop',
    });
    expect(result.handle).toMatchObject({ hits: 1, pending: false });
    expect(await create(result.server)).toMatchObject({ status: 200 });
  });

  it('a reset is a reset', async () => {
    const { reply } = await createWith({ kind: 'drop', when: 'after', reset: true });
    expect(reply).toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it('slow answers in the end', async () => {
    const { reply, created } = await createWith({ kind: 'slow', ms: 30 });
    expect(reply).toMatchObject({ status: 200 });
    expect(created).toBe(1);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('hangs %s applying', async (when, created) => {
    const server = await startPractice();
    const before = server.orders().length;
    server.planFault({ fault: { kind: 'hang', when } });
    const pending = create(server);
    await expect.poll(() => server.requests()[0]?.fault).toBe('hang');
    await server.stop();
    expect(await pending).toBeInstanceOf(TypeError);
    expect(server.orders().length - before).toBe(created);
  });

  it('a caller that hangs up does not keep a slow call from being applied', async () => {
    const server = await startPractice();
    const before = server.orders().length;
    server.planFault({ fault: { kind: 'slow', ms: 100 } });
    const hangUp = new AbortController();
    const pending = fetch(
      `${server.baseUrl}/tenant/api/pims/v1/orders/create?teamID=${server.credentials.teamId}`,
      {
        method: 'PUT',
        signal: hangUp.signal,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ apiID: server.credentials.apiId, apiSecret: server.credentials.apiSecret }),
      },
    ).catch((error: Error) => error.name);
    await expect.poll(() => server.requests()[0]?.fault).toBe('slow');
    hangUp.abort();
    expect(await pending).toBe('AbortError');
    await expect.poll(() => server.orders().length - before).toBe(1);
    expect(server.requests()[0]).toMatchObject({ status: 'dropped', applied: true });
  });

  it.each([
    { kind: 'drop', when: 'mid-answer' },
    { kind: 'huge-body', bytes: 5_000_000 },
    { kind: 'hang' },
  ] satisfies Fault[])('lives on when the caller of %j hangs up first', async (fault) => {
    const server = await startPractice({ behaviour: { latency: 200 } });
    server.planFault({ endpoint: 'orders/create', fault });
    const socket = net.connect(server.port, '127.0.0.1');
    socket.write(createText(server));
    await expect.poll(() => server.requests(), { interval: 5 }).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => server.requests()[0]?.status).toBe('dropped');
    await expect.poll(() => server.requests()[0]?.fault).toBe(fault.kind);
    expect(await create(server)).toMatchObject({ status: 200 });
  });

  it('lives on when the caller leaves in the middle of a huge answer', async () => {
    const server = await startPractice();
    server.planFault({ endpoint: 'orders/create', fault: { kind: 'huge-body' } });
    const socket = net.connect(server.port, '127.0.0.1');
    socket.write(createText(server));
    await once(socket, 'data');
    socket.destroy();
    await expect.poll(() => server.requests()[0]?.status).toBe('dropped');
    expect(await create(server)).toMatchObject({ status: 200 });
  });

  it('drops a reused connection after the body was read, and tells one from a new one', async () => {
    const server = await startPractice();
    const handle = server.planFault({
      endpoint: 'orders/create',
      reused: true,
      fault: { kind: 'drop', when: 'before' },
    });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const outcomes = [await putOver(agent, server), await putOver(agent, server)];
    agent.destroy();
    expect(outcomes).toEqual([200, 'ECONNRESET']);
    expect(handle.hits).toBe(1);
    expect(server.requests()).toMatchObject([
      { requestOnSocket: 1, applied: true, status: 200 },
      { requestOnSocket: 2, applied: false, body: { REFERENCE_NUMBER: 'R' } },
    ]);
    expect(server.requests()[1]?.socketId).toBe(server.requests()[0]?.socketId);
  });
});

function createText(server: PracticeServer): string {
  const { teamId, apiId, apiSecret } = server.credentials;
  const body = JSON.stringify({ apiID: apiId, apiSecret });
  return `PUT /tenant/api/pims/v1/orders/create?teamID=${teamId} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function putOver(agent: http.Agent, server: PracticeServer): Promise<number | string | undefined> {
  const { teamId, apiId, apiSecret } = server.credentials;
  return new Promise((resolve) => {
    const request = http.request(
      `${server.baseUrl}/tenant/api/pims/v1/orders/create?teamID=${teamId}`,
      {
        method: 'PUT',
        agent,
        auth: `${apiId}:${apiSecret}`,
        headers: { 'content-type': 'application/json' },
      },
      (response) => response.resume().on('end', () => resolve(response.statusCode)),
    );
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    request.end(JSON.stringify({ REFERENCE_NUMBER: 'R' }));
  });
}

describe('spoilt answers', () => {
  it.each([
    [{ kind: 'server-error' }, { status: 500, type: /json/, text: /Internal server error/ }, 0],
    [{ kind: 'server-error', when: 'after' }, { status: 500, type: /json/, text: /error/ }, 1],
    [{ kind: 'rate-limited', retryAfter: 7 }, { status: 429, type: /json/, text: /Too many/ }, 0],
    [
      { kind: 'bad-request', message: 'No!' },
      { status: 400, type: /json/, text: /^{"status":"error","message":"No!"}$/ },
      0,
    ],
    [
      { kind: 'bad-request', shape: 'error', message: 'No!' },
      { status: 400, type: /json/, text: /^{"error":"No!"}$/ },
      0,
    ],
    [
      { kind: 'bad-request', shape: 'errors', message: 'No!' },
      { status: 400, type: /json/, text: /^{"errors":\["No!"\]}$/ },
      0,
    ],
    [
      { kind: 'bad-request', shape: 'text', message: 'No!' },
      { status: 400, type: /plain/, text: /^No!$/ },
      0,
    ],
    [
      { kind: 'bad-request', shape: 'html', message: 'a < b' },
      { status: 400, type: /html/, text: /<p>a &lt; b<\/p>/ },
      0,
    ],
    [{ kind: 'malformed-json' }, { status: 200, type: /json/, text: /./ }, 1],
    [{ kind: 'truncated-json' }, { status: 200, type: /json/, text: /^{"status"/ }, 1],
    [{ kind: 'sign-in-page' }, { status: 200, type: /html/, text: /Sign in/ }, 0],
    [{ kind: 'proxy-page' }, { status: 503, type: /html/, text: /proxy/ }, 0],
    [{ kind: 'redirect', location: 'http://127.0.0.1:9/x' }, { status: 302, type: /^/, text: /^$/ }, 0],
    [{ kind: 'answer', status: 418, body: 'teapot' }, { status: 418, type: /^/, text: /^teapot$/ }, 0],
    [{ kind: 'answer', status: 200, body: '{}', when: 'after' }, { status: 200, type: /^/, text: /^{}$/ }, 1],
    [
      { kind: 'huge-body', bytes: 300_000 },
      { status: 200, type: /json/, text: /^{"status":"success","data":"x{300000}"}$/ },
      1,
    ],
  ] satisfies [Fault, { status: number; type: RegExp; text: RegExp }, number][])(
    '%j',
    async (fault, expected, created) => {
      const result = await createWith(fault);
      const { reply } = result;
      if (reply instanceof Error) throw reply;
      expect(reply.status).toBe(expected.status);
      expect(reply.type ?? '').toMatch(expected.type);
      expect(reply.text).toMatch(expected.text);
      expect(result.created).toBe(created);
      expect(result.record).toMatchObject({
        status: expected.status,
        applied: created === 1,
        fault: fault.kind,
      });
    },
  );

  it.each(['malformed-json', 'truncated-json'] as const)('%s is no JSON', async (kind) => {
    expect(await createWith({ kind })).toMatchObject({ reply: { json: undefined } });
  });

  it("a proxy asks for a password; Node's fetch shows no 407, so this one is asked for below it", async () => {
    const server = await startPractice();
    server.planFault({ fault: { kind: 'proxy-auth' } });
    const agent = new http.Agent();
    expect(await putOver(agent, server)).toBe(407);
    agent.destroy();
    expect(server.billedRequests()).toEqual({});
  });

  it('what a proxy answers is not billed, what PIMS refuses is', async () => {
    expect((await createWith({ kind: 'proxy-page' })).server.billedRequests()).toEqual({});
    expect((await createWith({ kind: 'rate-limited' })).server.billedRequests()).toEqual({
      'orders/create': 1,
    });
  });

  it('says when to come back, in seconds or as a date', async () => {
    const server = await startPractice();
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    server.planFault({ fault: { kind: 'rate-limited', retryAfter: 3 } });
    server.planFault({ fault: { kind: 'rate-limited', retryAfter: date } });
    const url = `${server.baseUrl}/tenant/api/pims/v1/orders/single?${new URLSearchParams({
      teamID: server.credentials.teamId,
      apiID: server.credentials.apiId,
      apiSecret: server.credentials.apiSecret,
    })}`;
    const header = async () => (await fetch(url)).headers.get('retry-after');
    expect([await header(), await header()]).toEqual(['3', date]);
  });
});

describe('aiming', () => {
  it('happens twice in a row, and then no more', async () => {
    const server = await startPractice();
    server.planFault({ endpoint: 'orders/create', times: 2, fault: { kind: 'drop', when: 'after' } });
    const statuses = [await create(server), await create(server), await create(server)];
    expect(statuses.map((reply) => (reply instanceof Error ? 'error' : reply.status))).toEqual([
      'error',
      'error',
      200,
    ]);
  });

  it('takes different faults in the order in which they were planned', async () => {
    const server = await startPractice();
    server.planFault({ fault: { kind: 'server-error' } });
    server.planFault({ fault: { kind: 'rate-limited' } });
    expect([await create(server), await create(server)]).toMatchObject([{ status: 500 }, { status: 429 }]);
  });

  it('skips calls, looks at the method, the endpoint and the body, and can be taken back', async () => {
    const server = await startPractice();
    const always = server.planFault({
      endpoint: ['orders/create', 'orders/query'],
      method: 'PUT',
      skip: 1,
      times: 'always',
      matches: ({ body }) => JSON.stringify(body).includes('hit me'),
      fault: { kind: 'server-error' },
    });
    const statuses: unknown[] = [];
    for (const reference of ['hit me', 'spare me', 'hit me', 'hit me']) {
      const reply = await create(server, reference);
      statuses.push(reply instanceof Error ? reply : reply.status);
    }
    expect(statuses).toEqual([200, 200, 500, 500]);
    expect((await call(server, 'POST', 'orders/query', { body: [] })).status).toBe(200);
    always.remove();
    expect(await create(server, 'hit me')).toMatchObject({ status: 200 });
    expect(always).toMatchObject({ hits: 2, pending: false });
  });

  it('draws by probability, the same for the same seed', async () => {
    const hits = async () => {
      const server = await startPractice();
      server.planFault({ times: 'always', probability: 0.5, fault: { kind: 'server-error' } });
      const statuses: unknown[] = [];
      for (let index = 0; index < 12; index++) {
        const reply = await create(server);
        statuses.push(reply instanceof Error ? reply : reply.status);
      }
      return statuses;
    };
    const [one, other] = await Promise.all([hits(), hits()]);
    expect(one).toEqual(other);
    expect(new Set(one)).toEqual(new Set([200, 500]));
  });
});
