import { describe, expect, it } from 'vitest';
import { createLookupStore, unread } from '../../../renderer/shopify/lookup-store.ts';
import { NUMBERS_PER_CALL } from '../../../shared/fulfilment/order-numbers.ts';
import type { ShopifyOrder } from '../../../shared/fulfilment/shopify-record.ts';

const found = (number: string): ShopifyOrder => ({
  number,
  answer: { kind: 'records', records: [], readAt: '2026-06-15T10:00:00.000Z' },
});
const failed = (number: string): ShopifyOrder => ({
  number,
  answer: { kind: 'not-read', error: { code: 'unreachable', message: 'Away.', details: {} } },
});
const many = Array.from({ length: NUMBERS_PER_CALL * 2 + 1 }, (_, index) => `#${index + 1}`);

/** A store whose calls are answered by the test, one after the other. */
function steered() {
  const calls: { numbers: string[]; answer: (orders: ShopifyOrder[]) => void; fail: (why: Error) => void }[] =
    [];
  const store = createLookupStore(
    (numbers) => new Promise((answer, fail) => calls.push({ numbers, answer, fail })),
  );
  return { store, calls };
}

describe('a look-up', () => {
  it('goes in parts, and shows what has come', async () => {
    const { store, calls } = steered();
    const done = store.lookUp(many);
    expect(store.read()).toMatchObject({ numbers: many, picked: '#1' });
    expect(store.read().awaited.size).toBe(many.length);
    expect(calls[0]?.numbers).toEqual(many.slice(0, NUMBERS_PER_CALL));
    calls[0]?.answer(many.slice(0, NUMBERS_PER_CALL).map(found));
    await expect.poll(() => calls.length).toBe(2);
    expect(store.read().orders.size).toBe(NUMBERS_PER_CALL);
    expect(unread(store.read())).toEqual([]);
    calls[1]?.answer(many.slice(NUMBERS_PER_CALL, NUMBERS_PER_CALL * 2).map(found));
    await expect.poll(() => calls.length).toBe(3);
    calls[2]?.answer(many.slice(-1).map(found));
    await done;
    expect(store.read().awaited.size).toBe(0);
    expect(store.read().orders.size).toBe(many.length);
  });

  it('asks for no more once nothing of a part was answered, and then only for what is missing', async () => {
    const { store, calls } = steered();
    const done = store.lookUp(many);
    calls[0]?.answer(
      many.slice(0, NUMBERS_PER_CALL).map((number, at) => (at === 0 ? found : failed)(number)),
    );
    await expect.poll(() => calls.length).toBe(2);
    calls[1]?.answer(many.slice(NUMBERS_PER_CALL, NUMBERS_PER_CALL * 2).map(failed));
    await done;
    expect(calls).toHaveLength(2);
    expect(unread(store.read())).toEqual(many.slice(1));
    void store.lookUpAlso(unread(store.read()));
    expect(calls[2]?.numbers).not.toContain('#1');
    expect(store.read().orders.get('#1')).toEqual(found('#1'));
    expect(store.read().orders.has('#2')).toBe(false);
  });

  it('is stopped: PIMS is asked for no more, and what it was asked for still shows', async () => {
    const { store, calls } = steered();
    const done = store.lookUp(many);
    store.stop();
    expect([...store.read().awaited]).toEqual(many.slice(0, NUMBERS_PER_CALL));
    calls[0]?.answer(many.slice(0, NUMBERS_PER_CALL).map(found));
    await done;
    expect(calls).toHaveLength(1);
    expect(store.read().awaited.size).toBe(0);
    expect(unread(store.read())).toEqual(many.slice(NUMBERS_PER_CALL));
  });

  it('gives way to another one, and to none when it is cleared', async () => {
    const { store, calls } = steered();
    const first = store.lookUp(['#1']);
    const second = store.lookUp(['#2']);
    calls[1]?.answer([found('#2')]);
    calls[0]?.answer([found('#1')]);
    await Promise.all([first, second]);
    expect(store.read()).toMatchObject({ numbers: ['#2'], picked: '#2' });
    expect([...store.read().orders.keys()]).toEqual(['#2']);
    store.clear();
    expect(store.read().numbers).toEqual([]);
  });

  it('ends with what went wrong when Order Desk itself did not answer', async () => {
    const { store, calls } = steered();
    const done = store.lookUp(['#1']);
    calls[0]?.fail(new Error('gone'));
    await done;
    expect(store.read()).toMatchObject({ failure: { message: 'gone' } });
    expect(unread(store.read())).toEqual(['#1']);
  });

  it('adds a number to those shown, and shows it', async () => {
    const { store, calls } = steered();
    const first = store.lookUp(['#1']);
    calls[0]?.answer([found('#1')]);
    await first;
    void store.lookUpAlso(['1']);
    expect(store.read()).toMatchObject({ numbers: ['#1', '1'], picked: '1' });
    store.pick('#1');
    expect(store.read().picked).toBe('#1');
  });
});
