import { describe, expect, it } from 'vitest';
import { makeSetting } from './desk-under-test.ts';

describe('looking Shopify orders up', () => {
  it('answers in the order asked, each number once for one request, and not found is an answer', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const orders = await desk.shopify.lookUp({ numbers: ['#0', '#12345', '#0', '12345'] });
    expect(orders.map(({ number }) => number)).toEqual(['#0', '#12345', '12345']);
    expect(orders[0]?.answer).toMatchObject({ kind: 'records', records: [] });
    expect(orders[1]?.answer).toMatchObject({
      kind: 'records',
      records: [
        { orderType: 'invoice', orderNumber: 'INV5001', items: [{ quantity: '10', shipped: '5' }] },
        { orderType: 'sales_order', orderNumber: '54320' },
      ],
    });
    // PIMS stores the number with its #.
    expect(orders[2]?.answer).toMatchObject({ records: [] });
    expect(practice.billedRequests()).toEqual({ 'orders/by_shopify_reference': 3 });
    expect(await desk.status.read()).toMatchObject({ usage: { requests: 3 } });
  });

  it('tells of a number that failed, and reads the others', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ fault: { kind: 'server-error' }, endpoint: 'orders/by_shopify_reference' });
    const orders = await desk.shopify.lookUp({ numbers: ['#1', '#2'] });
    expect(orders.map(({ answer }) => answer.kind).toSorted()).toEqual(['not-read', 'records']);
  });

  it('asks no more when PIMS can’t be reached', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await desk.orders.query({ filters: [], maxReturn: 1 });
    await practice.stop();
    const numbers = Array.from({ length: 12 }, (_, index) => `#${index}`);
    const orders = await desk.shopify.lookUp({ numbers });
    expect(orders).toHaveLength(12);
    for (const { answer } of orders) {
      expect(answer).toMatchObject({ kind: 'not-read', error: { code: 'unreachable' } });
    }
  });

  it('waits as long as PIMS asks, and goes on', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({
      fault: { kind: 'rate-limited', retryAfter: '0' },
      endpoint: 'orders/by_shopify_reference',
      times: 2,
    });
    const [order] = await desk.shopify.lookUp({ numbers: ['#12345'] });
    expect(order?.answer.kind).toBe('records');
  });
});
