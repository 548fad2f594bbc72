import { describe, expect, it } from 'vitest';
import { makeSetting, submitNew, until, untilState } from './desk-under-test.ts';
import { addOwn, ownInput } from './own-connection.ts';

const query = { filters: [], maxReturn: 1 };

describe('the requests of a month', () => {
  it('are told apart by what they were made for, and agree with what PIMS bills', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    await addOwn(desk, setting);
    await desk.connections.test({ ...ownInput(setting), id: (await desk.status.read()).connectionId });
    await desk.status.tryNow();
    await desk.orders.query(query);
    await desk.parts.search({ text: 'a', limit: 5 });
    await desk.customers.query(query);
    await desk.shopify.lookUp({ numbers: ['#12345', '#0'] });
    const { id } = await submitNew(desk, practice, { lines: 2 });
    await untilState(desk, id, 'sent');

    const { month } = (await desk.status.read()).usage;
    const billed = () =>
      Object.values(practice.billedRequests()).reduce((sum, requests) => sum + requests, 0);
    const usage = await until('all are counted', async () => {
      const read = await desk.usage.month({ month });
      return read.requests === billed() ? read : undefined;
    });
    const purposes = Object.fromEntries(usage.purposes.map((one) => [one.purpose, one.requests]));
    const { sending = 0, ...others } = purposes;
    expect(others).toEqual({ connection: 2, orders: 1, parts: 1, customers: 1, shopify: 2 });
    // The order and its two lines at least.
    expect(sending).toBeGreaterThanOrEqual(3);
    expect(usage.endpoints).toContainEqual({ endpoint: 'orders/create', requests: 1 });
    expect(usage.days.reduce((sum, { requests }) => sum + requests, 0)).toBe(usage.requests);
  });

  it('are those of the connection named, of each month apart', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const { connectionId: first, usage } = await desk.status.read();
    await desk.orders.query(query);
    await addOwn(desk, setting);
    expect(await desk.usage.month({ month: usage.month })).toMatchObject({ requests: 0, purposes: [] });
    expect(await desk.usage.month({ connectionId: first, month: usage.month })).toMatchObject({
      requests: 1,
    });
    const past = await desk.usage.month({ connectionId: first, month: '2020-02' });
    expect(past).toMatchObject({ month: '2020-02', requests: 0, months: [usage.month] });
    expect(past.days).toHaveLength(29);
  });
});
