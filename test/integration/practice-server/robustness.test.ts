import net from 'node:net';
import { describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { call, startPractice } from './small-practice.ts';

/** Sends bytes as they are and answers all that comes back until the connection ends. */
function sendRaw(server: PracticeServer, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece) => {
      received += piece;
    });
    socket.on('end', () => resolve(received));
    socket.on('error', reject);
  });
}

function rawRequest(
  server: PracticeServer,
  options: { host?: string; extra?: string; body?: string },
): string {
  const { teamId, apiId, apiSecret } = server.credentials;
  const key = Buffer.from(`${apiId}:${apiSecret}`).toString('base64');
  const { host = `127.0.0.1:${server.port}`, extra = '', body = '' } = options;
  return `POST /tenant/api/pims/v1/orders/create?teamID=${teamId} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Basic ${key}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${extra}\r\n${body}`;
}

describe('what no client of ours would send', () => {
  it.each([
    ['broken JSON', 'Content-Type: application/json\r\n', '{"BNAME":', 400, /not valid JSON/],
    ['JSON text alone', 'Content-Type: application/json\r\n', '"hello"', 400, /must be a JSON object/],
    ['an empty body', 'Content-Type: application/json\r\n', '', 400, /must be a JSON object/],
    [
      'JSON that claims to be a form',
      'Content-Type: application/x-www-form-urlencoded\r\n',
      '{"BNAME":"x"}',
      200,
      /success/,
    ],
    ['JSON with no content type', '', '{"BNAME":"x"}', 200, /success/],
    ['a key that would reach a prototype', '', '{"__proto__":{"X":"1"}}', 400, /Unknown field '__proto__'/],
  ])('%s', async (_what, extra, body, status, text) => {
    const server = await startPractice();
    const answer = await sendRaw(server, rawRequest(server, { extra, body }));
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/application\/json/);
    expect(answer).toMatch(text);
  });

  it('a body over the limit', async () => {
    const server = await startPractice();
    const reply = await call(server, 'PUT', 'orders/create', { body: { NOTES: 'x'.repeat(1_100_000) } });
    expect(reply).toMatchObject({ status: 413, json: { status: 'error', message: expect.any(String) } });
    expect(server.billedRequests()).toEqual({});
  });

  it('a path that is not there, and a method that an endpoint does not have', async () => {
    const server = await startPractice();
    expect(await call(server, 'GET', 'orders/nothing')).toMatchObject({
      status: 404,
      json: { status: 'error' },
    });
    expect(await call(server, 'GET', 'orders/create')).toMatchObject({
      status: 405,
      json: { status: 'error' },
    });
    expect(server.billedRequests()).toEqual({});
  });

  it('a web page whose name was made to point here', async () => {
    const server = await startPractice();
    const before = server.orders().length;
    const answer = await sendRaw(server, rawRequest(server, { host: 'evil.example.com', body: '{}' }));
    expect(answer).toMatch(/^HTTP\/1.1 403 /);
    expect(server.orders()).toHaveLength(before);
  });

  it('something that is not HTTP; the next call is answered as ever', async () => {
    const server = await startPractice();
    expect(await sendRaw(server, 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect((await call(server, 'GET', 'orders/single', { query: { orderNum: '54321' } })).status).toBe(200);
  });
});

describe('stopping and starting', () => {
  it('refuses connections in between, keeps the port and what PIMS has', async () => {
    const server = await startPractice();
    const { port } = server;
    await call(server, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: 'kept' } });
    await server.stop();
    const error = await call(server, 'GET', 'orders/single').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await server.start();
    expect(server.port).toBe(port);
    const found = await call(server, 'POST', 'orders/query', {
      body: [{ field: 'REFERENCE_NUMBER', value: 'kept' }],
    });
    expect((found.json as { data: unknown[] }).data).toHaveLength(1);
  });

  it('cuts a call that waits, which then is never applied', async () => {
    const server = await startPractice({ behaviour: { latency: 600_000 } });
    const before = server.orders().length;
    const pending = call(server, 'PUT', 'orders/create', { body: {} }).catch((reason: unknown) => reason);
    await expect.poll(() => server.billedRequests()['orders/create']).toBe(1);
    await server.stop();
    expect(await pending).toBeInstanceOf(TypeError);
    expect(server.requests()[0]).toMatchObject({ status: 'dropped', applied: false });
    expect(server.orders()).toHaveLength(before);
  });

  it('says so when the port is taken', async () => {
    const server = await startPractice();
    await expect(startPractice({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
