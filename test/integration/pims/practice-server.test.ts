import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNetwork, type Network } from '../../../electron/network/network.ts';
import { testConnection } from '../../../electron/pims/explain-connection.ts';
import { createPimsClient, type PimsAccess, type PimsClient } from '../../../electron/pims/pims-client.ts';
import type { Fault } from '../../../electron/practice-server/faults/fault.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { DeskError, type ErrorCode } from '../../../shared/errors.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { authority, serverIdentity } from '../network/certificates.ts';
import { startRawServer } from '../network/raw-server.ts';
import { startPractice } from '../practice-server/small-practice.ts';

let server: PracticeServer;
let network: Network;
let metered: string[];

beforeEach(async () => {
  server = await startPractice();
  network = createNetwork({ resolveProxy: async () => 'DIRECT', systemCertificates: () => [] });
  metered = [];
});
afterEach(() => network.close());

function access(change: Partial<PimsAccess> = {}): PimsAccess {
  const { teamId, apiId, apiSecret } = server.credentials;
  return { baseUrl: server.baseUrl, teamId, apiId, apiSecret, ...change };
}

function client(change: Partial<PimsAccess> = {}, timeoutMs = 10_000): PimsClient {
  return createPimsClient({
    fetch: network.fetch,
    access: access(change),
    timeoutMs,
    onMetered: (endpoint) => metered.push(endpoint),
  });
}

async function failure(call: Promise<unknown>): Promise<DeskError> {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof DeskError) return thrown;
  throw new Error('A DeskError was expected.', { cause: thrown });
}

const billed = () => Object.values(server.billedRequests()).reduce((sum, count) => sum + (count ?? 0), 0);

describe('an order from beginning to end', () => {
  it('is created, gets lines, is changed, read and found', async () => {
    const pims = client();
    const orderNumber = await pims.createOrder({
      REFERENCE_NUMBER: 'OD-1',
      CUSTOMER_CODE: 'M-1000',
      BCITY: 'Zürich',
    });
    const free = { DESCRIPTION: 'Labour “on site”', QUANTITY: '2' };
    const added = await pims.addLine(orderNumber, free);
    expect(added).toMatchObject({ ...free, LINE_NUMBER: '1' });
    const changed = await pims.updateLine(orderNumber, added.LINE_REF_LOCK_CODE ?? '', { QUANTITY: '3' });
    expect(changed).toMatchObject({ QUANTITY: '3', LINE_NUMBER: '1' });

    const order = await pims.readOrder(orderNumber);
    expect(order.fields).toMatchObject({
      ORDER_NUMBER: orderNumber,
      REFERENCE_NUMBER: 'OD-1',
      BCITY: 'Zürich',
    });
    expect(order.lines).toHaveLength(1);
    expect(order.lines[0]).toMatchObject({ DESCRIPTION: 'Labour “on site”', QUANTITY: '3' });

    const filters = [
      { field: 'REFERENCE_NUMBER', value: 'OD-1', contains: false, conjunction: 'AND' as const },
    ];
    expect(await pims.queryOrders({ filters, maxReturn: 5 })).toMatchObject([{ ORDER_NUMBER: orderNumber }]);
    expect(metered).toHaveLength(5);
    expect(billed()).toBe(5);
  });

  it('a stale lock code, an unknown order and a bad quantity are refused in PIMS’s words', async () => {
    const pims = client();
    const orderNumber = await pims.createOrder({ CUSTOMER_CODE: 'M-1000' });
    await pims.addLine(orderNumber, { DESCRIPTION: 'x', QUANTITY: '1' });
    const calls = [
      () => pims.updateLine(orderNumber, 'stale', { QUANTITY: '3' }),
      () => pims.addLine(orderNumberSchema.parse('99999999'), { DESCRIPTION: 'x', QUANTITY: '1' }),
      () => pims.addLine(orderNumber, { DESCRIPTION: 'x', QUANTITY: 'many' }),
      () => pims.readOrder(orderNumberSchema.parse('99999999')),
    ];
    for (const call of calls) {
      const error = await failure(call());
      expect(error).toMatchObject({ code: 'rejected', details: { applied: 'no', status: 400 } });
      expect(error.message).toContain(String(error.details.serverMessage));
    }
  });
});

describe('the inventory', () => {
  it('is searched by code, description and barcode, in any case', async () => {
    const pims = client();
    const [part] = await pims.queryParts({ filters: [], maxReturn: 1 });
    const code = part?.PART_CODE?.toLowerCase() ?? '';
    const exactly = (field: string, value = '') => ({
      field,
      value,
      contains: false,
      conjunction: 'OR' as const,
    });
    const filters = [exactly('PART_CODE', code), exactly('BARCODE', 'none')];
    expect(await pims.queryParts({ filters, maxReturn: 5 })).toEqual([part]);
    const byBarcode = [exactly('PART_CODE', 'none'), exactly('BARCODE', part?.BARCODE)];
    expect(await pims.queryParts({ filters: byBarcode, maxReturn: 5 })).toEqual([part]);
    expect(metered).toEqual(['inventory/query', 'inventory/query', 'inventory/query']);
    expect(billed()).toBe(3);
  });

  it('refuses a field that it does not have in PIMS’s words', async () => {
    const filters = [{ field: 'COLOUR', value: 'x', contains: false, conjunction: 'AND' as const }];
    const error = await failure(client().queryParts({ filters, maxReturn: 5 }));
    expect(error).toMatchObject({ code: 'rejected', details: { endpoint: 'inventory/query' } });
    expect(error.message).toContain('COLOUR');
  });
});

/** What the table of error codes says of each way to fail, and whether PIMS then has the order. */
const faults: readonly (readonly [string, Fault, ErrorCode, boolean])[] = [
  ['dropped before reading', { kind: 'drop', when: 'before-reading' }, 'unknown-outcome', false],
  ['dropped before applying', { kind: 'drop', when: 'before' }, 'unknown-outcome', false],
  ['dropped after applying', { kind: 'drop', when: 'after' }, 'unknown-outcome', true],
  ['reset after applying', { kind: 'drop', when: 'after', reset: true }, 'unknown-outcome', true],
  ['dropped in the middle of the answer', { kind: 'drop', when: 'mid-answer' }, 'unknown-outcome', true],
  ['500 before applying', { kind: 'server-error', when: 'before' }, 'unknown-outcome', false],
  ['500 after applying', { kind: 'server-error', when: 'after' }, 'unknown-outcome', true],
  ['503 of a proxy', { kind: 'proxy-page' }, 'unknown-outcome', false],
  ['no JSON at all', { kind: 'malformed-json' }, 'unknown-outcome', true],
  ['half of the JSON', { kind: 'truncated-json' }, 'unknown-outcome', true],
  ['too large an answer', { kind: 'huge-body' }, 'unknown-outcome', true],
  ['429', { kind: 'rate-limited', retryAfter: 3 }, 'rate-limited', false],
  ['400 as JSON', { kind: 'bad-request', message: 'No stock' }, 'rejected', false],
  ['400 as HTML', { kind: 'bad-request', shape: 'html', message: 'No stock & no <hope>' }, 'rejected', false],
  ['400 as text', { kind: 'bad-request', shape: 'text', message: 'No stock' }, 'rejected', false],
  ['a sign-in page', { kind: 'sign-in-page' }, 'not-pims', false],
  ['a redirect', { kind: 'redirect', location: 'https://login.example/' }, 'not-pims', false],
  ['407', { kind: 'proxy-auth' }, 'not-pims', false],
  ['421', { kind: 'answer', status: 421 }, 'not-pims', false],
  ['404', { kind: 'answer', status: 404, body: 'Not found' }, 'not-pims', false],
];

describe('a create that goes wrong', () => {
  it.each(faults)('%s', async (_what, fault, code, applied) => {
    const pims = client();
    await pims.queryOrders({ filters: [], maxReturn: 1 });
    const before = server.orders().length;
    const soFar = server.requests().length;
    server.planFault({ endpoint: 'orders/create', fault });

    const error = await failure(pims.createOrder({ CUSTOMER_CODE: 'M-1000' }));
    expect(error.code).toBe(code);
    expect(server.orders().length - before).toBe(applied ? 1 : 0);
    // “Not applied” is said only when it is true.
    if (applied) expect(error.details.applied).toBe('unknown');
    if (code === 'rejected') expect(error.message).toContain('No stock');
    if (code === 'rate-limited') expect(error.details.retryAfterMs).toBe(3_000);
    expect(server.requests().length - soFar).toBe(1);
    // What we count is never less than what is billed.
    expect(metered.length).toBeGreaterThanOrEqual(billed());

    // The next call goes through.
    await pims.createOrder({ CUSTOMER_CODE: 'M-1000' });
    expect(server.orders().length - before).toBe(applied ? 2 : 1);
  });

  it('no answer in time', async () => {
    server.planFault({ endpoint: 'orders/create', fault: { kind: 'hang', when: 'after' } });
    const error = await failure(client({}, 300).createOrder({ CUSTOMER_CODE: 'M-1000' }));
    expect(error).toMatchObject({
      code: 'unknown-outcome',
      details: { reason: 'timeout', applied: 'unknown' },
    });
    expect(server.requests()).toHaveLength(1);
    expect(metered).toEqual(['orders/create']);
  });

  it('withdrawn while PIMS works on it', async () => {
    server.planFault({ endpoint: 'orders/create', fault: { kind: 'hang', when: 'after' } });
    const controller = new AbortController();
    const call = failure(client().createOrder({ CUSTOMER_CODE: 'M-1000' }, { signal: controller.signal }));
    await vi.waitFor(() => expect(server.requests()).toHaveLength(1));
    controller.abort();
    expect(await call).toMatchObject({ code: 'unknown-outcome', details: { reason: 'cancelled' } });
  });

  it('the server is gone, and comes back', async () => {
    const pims = client();
    await pims.createOrder({ CUSTOMER_CODE: 'M-1000' });
    await server.stop();
    expect(await failure(pims.createOrder({ CUSTOMER_CODE: 'M-1000' }))).toMatchObject({
      code: 'unreachable',
      details: { applied: 'no', reason: 'refused' },
    });
    expect(metered).toHaveLength(1);
    await server.start();
    await pims.createOrder({ CUSTOMER_CODE: 'M-1000' });
  });
});

describe('credentials', () => {
  it('a wrong secret is told, is not billed and is not counted', async () => {
    const error = await failure(client({ apiSecret: 'wröng' }).createOrder({ CUSTOMER_CODE: 'M-1000' }));
    expect(error).toMatchObject({ code: 'unauthorized', details: { applied: 'no', status: 401 } });
    expect(metered).toEqual([]);
    expect(billed()).toBe(0);
  });

  it('a secret beyond ASCII, with colons, gets in', async () => {
    server = await startPractice({ credentials: { teamId: 'Tëam & Co', apiId: 'desk', apiSecret: 'p:ä:€' } });
    expect(await client().queryOrders({ filters: [], maxReturn: 1 })).toHaveLength(1);
  });
});

describe('“Test connection”', () => {
  const test = (change: Partial<PimsAccess> = {}) =>
    testConnection({
      fetch: network.fetch,
      readCertificate: network.readCertificate,
      access: access(change),
      onMetered: (endpoint) => metered.push(endpoint),
    });

  it('works, for one request', async () => {
    expect(await test()).toMatchObject({ ok: true });
    expect(billed()).toBe(1);
    expect(metered).toEqual(['orders/query']);
  });

  it.each([
    [{ apiSecret: 'wrong' }, 'does not accept this API ID and secret'],
    [{ teamId: '' }, 'not the team ID'],
  ])('%j', async (change, message) => {
    const result = await test(change);
    expect(result.ok).toBe(false);
    expect(result.message).toContain(message);
  });

  it('a server that is not PIMS', async () => {
    const result = await test({ baseUrl: `${server.baseUrl}/elsewhere` });
    expect(result.ok).toBe(false);
    expect(result.evidence).toContainEqual({ label: 'HTTP status', value: '404' });
  });

  it('a server whose certificate is not trusted, shown with its issuer', async () => {
    const secure = await startRawServer(
      () => undefined,
      (listener) => {
        const one = tls.createServer(serverIdentity('expired'), listener);
        one.on('tlsClientError', () => undefined);
        return one;
      },
    );
    network.setExtraCa(authority);
    const result = await test({ baseUrl: `https://localhost:${secure.port}` });
    expect(result.message).toContain('has expired (2021-01-01)');
    expect(result.evidence).toContainEqual({
      label: 'Issued by',
      value: 'CN=Test authority, O=Order Desk tests',
    });
    expect(secure.requests).toHaveLength(0);
    expect(metered).toEqual([]);
    await secure.close();
  });

  it('a server that is gone', async () => {
    await server.stop();
    expect((await test()).message).toContain('takes no connection');
  });
});
