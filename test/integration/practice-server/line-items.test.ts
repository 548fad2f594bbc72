import { describe, expect, it } from 'vitest';
import { call, startPractice } from './small-practice.ts';

type Line = Record<string, string>;

function lineOf(json: unknown): Line {
  return (json as { data: Line }).data;
}

const NEW_LINE = { ORDER_NUMBER: '54321', PART_CODE: 'mdvq4ll/a', QUANTITY: '2' };

describe('adding a line', () => {
  it('answers the line with its lock code, and fills in what the part knows', async () => {
    const server = await startPractice();
    const reply = await call(server, 'PUT', 'orders/line_item', { body: NEW_LINE });
    expect(reply.json).toMatchObject({
      status: 'success',
      data: {
        LINE_NUMBER: '2',
        PART_CODE: 'MDVQ4LL/A',
        DESCRIPTION: 'iPhone 14 Pro',
        QUANTITY: '2',
        LINE_REF_LOCK_CODE: expect.stringMatching(/^[A-Z0-9]{9}$/),
        NUMBER_SHIPPED: '0',
        UNIT_PRICE: '999.00',
        EXTENDED_PRICE: '1998.00',
      },
      subRecords: null,
    });
    expect(server.order('54321')?.lines[1]).toEqual(lineOf(reply.json));
    expect(server.order('54321')?.fields).toMatchObject({
      MODIFIED_DATE: '06/15/2026',
      SUBTOTAL: '6993.00',
      TAX: '489.51',
      TOTAL: '7482.51',
    });
  });

  it('keeps what was sent, reckons exactly, and takes a free line without a part', async () => {
    const server = await startPractice();
    const body = {
      ORDER_NUMBER: '54321',
      DESCRIPTION: 'Loan unit, one week',
      QUANTITY: 3,
      UNIT_PRICE: '0.35',
      DISCOUNT: '10',
      SHELF: 'A-07',
      EXTENDED_PRICE: '',
    };
    const line = lineOf((await call(server, 'PUT', 'orders/line_item', { body })).json);
    expect(line).toMatchObject({ PART_CODE: '', QUANTITY: '3', EXTENDED_PRICE: '0.95', SHELF: 'A-07' });
    expect(line).not.toHaveProperty('ORDER_NUMBER');
  });

  it.each([
    [{ ...NEW_LINE, ORDER_NUMBER: undefined }, /ORDER_NUMBER is missing/],
    [{ ...NEW_LINE, ORDER_NUMBER: '99999' }, /Order 99999 was not found/],
    [{ ...NEW_LINE, PART_CODE: 'NOPE-1' }, /PART_CODE 'NOPE-1' does not exist/],
    [{ ...NEW_LINE, QUANTITY: 'five' }, /QUANTITY must be a number, not 'five'/],
    [{ ...NEW_LINE, QUANTITY: '' }, /QUANTITY must be a number/],
    [{ ...NEW_LINE, QUANTITY: undefined }, /QUANTITY is missing/],
    [{ ...NEW_LINE, UNIT_PRICE: '12,50' }, /UNIT_PRICE must be a number/],
    [{ ...NEW_LINE, FUNCTION: 'ADD' }, /FUNCTION must not be sent/],
    [{ ...NEW_LINE, LINE_NUMBER: '7' }, /LINE_NUMBER must not be sent/],
    [{ ...NEW_LINE, NUMBER_SHIPPED: '1' }, /NUMBER_SHIPPED of a new line is 0/],
    [{ ...NEW_LINE, LINE_REF_LOCK_CODE: 'ABC123XYZ' }, /to update a line, use POST/],
    [{ ORDER_NUMBER: '54321', QUANTITY: '1' }, /needs a DESCRIPTION/],
  ])('refuses %j', async (body, message) => {
    const server = await startPractice();
    const reply = await call(server, 'PUT', 'orders/line_item', { body });
    expect(reply).toMatchObject({
      status: 400,
      json: { status: 'error', message: expect.stringMatching(message) },
    });
    expect(server.order('54321')?.lines).toHaveLength(1);
  });

  it.each([
    [{ ORDER_TYPE: 'invoice', ORDER_STATUS: 'Closed' }, /is an invoice/],
    [{ ORDER_STATUS: 'Void' }, /is void/],
    [{ ORDER_STATUS: 'Closed' }, /is closed/],
  ])('leaves an order with %j alone', async (fields, message) => {
    const server = await startPractice();
    server.addOrder({ ORDER_NUMBER: '60000', ...fields });
    const body = { ...NEW_LINE, ORDER_NUMBER: '60000' };
    const reply = await call(server, 'PUT', 'orders/line_item', { body });
    expect(reply).toMatchObject({ status: 400, json: { message: expect.stringMatching(message) } });
    expect(server.order('60000')?.lines).toEqual([]);
  });
});

describe('updating a line', () => {
  const update = { ORDER_NUMBER: '54321', LINE_REF_LOCK_CODE: 'ABC123XYZ', QUANTITY: '8' };

  it('changes what was sent and nothing else', async () => {
    const server = await startPractice();
    const before = server.order('54321')?.lines[0];
    const after = lineOf((await call(server, 'POST', 'orders/line_item', { body: update })).json);
    expect(after).toEqual({
      ...before,
      QUANTITY: '8',
      EXTENDED_PRICE: '7992.00',
      LINE_REF_LOCK_CODE: after.LINE_REF_LOCK_CODE,
    });
  });

  it('gives a new lock code, and the old one is stale', async () => {
    const server = await startPractice();
    const first = lineOf((await call(server, 'POST', 'orders/line_item', { body: update })).json);
    expect(first.LINE_REF_LOCK_CODE).not.toBe('ABC123XYZ');
    const stale = await call(server, 'POST', 'orders/line_item', { body: { ...update, QUANTITY: '9' } });
    expect(stale).toMatchObject({
      status: 400,
      json: { message: expect.stringMatching(/'ABC123XYZ' is not valid/) },
    });
    const body = { ...update, QUANTITY: '9', LINE_REF_LOCK_CODE: first.LINE_REF_LOCK_CODE };
    expect((await call(server, 'POST', 'orders/line_item', { body })).status).toBe(200);
    expect(server.order('54321')?.lines[0]?.QUANTITY).toBe('9');
  });

  it('keeps the lock code when told to', async () => {
    const server = await startPractice({ behaviour: { lockCodesChange: false } });
    const line = lineOf((await call(server, 'POST', 'orders/line_item', { body: update })).json);
    expect(line.LINE_REF_LOCK_CODE).toBe('ABC123XYZ');
  });

  it('is refused after somebody else changed the line', async () => {
    const server = await startPractice();
    server.updateLine('54321', '1', { QUANTITY: '6' });
    const reply = await call(server, 'POST', 'orders/line_item', { body: update });
    expect(reply.status).toBe(400);
    expect(server.order('54321')?.lines[0]?.QUANTITY).toBe('6');
  });

  it.each([
    [{ ...update, LINE_REF_LOCK_CODE: '' }, /LINE_REF_LOCK_CODE is missing/],
    [{ ...update, LINE_REF_LOCK_CODE: 'WRONG0000' }, /'WRONG0000' is not valid for order 54321/],
    [{ ...update, ORDER_NUMBER: '54320' }, /is not valid for order 54320/],
    [{ ...update, QUANTITY: 'x' }, /QUANTITY must be a number/],
    [{ ...update, QUANTITY: '2' }, /below the 3 that were shipped/],
    [{ ...update, PART_CODE: 'NOPE-1' }, /PART_CODE 'NOPE-1' does not exist/],
    [{ ...update, LINE_NUMBER: '4' }, /LINE_NUMBER can not be changed/],
    [{ ...update, FUNCTION: 'UPDATE' }, /FUNCTION must not be sent/],
  ])('refuses %j', async (body, message) => {
    const server = await startPractice();
    const before = server.order('54321')?.lines;
    const reply = await call(server, 'POST', 'orders/line_item', { body });
    expect(reply).toMatchObject({
      status: 400,
      json: { status: 'error', message: expect.stringMatching(message) },
    });
    expect(server.order('54321')?.lines).toEqual(before);
  });

  it('without a lock code in the body is the command of the page that adds a line', async () => {
    const server = await startPractice();
    expect((await call(server, 'POST', 'orders/line_item', { body: NEW_LINE })).status).toBe(200);
    expect(server.order('54321')?.lines).toHaveLength(2);
  });
});
