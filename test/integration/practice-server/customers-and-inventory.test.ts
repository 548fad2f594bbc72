import { describe, expect, it } from 'vitest';
import { call, startPractice } from './small-practice.ts';

describe('customers', () => {
  it('answers one by its code in any case, in the envelope of orders', async () => {
    const server = await startPractice();
    const reply = await call(server, 'GET', 'customers/single', { query: { customerCode: 'm-1000' } });
    expect(reply.json).toMatchObject({
      status: 'success',
      data: { CUSTOMER_CODE: 'M-1000', CUSTOMER_NAME: 'Acme Repair', BCITY: 'Bloomington', BCOUNTRY: 'US' },
      subRecords: null,
    });
  });

  it('finds them with the filters of orders', async () => {
    const server = await startPractice();
    const body = [
      { field: 'CUSTOMER_NAME', value: 'acme', contains: true },
      { field: 'BEMAIL', value: 'example.com', contains: true, conjunction: 'AND' },
    ];
    const reply = await call(server, 'POST', 'customers/query', { query: { maxReturn: '5' }, body });
    expect(reply.json).toMatchObject({ data: [{ CUSTOMER_CODE: 'M-1000' }], subRecords: null });
  });

  it('creates one, changes it, and finds it again', async () => {
    const server = await startPractice();
    const created = await call(server, 'PUT', 'customers/create', {
      body: { BNAME: 'New Firm', BCITY: 'Austin' },
    });
    const { data: code } = created.json as { data: string };
    expect(code).toBe('M-1012');
    const updated = await call(server, 'POST', 'customers/update', {
      body: { CUSTOMER_CODE: code, BPHONE: '512-555-0123' },
    });
    const expected = {
      CUSTOMER_CODE: code,
      CUSTOMER_NAME: 'New Firm',
      BCITY: 'Austin',
      BPHONE: '512-555-0123',
    };
    expect(updated.json).toMatchObject({ data: expected });
    const read = await call(server, 'GET', 'customers/single', { query: { customerCode: code } });
    expect(read.json).toMatchObject({ data: expected });
  });

  it.each([
    ['PUT', 'customers/create', { CUSTOMER_CODE: 'm-1000', BNAME: 'Twin' }, /exists already/],
    ['PUT', 'customers/create', { BCITY: 'Austin' }, /needs a CUSTOMER_NAME/],
    ['POST', 'customers/update', { BCITY: 'Austin' }, /CUSTOMER_CODE is missing/],
    ['POST', 'customers/update', { CUSTOMER_CODE: 'M-9', BCITY: 'Austin' }, /M-9 was not found/],
    ['GET', 'customers/single', undefined, /Missing 'customerCode'/],
  ] as const)('refuses %s %s %j', async (method, endpoint, body, message) => {
    const server = await startPractice();
    const reply = await call(server, method, endpoint, body === undefined ? {} : { body });
    expect(reply).toMatchObject({ status: 400, json: { message: expect.stringMatching(message) } });
  });
});

describe('inventory', () => {
  it('answers a part by its code in any case', async () => {
    const server = await startPractice();
    const reply = await call(server, 'GET', 'inventory/single', { query: { partCode: 'mdvq4ll/a' } });
    expect(reply.json).toMatchObject({
      status: 'success',
      data: {
        PART_CODE: 'MDVQ4LL/A',
        PART_DESCRIPTION: 'iPhone 14 Pro',
        BARCODE: expect.stringMatching(/^4\d{11}$/),
      },
      subRecords: null,
    });
  });

  it('finds a part by its barcode', async () => {
    const server = await startPractice();
    const one = await call(server, 'GET', 'inventory/single', { query: { partCode: 'MDVQ4LL/A' } });
    const { data } = one.json as { data: Record<string, string> };
    const reply = await call(server, 'POST', 'inventory/query', {
      body: [{ field: 'BARCODE', value: data.BARCODE }],
    });
    expect(reply.json).toEqual({ status: 'success', data: [data], subRecords: null });
  });

  it.each([
    [{}, /Missing 'partCode'/],
    [{ partCode: 'NOPE-1' }, /NOPE-1 was not found/],
  ])('refuses %j', async (query, message) => {
    const server = await startPractice();
    const reply = await call(server, 'GET', 'inventory/single', { query });
    expect(reply).toMatchObject({ status: 400, json: { message: expect.stringMatching(message) } });
  });
});
