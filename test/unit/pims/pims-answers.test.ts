import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../electron/network/transport-error.ts';
import { create, failure, fakeDesk, json, order, page, searchParts } from './fake-fetch.ts';

interface Case {
  readonly what: string;
  readonly answer: () => Response;
  readonly code: string;
  readonly applied: 'no' | 'unknown';
  readonly says: string;
  readonly details?: object;
  readonly metered: boolean;
}

const answers: readonly Case[] = [
  {
    what: '400 with JSON',
    answer: () => json({ status: 'error', message: 'Unknown customer.' }, 400),
    code: 'rejected',
    applied: 'no',
    says: 'PIMS refused to create the order: Unknown customer.',
    details: { serverMessage: 'Unknown customer.', status: 400 },
    metered: true,
  },
  {
    what: '400 with a page of the server',
    answer: () => page('<head><title>Bad Request</title></head><body><p>Unknown customer</p></body>', 400),
    code: 'rejected',
    applied: 'no',
    says: 'PIMS refused to create the order: Bad Request. Unknown customer.',
    metered: true,
  },
  {
    what: '400 without a word',
    answer: () => new Response('', { status: 400 }),
    code: 'rejected',
    applied: 'no',
    says: 'gave no reason',
    metered: true,
  },
  {
    what: '400 with the block page of a filter',
    answer: () => page('<title>Web filter</title><p>Access to this site has been blocked.</p>', 400),
    code: 'not-pims',
    applied: 'unknown',
    says: 'pims.example answered with a web page (“Web filter”)',
    details: { host: 'pims.example', pageTitle: 'Web filter' },
    metered: true,
  },
  {
    what: '401',
    answer: () => json({ status: 'error', message: 'The API ID or API Secret is missing or invalid.' }, 401),
    code: 'unauthorized',
    applied: 'no',
    says: 'API ID and secret',
    metered: false,
  },
  {
    what: '429 in seconds',
    answer: () => json({ message: 'Slow down' }, 429, { 'retry-after': '7' }),
    code: 'rate-limited',
    applied: 'no',
    says: '7 seconds',
    details: { retryAfterMs: 7_000, serverMessage: 'Slow down' },
    metered: true,
  },
  {
    what: '429 without a time',
    answer: () => json({}, 429),
    code: 'rate-limited',
    applied: 'no',
    says: '60 seconds',
    details: { retryAfterMs: 60_000 },
    metered: true,
  },
  {
    what: '500',
    answer: () => json({ message: 'Database is down' }, 500),
    code: 'unknown-outcome',
    applied: 'unknown',
    says: '500: Database is down). It is not known whether the order was created.',
    details: { reason: 'server-error', status: 500 },
    metered: true,
  },
  {
    what: '503 with a time',
    answer: () => page('<title>Maintenance</title>', 503, { 'retry-after': '120' }),
    code: 'unknown-outcome',
    applied: 'unknown',
    says: 'Maintenance',
    details: { retryAfterMs: 120_000 },
    metered: true,
  },
  {
    what: '2xx with a page',
    answer: () => page('<title>Guest network</title><form></form>'),
    code: 'not-pims',
    applied: 'unknown',
    says: 'web page (“Guest network”)',
    metered: true,
  },
  {
    what: '2xx with half of an answer',
    answer: () =>
      new Response('{"status":"success","da', { headers: { 'content-type': 'application/json' } }),
    code: 'unknown-outcome',
    applied: 'unknown',
    says: 'not PIMS data. It is not known whether the order was created.',
    details: { reason: 'no-valid-answer' },
    metered: true,
  },
  {
    what: '2xx without a body',
    answer: () => new Response(null, { status: 204 }),
    code: 'unknown-outcome',
    applied: 'unknown',
    says: 'not PIMS data',
    metered: true,
  },
  {
    what: '2xx of somebody else’s JSON',
    answer: () => json({ login: 'required' }),
    code: 'unknown-outcome',
    applied: 'unknown',
    says: 'not PIMS data',
    metered: true,
  },
  {
    what: '2xx in which the order number is missing',
    answer: () => json({ status: 'success', data: null }),
    code: 'unknown-outcome',
    applied: 'unknown',
    says: 'did not answer with an order number',
    metered: true,
  },
  {
    what: '2xx in which PIMS says no',
    answer: () => json({ status: 'error', message: 'Customer is on hold.' }),
    code: 'rejected',
    applied: 'no',
    says: 'PIMS refused to create the order: Customer is on hold.',
    details: { status: 200 },
    metered: true,
  },
  {
    what: 'a redirect to another host',
    answer: () =>
      new Response(null, { status: 302, headers: { location: 'https://login.example/sso?token=1' } }),
    code: 'not-pims',
    applied: 'unknown',
    says: 'sent Order Desk on to login.example',
    details: { redirectedTo: 'login.example', status: 302 },
    metered: true,
  },
  {
    what: '407',
    answer: () => page('', 407, { 'proxy-authenticate': 'NTLM' }),
    code: 'not-pims',
    applied: 'unknown',
    says: 'demands a sign-in to the network (407)',
    details: { signIn: 'NTLM' },
    metered: true,
  },
  {
    what: '511',
    answer: () => page('<title>Sign in</title>', 511),
    code: 'not-pims',
    applied: 'unknown',
    says: 'demands a sign-in to the network (511)',
    metered: true,
  },
  {
    what: '401 of a gateway',
    answer: () => page('<form><input type="password"></form>', 401),
    code: 'not-pims',
    applied: 'unknown',
    says: 'pims.example answered 401',
    metered: false,
  },
  ...[402, 403, 404, 405, 408, 409, 410, 413, 415, 421, 422, 451].map(
    (status): Case => ({
      what: String(status),
      answer: () => json({ message: 'Nothing here' }, status, { server: 'nginx' }),
      code: 'not-pims',
      applied: 'unknown',
      says: `pims.example answered ${status}, which PIMS does not.`,
      details: { host: 'pims.example', status, server: 'nginx', serverMessage: 'Nothing here' },
      metered: true,
    }),
  ),
];

describe('what an answer to a write means', () => {
  it.each(answers)('$what: $code', async ({ answer, code, applied, says, details = {}, metered }) => {
    const desk = fakeDesk(answer);
    const error = await failure(create(desk.client));
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
    expect(error.details).toMatchObject({
      endpoint: 'orders/create',
      host: 'pims.example',
      applied,
      ...details,
    });
    expect(desk.metered).toEqual(metered ? ['orders/create'] : []);
  });
});

describe('what an answer to a read means', () => {
  it('an order without data is not found', async () => {
    for (const data of [null, {}, [], '', undefined]) {
      const { client } = fakeDesk(() => json({ status: 'success', data }));
      const error = await failure(client.readOrder(order));
      expect(error).toMatchObject({ code: 'not-found', message: 'PIMS has no order 54321.' });
    }
  });

  it('PIMS’s own words about an unknown order are kept', async () => {
    const { client } = fakeDesk(() => json({ status: 'error', message: 'Order 54321 not found' }, 400));
    expect(await failure(client.readOrder(order))).toMatchObject({
      code: 'rejected',
      message: 'PIMS refused to read the order: Order 54321 not found',
    });
  });

  it('a failed read may simply be tried again', async () => {
    const { client } = fakeDesk(() => json({}, 500));
    const error = await failure(client.readOrder(order));
    expect(error.message).toContain('Try again');
    expect(error.message).not.toContain('not known whether');
  });

  it('a search of the inventory that PIMS refuses says so in its words', async () => {
    const { client, metered } = fakeDesk(() => json({ message: "unknown field 'X'" }, 400));
    expect(await failure(searchParts(client))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('PIMS refused to search the inventory: unknown field'),
      details: { endpoint: 'inventory/query', applied: 'no' },
    });
    expect(metered).toEqual(['inventory/query']);
  });

  it('an empty result is a result', async () => {
    const { client } = fakeDesk(() => json({ status: 'success', data: [], subRecords: null }));
    expect(await client.queryOrders({ filters: [], maxReturn: 1 })).toEqual([]);
  });

  it('data of the wrong kind is no answer', async () => {
    const { client } = fakeDesk(() => json({ status: 'success', data: 'text' }));
    expect(await failure(client.queryOrders({ filters: [], maxReturn: 1 }))).toMatchObject({
      code: 'unknown-outcome',
    });
    expect(await failure(searchParts(client))).toMatchObject({
      code: 'unknown-outcome',
      message: expect.stringContaining('did not answer with parts'),
    });
    expect(await failure(client.readOrder(order))).toMatchObject({ code: 'unknown-outcome' });
    expect(await failure(client.addLine(order, {}))).toMatchObject({ code: 'unknown-outcome' });
  });

  it('an answer without an end is read only so far', async () => {
    let given = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(1_024 * 1_024).fill(32));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const { client, metered } = fakeDesk(() => new Response(endless));
    const error = await failure(client.queryOrders({ filters: [], maxReturn: 1 }));
    expect(error).toMatchObject({ code: 'unknown-outcome' });
    expect(error.message).toContain('larger than Order Desk reads');
    expect(given).toBeLessThan(30);
    expect(cancelled).toBe(true);
    expect(metered).toEqual(['orders/query']);
  });

  it('a whole answer counts even when the connection breaks after it', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) =>
        controller.enqueue(new TextEncoder().encode('{"status":"success","data":"54321"}')),
      pull: (controller) => controller.error(new Error('reset')),
    });
    const { client } = fakeDesk(() => new Response(broken));
    expect(await create(client)).toBe('54321');
  });

  it('umlauts in another encoding are read as it says', async () => {
    const bytes = Uint8Array.from(Buffer.from('{"status":"success","data":[{"BCITY":"Zürich"}]}', 'latin1'));
    const { client } = fakeDesk(
      () => new Response(bytes, { headers: { 'content-type': 'application/json; charset=ISO-8859-1' } }),
    );
    expect(await client.queryOrders({ filters: [], maxReturn: 1 })).toEqual([{ BCITY: 'Zürich' }]);
  });
});

describe('no answer', () => {
  const lost = (sent: boolean, code: string) => () => Promise.reject(new TransportError('x', { sent, code }));

  it.each([
    ['ENOTFOUND', 'host-not-found', 'could not be found'],
    ['ECONNREFUSED', 'refused', 'takes no connection'],
    ['EHOSTUNREACH', 'no-route', 'no way to pims.example'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout', 'not be reached in time'],
    ['CERT_HAS_EXPIRED', 'certificate', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'secure connection'],
    ['ECONNRESET', 'dropped', 'No connection to pims.example came about'],
    ['SOMETHING_NEW', 'other', 'No connection to pims.example came about'],
  ])('%s before sending: unreachable', async (code, reason, says) => {
    const desk = fakeDesk(lost(false, code));
    const error = await failure(create(desk.client));
    expect(error).toMatchObject({
      code: 'unreachable',
      details: { applied: 'no', reason, errorCode: code, host: 'pims.example' },
    });
    expect(error.message).toContain(says);
    expect(desk.metered).toEqual([]);
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'SOMETHING_NEW', ''])(
    '%s after sending began: unknown outcome',
    async (code) => {
      const desk = fakeDesk(lost(true, code));
      expect(await failure(create(desk.client))).toMatchObject({
        code: 'unknown-outcome',
        details: { applied: 'unknown' },
      });
      expect(desk.metered).toEqual(['orders/create']);
    },
  );

  it('a fetch that throws something unheard of leaves the outcome unknown', async () => {
    const desk = fakeDesk(() => {
      throw new TypeError('fetch failed');
    });
    expect(await failure(create(desk.client))).toMatchObject({ code: 'unknown-outcome' });
  });

  it.each([
    [407, 'not-pims', 'demands a sign-in (Negotiate)'],
    [403, 'not-pims', 'does not let requests through'],
    [502, 'unreachable', 'found no way'],
    [null, 'unreachable', 'can’t be reached'],
  ])('a proxy that answers %s: %s', async (status, code, says) => {
    const proxy = { host: 'proxy.example:8080', status, signIn: status === 407 ? 'Negotiate' : null };
    const facts = { sent: false, code: status === null ? 'PROXY_UNREACHABLE' : 'PROXY_REFUSED', proxy };
    const desk = fakeDesk(() => Promise.reject(new TransportError('x', facts)));
    const error = await failure(create(desk.client));
    expect(error).toMatchObject({ code, details: { applied: 'no', proxy: 'proxy.example:8080' } });
    expect(error.message.replaceAll("'", '’')).toContain(says);
    if (code === 'not-pims') {
      expect(error.details).toMatchObject({ host: 'proxy.example:8080', wanted: 'pims.example' });
    }
    expect(desk.metered).toEqual([]);
  });
});
