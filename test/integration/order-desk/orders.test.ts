import { describe, expect, it } from 'vitest';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { documentedFields } from '../../../shared/pims/fields.ts';
import { makeSetting, submitNew, untilState } from './desk-under-test.ts';
import { addOwn } from './own-connection.ts';

describe('reading orders', () => {
  it('finds them by any field, and says when it looked', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const [first] = practice.orders();
    const code = first?.fields.CUSTOMER_CODE ?? '';
    const filter = { field: 'CUSTOMER_CODE', value: code, contains: false, conjunction: 'AND' as const };
    const { orders, readAt } = await desk.orders.query({ filters: [filter], maxReturn: 100 });
    const expected = practice.orders().filter(({ fields }) => fields.CUSTOMER_CODE === code);
    expect(orders).toHaveLength(expected.length);
    expect(new Date(readAt).toISOString()).toBe(readAt);
  });

  it('shares one request among those who ask the same at the same time', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const query = { filters: [], maxReturn: 3 };
    const [one, other] = await Promise.all([desk.orders.query(query), desk.orders.query({ ...query })]);
    expect(one).toBe(other);
    await Promise.all([desk.orders.query(query), desk.orders.query({ filters: [], maxReturn: 4 })]);
    expect(practice.requests()).toHaveLength(3);
  });

  it('does not share a failure with those who ask later', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ fault: { kind: 'server-error' } });
    const query = { filters: [], maxReturn: 3 };
    await expect(desk.orders.query(query)).rejects.toMatchObject({ code: 'unknown-outcome' });
    await expect(desk.orders.query(query)).resolves.toMatchObject({ orders: expect.any(Array) });
  });

  it('learns field names: the documented ones come first, then those that were seen, for each connection', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    expect(await desk.orders.fieldNames({ table: 'ORDERS' })).toEqual(documentedFields.ORDERS);
    await desk.orders.query({ filters: [], maxReturn: 5 });
    const names = await desk.orders.fieldNames({ table: 'ORDERS' });
    const seen = names.slice(documentedFields.ORDERS.length);
    expect(names.slice(0, documentedFields.ORDERS.length)).toEqual(documentedFields.ORDERS);
    expect(seen).toEqual(seen.toSorted());
    expect(seen).toContain('SNAME');
    await desk.close();
    const again = await setting.open();
    expect(await again.orders.fieldNames({ table: 'ORDERS' })).toEqual(names);
    await addOwn(again, setting);
    expect(await again.orders.fieldNames({ table: 'ORDERS' })).toEqual(documentedFields.ORDERS);
  });
});

describe('the padlocks of an order', () => {
  it('are open for lines whose lock code is known, from their own answer or from when they were added here', async () => {
    const { open, practice } = await makeSetting();
    practice.setBehaviour({ lockCodesShown: false });
    const desk = await open();
    const { id } = await submitNew(desk, practice, { lines: 2 });
    const sent = await untilState(desk, id, 'sent');
    const orderNumber = orderNumberSchema.parse(sent.orderNumber);
    practice.addLine(orderNumber, { PART_CODE: 'X', QUANTITY: '1' });
    const order = await desk.orders.single({ orderNumber });
    expect(order.lines.map(({ lock }) => lock.state)).toEqual(['open', 'open', 'closed']);
    expect(order.lines[2]?.lock).toMatchObject({ reason: expect.stringContaining('added elsewhere') });

    practice.setBehaviour({ lockCodesShown: true });
    const shown = await desk.orders.single({ orderNumber });
    expect(shown.lines.map(({ lock }) => lock.state)).toEqual(['open', 'open', 'open']);
    practice.setBehaviour({ lockCodesShown: false });
    const remembered = await desk.orders.single({ orderNumber });
    expect(remembered.lines.map(({ lock }) => lock.state)).toEqual(['open', 'open', 'open']);
  });

  it('tells PIMS’s own words for an order that it does not have', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    const single = desk.orders.single({ orderNumber: orderNumberSchema.parse('nope') });
    await expect(single).rejects.toMatchObject({ code: expect.stringMatching(/rejected|not-found/) });
    expect((await desk.status.read()).reach).toBe('reachable');
  });
});
