import { describe, expect, it } from 'vitest';
import { call, startPractice } from './small-practice.ts';

describe('orders/single', () => {
  it('answers the example order of the reference page in the documented envelope', async () => {
    const server = await startPractice();
    const reply = await call(server, 'GET', 'orders/single', { query: { orderNum: '54321' } });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      status: 'success',
      data: {
        ORDER_NUMBER: '54321',
        REFERENCE_NUMBER: '0001',
        CUSTOMER_CODE: 'M-1000',
        ORDER_DATE: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}$/),
        ORDER_STATUS: 'Open',
      },
      subRecords: [
        {
          ORDER_LINEITEMS: {
            LINE_NUMBER: '1',
            PART_CODE: 'MDVQ4LL/A',
            DESCRIPTION: 'iPhone 14 Pro',
            QUANTITY: '5',
            NUMBER_SHIPPED: '3',
          },
        },
      ],
    });
  });

  it('shows lock codes or not, by switch', async () => {
    const server = await startPractice();
    const code = async () => {
      const reply = await call(server, 'GET', 'orders/single', { query: { orderNum: '54321' } });
      return (reply.json as { subRecords: { ORDER_LINEITEMS: Record<string, string> }[] }).subRecords[0]
        ?.ORDER_LINEITEMS.LINE_REF_LOCK_CODE;
    };
    expect(await code()).toBe('ABC123XYZ');
    server.setBehaviour({ lockCodesShown: false });
    expect(await code()).toBeUndefined();
  });

  it.each([
    [{}, "Missing 'orderNum' parameter!"],
    [{ orderNum: '99999' }, 'Order 99999 was not found.'],
  ])('refuses %j', async (query, message) => {
    const server = await startPractice();
    const reply = await call(server, 'GET', 'orders/single', { query });
    expect(reply).toMatchObject({ status: 400, json: { status: 'error', message } });
  });
});

describe('orders/query', () => {
  it('answers matching headers, the newest first, with null subRecords', async () => {
    const server = await startPractice();
    const one = server.addOrder({ CUSTOMER_CODE: 'M-1001', REFERENCE_NUMBER: 'Query-1' });
    const two = server.addOrder({ CUSTOMER_CODE: 'M-1002', REFERENCE_NUMBER: 'Query-2' });
    const reply = await call(server, 'POST', 'orders/query', {
      body: [{ field: 'REFERENCE_NUMBER', value: 'query-', contains: true }],
    });
    expect(reply.json).toEqual({ status: 'success', data: [two.fields, one.fields], subRecords: null });
  });

  it('answers an empty array when nothing matches', async () => {
    const server = await startPractice();
    const reply = await call(server, 'POST', 'orders/query', {
      body: [{ field: 'REFERENCE_NUMBER', value: 'no such reference' }],
    });
    expect(reply.json).toEqual({ status: 'success', data: [], subRecords: null });
  });

  it('returns at most maxReturn records', async () => {
    const server = await startPractice();
    const reply = await call(server, 'POST', 'orders/query', { query: { maxReturn: '7' }, body: [] });
    expect((reply.json as { data: unknown[] }).data).toHaveLength(7);
  });

  it.each([
    ['no array', {}, {}, /must be an array/],
    [
      'an unknown field',
      {},
      [{ field: 'NO_SUCH_FIELD', value: '' }],
      /Filter 1: unknown field 'NO_SUCH_FIELD'/,
    ],
    ['maxReturn ten', { maxReturn: 'ten' }, [], /maxReturn must be a whole number/],
    [
      'a faulty second filter',
      {},
      [
        { field: 'ORDER_NUMBER', value: '1' },
        { field: 'ORDER_NUMBER', value: '2', conjunction: 'XOR' },
      ],
      /Filter 2: conjunction/,
    ],
  ])('refuses %s', async (_what, query, body, message) => {
    const server = await startPractice();
    const reply = await call(server, 'POST', 'orders/query', { query, body });
    expect(reply).toMatchObject({
      status: 400,
      json: { status: 'error', message: expect.stringMatching(message) },
    });
  });
});

describe('orders/create', () => {
  it('answers the new number, and the order is there', async () => {
    const server = await startPractice();
    const sent = { REFERENCE_NUMBER: 'C-1', CUSTOMER_CODE: 'm-1000', BNAME: 'Acme Repair', ANY_COLUMN: 12 };
    const reply = await call(server, 'PUT', 'orders/create', { body: sent });
    const { data } = reply.json as { data: string };
    expect(reply.json).toEqual({ status: 'success', data: expect.stringMatching(/^\d+$/) });
    expect(server.order(data)?.fields).toMatchObject({
      REFERENCE_NUMBER: 'C-1',
      CUSTOMER_CODE: 'M-1000',
      ANY_COLUMN: '12',
      ORDER_DATE: '06/15/2026',
      ORDER_STATUS: 'Open',
      ORDER_TYPE: 'sales_order',
      LOCATION_CODE: 'MAIN',
    });
    const found = await call(server, 'POST', 'orders/query', {
      body: [{ field: 'ANY_COLUMN', value: '12' }],
    });
    expect(found.json).toMatchObject({ data: [{ ORDER_NUMBER: data }] });
  });

  it('creates two orders when it is called twice', async () => {
    const server = await startPractice();
    const before = server.orders().length;
    await call(server, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: 'C-2' } });
    await call(server, 'PUT', 'orders/create', { body: { REFERENCE_NUMBER: 'C-2' } });
    expect(server.orders()).toHaveLength(before + 2);
  });

  it.each([
    [{ FUNCTION: 'ADD' }, /FUNCTION must not be sent/],
    [{ ORDER_NUMBER: '1' }, /ORDER_NUMBER must not be sent/],
    [{ CUSTOMER_CODE: 'nobody' }, /CUSTOMER_CODE 'nobody' does not exist/],
    [{ ORDER_DATE: '2026-05-15' }, /ORDER_DATE '2026-05-15' is not a date/],
    [{ ORDER_TYPE: 'order' }, /ORDER_TYPE must be one of/],
    [{ bname: 'x' }, /Unknown field 'bname'/],
    [{ BNAME: ['x'] }, /BNAME must be a single value/],
    [{ NOTES: 'x'.repeat(4_001) }, /NOTES is longer than/],
    [[], /must be a JSON object/],
  ])('refuses %j', async (body, message) => {
    const server = await startPractice();
    const before = server.orders().length;
    const reply = await call(server, 'PUT', 'orders/create', { body });
    expect(reply).toMatchObject({
      status: 400,
      json: { status: 'error', message: expect.stringMatching(message) },
    });
    expect(server.orders()).toHaveLength(before);
  });
});
