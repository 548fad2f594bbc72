import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createNetwork, type Network } from '../../../electron/network/network.ts';
import { createPimsClient, type PimsClient } from '../../../electron/pims/pims-client.ts';
import { DeskError } from '../../../shared/errors.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { httpAnswer, type RawRequest, type RawServer, startRawServer } from '../network/raw-server.ts';

/*
 * PIMS has no idempotency key and creates with PUT, which HTTP libraries like to send again. Chromium does so when
 * a reused connection drops; these tests count what a server really receives.
 */

const found = JSON.stringify({ status: 'success', data: [], subRecords: null });
const order = orderNumberSchema.parse('54321');
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function start(
  answer: (request: RawRequest) => void,
): Promise<{ server: RawServer; client: PimsClient }> {
  const server = await startRawServer(answer);
  const network: Network = createNetwork({
    resolveProxy: async () => 'DIRECT',
    systemCertificates: () => [],
  });
  open.push(server, network);
  const access = {
    baseUrl: `http://127.0.0.1:${server.port}`,
    teamId: 'team',
    apiId: 'id',
    apiSecret: 'secret',
  };
  return { server, client: createPimsClient({ fetch: network.fetch, access, timeoutMs: 5_000 }) };
}

/** One answered read, and the connection idle again: the write that follows reuses it. */
async function warmUp(client: PimsClient): Promise<void> {
  await client.queryOrders({ filters: [], maxReturn: 1 });
  await nextTurn();
  await nextTurn();
}

const isWrite = (request: RawRequest) =>
  request.head.startsWith('PUT') || request.head.includes('orders/line_item');

const writes: readonly [string, (client: PimsClient) => Promise<unknown>][] = [
  ['create order', (client) => client.createOrder({ CUSTOMER_CODE: 'M-1000' })],
  ['add line', (client) => client.addLine(order, { PART_CODE: 'A', QUANTITY: '1' })],
  ['update line', (client) => client.updateLine(order, 'LOCK', { QUANTITY: '2' })],
];

const drops: readonly [string, (request: RawRequest) => void][] = [
  ['closed', ({ socket }) => socket.end()],
  ['reset', ({ socket }) => socket.resetAndDestroy()],
  [
    'cut in the middle of the answer',
    ({ socket }) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"sta'),
  ],
];

describe.each(writes)('%s', (_name, write) => {
  it.each(drops)(
    'reaches the server once when a reused connection is %s after the body was read',
    async (_how, drop) => {
      const { server, client } = await start((request) => {
        if (isWrite(request)) drop(request);
        else request.socket.write(httpAnswer(200, found));
      });
      await warmUp(client);
      const error = await write(client).catch((thrown: unknown) => thrown);

      expect(error).toBeInstanceOf(DeskError);
      expect(error).toMatchObject({ code: 'unknown-outcome', details: { applied: 'unknown' } });
      // The connection goes on to be usable, and another call proves that nothing was waiting to be sent again.
      await client.queryOrders({ filters: [], maxReturn: 1 });
      const received = server.requests.filter(isWrite);
      expect(received).toHaveLength(1);
      expect(received[0]?.earlier).toBe(1);
    },
  );

  it.each([421, 503, 408, 307, 308])('reaches the server once when it answers %i', async (status) => {
    const { server, client } = await start((request) => {
      if (isWrite(request)) {
        request.socket.write(httpAnswer(status, '', { location: '/elsewhere', 'retry-after': '0' }));
      } else {
        request.socket.write(httpAnswer(200, found));
      }
    });
    await client.queryOrders({ filters: [], maxReturn: 1 });
    await expect(write(client)).rejects.toMatchObject({ details: { applied: 'unknown', status } });
    await client.queryOrders({ filters: [], maxReturn: 1 });
    expect(server.requests.filter(isWrite)).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });
});
