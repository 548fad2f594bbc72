import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { TransportError } from '../../../electron/network/transport-error.ts';
import { createPimsClient } from '../../../electron/pims/pims-client.ts';
import { DeskError } from '../../../shared/errors.ts';
import {
  create,
  failure,
  fakeDesk,
  json,
  line,
  order,
  page,
  readOne,
  searchParts,
  secret,
  success,
} from './fake-fetch.ts';

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

  it('looks a Shopify order up with its number as given; the answer has no envelope, and is metered', async () => {
    const record = { order_type: 'quote', pims_order_number: null, items: [] };
    const { client, sent, metered } = fakeDesk(() =>
      json({ shopify_order_number: '#12345', orders: [record] }),
    );
    expect(await client.lookUpShopify('#12345')).toMatchObject([{ orderType: 'quote', orderNumber: null }]);
    expect(sent[0]?.method).toBe('GET');
    expect(sent[0]?.url.href).toBe(
      'https://pims.example/tenant/api/pims/v1/orders/by_shopify_reference?teamID=team%201%2F%C3%BC&shopify_order_number=%2312345',
    );
    expect(metered).toEqual(['orders/by_shopify_reference']);
  });

  it('tells a refused look-up, and one whose answer is none, from an order that is not there', async () => {
    const answering = async (body: unknown) => failure(fakeDesk(() => json(body)).client.lookUpShopify('#1'));
    expect(await answering({ status: 'error', message: 'Out of order' })).toMatchObject({
      code: 'rejected',
      message: 'PIMS refused to look the Shopify order up: Out of order',
    });
    expect(await answering({ status: 'success', data: {} })).toMatchObject({ code: 'unknown-outcome' });
    expect(await fakeDesk(() => json({ orders: [] })).client.lookUpShopify('#1')).toEqual([]);
  });

  it('searches the inventory with the same filters, each request metered', async () => {
    const part = { PART_CODE: 'MDVQ4LL/A', QTY_ONHAND: '3' };
    const { client, sent, metered } = fakeDesk(() => success([{ ...part, QTY_ONHAND: 3 }]));
    const filters = [
      { field: 'PART_CODE', value: 'mdvq', contains: true, conjunction: 'AND' as const },
      { field: 'BARCODE', value: '0194', contains: false, conjunction: 'OR' as const },
    ];
    expect(await client.queryParts({ filters, maxReturn: 50 })).toEqual([part]);
    expect(sent[0]?.method).toBe('POST');
    expect(sent[0]?.url.href).toBe(
      'https://pims.example/tenant/api/pims/v1/inventory/query?teamID=team%201%2F%C3%BC&maxReturn=50',
    );
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual([
      { field: 'PART_CODE', value: 'mdvq', contains: true },
      { field: 'BARCODE', value: '0194', contains: false, conjunction: 'OR' },
    ]);
    expect(metered).toEqual(['inventory/query']);
  });

  it('searches the customers with the same filters, each request metered', async () => {
    const customer = { CUSTOMER_CODE: 'M-1000', CUSTOMER_NAME: 'Acme' };
    const { client, sent, metered } = fakeDesk(() => success([customer]));
    const filters = [{ field: 'BEMAIL', value: 'acme', contains: true, conjunction: 'AND' as const }];
    expect(await client.queryCustomers({ filters, maxReturn: 50 })).toEqual([customer]);
    expect([sent[0]?.method, sent[0]?.url.pathname]).toEqual(['POST', '/tenant/api/pims/v1/customers/query']);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual([{ field: 'BEMAIL', value: 'acme', contains: true }]);
    expect(metered).toEqual(['customers/query']);
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
    ['a search before sending', searchParts, false, 'cancelled', 'no', []],
    ['a search after sending began', searchParts, true, 'cancelled', 'unknown', ['inventory/query']],
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
