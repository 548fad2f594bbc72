import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { TransportError } from '../../../electron/network/transport-error.ts';
import { createPimsClient, type PimsClient } from '../../../electron/pims/pims-client.ts';
import { DeskError } from '../../../shared/errors.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { failure, fakeDesk, json, page, secret } from './fake-fetch.ts';

const order = orderNumberSchema.parse('54321');
const success = (data: unknown, subRecords: unknown = null) => json({ status: 'success', data, subRecords });
const line = { LINE_NUMBER: '1', PART_CODE: 'A', QUANTITY: '5', LINE_REF_LOCK_CODE: 'ABC' };

const create = (client: PimsClient, signal?: AbortSignal) =>
  client.createOrder({ CUSTOMER_CODE: 'M-1000' }, signal === undefined ? {} : { signal });
const readOne = (client: PimsClient, signal?: AbortSignal) =>
  client.readOrder(order, signal === undefined ? {} : { signal });

describe('what is sent', () => {
  it('reads one order as the reference page shows', async () => {
    const { client, sent, metered } = fakeDesk(() =>
      success({ ORDER_NUMBER: '54321', TOTAL: 6.5 }, [{ ORDER_LINEITEMS: line }]),
    );
    expect(await client.readOrder(order)).toEqual({
      fields: { ORDER_NUMBER: '54321', TOTAL: '6.5' },
      lines: [line],
    });
    expect(sent[0]?.method).toBe('GET');
    expect(sent[0]?.url.href).toBe(
      'https://pims.example/tenant/api/pims/v1/orders/single?teamID=team%201%2F%C3%BC&orderNum=54321',
    );
    expect(sent[0]?.body).toBeNull();
    expect(sent[0]?.redirect).toBe('manual');
    expect(metered).toEqual(['orders/single']);
  });

  it('signs in with Basic in UTF-8, and nowhere else', async () => {
    const { client, sent } = fakeDesk(() => success('1'));
    await create(client);
    const [scheme, pair = ''] = (sent[0]?.headers.get('authorization') ?? '').split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(pair, 'base64').toString('utf8')).toBe(`desk:${secret}`);
    expect(sent[0]?.url.href).not.toContain('desk');
    expect(sent[0]?.url.searchParams.get('teamID')).toBe('team 1/ü');
  });

  it('searches with filters in order, the first without a conjunction', async () => {
    const { client, sent } = fakeDesk(() => success([{ ORDER_NUMBER: '1' }]));
    const filters = [
      { field: 'CUSTOMER_CODE', value: 'M-1000', contains: false, conjunction: 'OR' as const },
      { field: 'ORDER_STATUS', value: 'Op', contains: true, conjunction: 'OR' as const },
    ];
    expect(await client.queryOrders({ filters, maxReturn: 10 })).toEqual([{ ORDER_NUMBER: '1' }]);
    expect(sent[0]?.method).toBe('POST');
    expect(sent[0]?.url.searchParams.get('maxReturn')).toBe('10');
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual([
      { field: 'CUSTOMER_CODE', value: 'M-1000', contains: false },
      { field: 'ORDER_STATUS', value: 'Op', contains: true, conjunction: 'OR' },
    ]);
  });

  it('creates with PUT, adds with PUT, updates with POST', async () => {
    const { client, sent, metered } = fakeDesk(({ url }) =>
      url.pathname.endsWith('create') ? success('54321') : success(line),
    );
    expect(await client.createOrder({ REFERENCE_NUMBER: '0001' })).toBe('54321');
    expect(await client.addLine(order, { PART_CODE: 'A', ORDER_NUMBER: '9' })).toEqual(line);
    expect(await client.updateLine(order, 'ABC', { QUANTITY: '8', LINE_REF_LOCK_CODE: 'old' })).toEqual(line);
    expect(sent.map(({ method, url, body }) => [method, url.pathname, JSON.parse(body ?? '')])).toEqual([
      ['PUT', '/tenant/api/pims/v1/orders/create', { REFERENCE_NUMBER: '0001' }],
      ['PUT', '/tenant/api/pims/v1/orders/line_item', { PART_CODE: 'A', ORDER_NUMBER: '54321' }],
      [
        'POST',
        '/tenant/api/pims/v1/orders/line_item',
        { QUANTITY: '8', LINE_REF_LOCK_CODE: 'ABC', ORDER_NUMBER: '54321' },
      ],
    ]);
    expect(sent.every(({ headers }) => headers.get('content-type') === 'application/json')).toBe(true);
    expect(metered).toEqual(['orders/create', 'orders/line_item add', 'orders/line_item update']);
  });

  it('never sends FUNCTION, which the API sets itself', async () => {
    const { client, sent } = fakeDesk(() => success('1'));
    expect(await failure(client.createOrder({ FUNCTION: 'DELETE' }))).toMatchObject({
      code: 'invalid-input',
    });
    expect(await failure(client.addLine(order, { function: 'x' }))).toMatchObject({ code: 'invalid-input' });
    expect(sent).toEqual([]);
  });

  it.each(['http://pims.example', 'ftp://pims.example', '', 'https://user:pw@pims.example'])(
    'refuses the base URL %s',
    (baseUrl) => {
      const access = { baseUrl, teamId: 't', apiId: 'i', apiSecret: secret };
      expect(() => createPimsClient({ fetch, access })).toThrow(DeskError);
    },
  );

  it('does not ask twice, whatever comes back', async () => {
    for (const status of [200, 204, 301, 400, 401, 404, 407, 421, 429, 500, 503]) {
      const { client, sent } = fakeDesk(
        () => new Response(null, { status, headers: { 'retry-after': '0' } }),
      );
      await failure(create(client));
      expect(sent).toHaveLength(1);
    }
  });
});

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

  it('an empty result is a result', async () => {
    const { client } = fakeDesk(() => json({ status: 'success', data: [], subRecords: null }));
    expect(await client.queryOrders({ filters: [], maxReturn: 1 })).toEqual([]);
  });

  it('data of the wrong kind is no answer', async () => {
    const { client } = fakeDesk(() => json({ status: 'success', data: 'text' }));
    expect(await failure(client.queryOrders({ filters: [], maxReturn: 1 }))).toMatchObject({
      code: 'unknown-outcome',
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

describe('giving up', () => {
  /** A fetch that only ends when it is told to; `sent` is what our own network would say. */
  const endless = (sent: boolean) => (request: { signal: AbortSignal | null }) =>
    new Promise<Response>((_resolve, reject) => {
      request.signal?.addEventListener('abort', () =>
        reject(new TransportError('aborted', { sent, code: '' })),
      );
    });

  it('a call that was withdrawn before it began sends nothing', async () => {
    const { client, sent, metered } = fakeDesk(() => success('1'));
    expect(await failure(create(client, AbortSignal.abort()))).toMatchObject({
      code: 'cancelled',
      details: { applied: 'no' },
    });
    expect(sent).toEqual([]);
    expect(metered).toEqual([]);
  });

  it.each([
    ['a write before sending', create, false, 'cancelled', 'no', []],
    ['a write after sending began', create, true, 'unknown-outcome', 'unknown', ['orders/create']],
    ['a read after sending began', readOne, true, 'cancelled', 'unknown', ['orders/single']],
  ] as const)('cancelling %s', async (_what, call, wasSent, code, applied, metered) => {
    const desk = fakeDesk(endless(wasSent));
    const controller = new AbortController();
    const result = failure(call(desk.client, controller.signal));
    await vi.waitFor(() => expect(desk.sent).toHaveLength(1));
    controller.abort();
    expect(await result).toMatchObject({ code, details: { applied } });
    expect(desk.metered).toEqual(metered);
  });

  it.each([
    ['before sending', false, 'unreachable', 'connect-timeout', []],
    ['after sending began', true, 'unknown-outcome', 'timeout', ['orders/create']],
  ] as const)('running out of time %s', async (_what, wasSent, code, reason, metered) => {
    const desk = fakeDesk(endless(wasSent), { timeoutMs: 5 });
    expect(await failure(create(desk.client))).toMatchObject({ code, details: { reason } });
    expect(desk.metered).toEqual(metered);
  });

  it('running out of time in the middle of the answer', async () => {
    const desk = fakeDesk(
      ({ signal }) =>
        new Response(
          new ReadableStream<Uint8Array>({
            start: (controller) => {
              controller.enqueue(new TextEncoder().encode('{"status":'));
              signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
            },
          }),
        ),
      { timeoutMs: 5 },
    );
    expect(await failure(create(desk.client))).toMatchObject({
      code: 'unknown-outcome',
      details: { reason: 'timeout' },
    });
    expect(desk.metered).toEqual(['orders/create']);
  });

  it('leaves no listener behind on the caller’s signal', async () => {
    const { client } = fakeDesk(() => success('1'));
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, 'addEventListener');
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    await create(client, controller.signal);
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
  });
});

describe('the meter', () => {
  it('never costs an answer when it fails', async () => {
    const { client } = fakeDesk(() => success('54321'), {
      onMetered: () => {
        throw new Error('disk full');
      },
    });
    expect(await create(client)).toBe('54321');
  });
});

describe('the secret', () => {
  it('is in no error, whatever the server or the network says', async () => {
    const pair = Buffer.from(`desk:${secret}`, 'utf8').toString('base64');
    const echoes = [secret, pair, encodeURIComponent(secret)];
    const text = `you sent ${echoes.join(' and ')}`;
    const escaped = text.replaceAll('&', '&amp;');
    const bodies = [
      ...[400, 401, 404, 429, 500, 200].flatMap((status) => [
        () => json({ status: 'error', message: text }, status),
        () => page(`<title>${escaped}</title><p>${escaped}</p>`, status),
        () => new Response(text, { status, headers: { 'content-type': 'text/plain' } }),
      ]),
      () => Promise.reject(new TransportError('x', { sent: true, code: 'ECONNRESET' })),
      () => Promise.reject(new TransportError('x', { sent: false, code: 'ENOTFOUND' })),
    ];
    for (const body of bodies) {
      const { client } = fakeDesk(body);
      const error = await failure(create(client));
      const everything = [
        inspect(error, { depth: 20, showHidden: true }),
        JSON.stringify(error.toShape()),
        String(error),
        inspect(client, { depth: 20, showHidden: true }),
      ].join('\n');
      for (const echo of [...echoes, escaped]) expect(everything).not.toContain(echo);
    }
  });
});
