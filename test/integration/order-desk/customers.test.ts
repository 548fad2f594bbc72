import { describe, expect, it } from 'vitest';
import { createPimsClient } from '../../../electron/pims/pims-client.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { type Customer, readCustomer } from '../../../shared/customers/customer.ts';
import { makeSetting, until } from './desk-under-test.ts';
import { hastyClock, movedClock } from './fakes.ts';
import { addOwn } from './own-connection.ts';
import { steer } from './steered-network.ts';

const hour = 3_600_000;

/** The customers of the practice server, asked for past the desk; one billed request. */
async function customersOf(practice: PracticeServer): Promise<Customer[]> {
  const access = { baseUrl: practice.baseUrl, ...practice.credentials };
  const records = await createPimsClient({ fetch, access }).queryCustomers({ filters: [], maxReturn: 500 });
  return records.flatMap((fields) => readCustomer(fields, '') ?? []);
}

async function makeCustomers() {
  const setting = await makeSetting();
  const all = await customersOf(setting.practice);
  const [one, two] = all;
  if (one === undefined || two === undefined) throw new Error('The sample data has too few customers.');
  const asked = () => (setting.practice.billedRequests()['customers/query'] ?? 0) - 1;
  return { ...setting, one, two, asked };
}

const codes = (customers: readonly Customer[]) => customers.map(({ code }) => code);

describe('searching customers', () => {
  it('by code, name, e-mail and phone asks once each, and completes from what was found without asking', async () => {
    const { open, one, asked } = await makeCustomers();
    const desk = await open();
    const { BEMAIL: email = '', BPHONE: phone = '' } = one.fields;
    const typed = [
      one.code.toLowerCase(),
      one.name ?? '',
      email.toUpperCase(),
      phone,
      phone.replace(/\D/g, ''),
    ];
    expect(await desk.customers.complete({ text: one.code, limit: 20 })).toEqual([]);
    for (const text of typed) {
      const { customers, cut } = await desk.customers.search({ text: ` ${text} `, limit: 50 });
      expect(codes(customers)).toContain(one.code);
      expect(cut).toBe(false);
    }
    expect(asked()).toBe(typed.length);
    for (const text of typed) {
      const [best] = await desk.customers.complete({ text, limit: 20 });
      expect(best).toMatchObject({ code: one.code, name: one.name, fields: one.fields });
    }
    expect(asked()).toBe(typed.length);
    expect((await desk.status.read()).usage.requests).toBe(typed.length);
  });

  it('says that there may be more', async () => {
    const { open } = await makeCustomers();
    const desk = await open();
    const { customers, cut } = await desk.customers.search({ text: 'example.com', limit: 2 });
    expect(customers).toHaveLength(2);
    expect(cut).toBe(true);
  });

  it('by any field takes the filters of orders, and what it brings is known from then on', async () => {
    const { open, one, asked } = await makeCustomers();
    const desk = await open();
    const city = one.fields.BCITY ?? '';
    const filters = [{ field: 'BCITY', value: city, contains: false, conjunction: 'AND' as const }];
    const { customers, cut } = await desk.customers.query({ filters, maxReturn: 50 });
    expect(new Set(customers.map(({ fields }) => fields.BCITY))).toEqual(new Set([city]));
    expect(codes(customers)).toContain(one.code);
    expect(cut).toBe(false);
    expect(await desk.customers.query({ filters: [], maxReturn: 1 })).toMatchObject({ cut: true });
    expect(codes(await desk.customers.complete({ text: '', limit: 50 }))).toContain(one.code);
    expect(asked()).toBe(2);
  });

  it('is called off by its ticket or by the next one under it', async () => {
    const { open, practice } = await makeCustomers();
    const desk = await open();
    practice.planFault({ endpoint: 'customers/query', fault: { kind: 'slow', ms: 20_000 }, times: 2 });
    const search = (text: string) => desk.customers.search({ text, limit: 20, ticket: 'form' });
    const first = search('a');
    const refused = expect(first).rejects.toMatchObject({ code: 'cancelled' });
    await until('it is under way', () => practice.requests().length === 2);
    const second = search('ab');
    await refused;
    const refusedToo = expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await until('the next is under way', () => practice.requests().length === 3);
    await desk.customers.cancel({ ticket: 'form' });
    await refusedToo;
    expect((await search('a')).customers.length).toBeGreaterThan(0);
  });

  it('ends with the desk', async () => {
    const { open, practice, logLines } = await makeCustomers();
    const desk = await open();
    practice.planFault({ endpoint: 'customers/query', fault: { kind: 'slow', ms: 20_000 } });
    const refused = expect(desk.customers.search({ text: 'a', limit: 20 })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await until('it is under way', () => practice.requests().length === 2);
    await desk.close();
    await refused;
    expect(logLines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('customers read by their codes', () => {
  it('come from the cache as long as they are young, in the order of the codes', async () => {
    const { open, one, two, asked } = await makeCustomers();
    const clock = movedClock();
    const desk = await open({ clock });
    const read = (...all: string[]) => desk.customers.read({ codes: all, maxAgeMs: hour });
    expect(codes((await read(two.code, one.code)).customers)).toEqual([two.code, one.code]);
    expect(asked()).toBe(1);
    expect(codes((await read(one.code.toLowerCase(), ` ${two.code} `, one.code)).customers)).toEqual([
      one.code,
      two.code,
    ]);
    expect(asked()).toBe(1);
    clock.aheadMs = hour;
    const [again] = (await read(one.code)).customers;
    expect(asked()).toBe(2);
    expect(Date.parse(again?.readAt ?? '')).toBeGreaterThan(hastyClock.now().getTime());
    expect(await read('', ' ')).toEqual({ customers: [], unknown: [] });
    expect(asked()).toBe(2);
  });

  it('cost a request for each fifty, and those that PIMS has not are named', async () => {
    const { open, one, asked } = await makeCustomers();
    const desk = await open();
    const none = Array.from({ length: 120 }, (_, index) => `none-${index}`);
    const { customers, unknown } = await desk.customers.read({ codes: [...none, one.code], maxAgeMs: hour });
    expect(codes(customers)).toEqual([one.code]);
    expect(unknown).toEqual(none);
    expect(asked()).toBe(3);
  });
});

describe('without PIMS', () => {
  it('those seen before are offered as they were, also after a restart, and a search says why it can’t', async () => {
    const { open, network, one } = await makeCustomers();
    const before = await open();
    await before.customers.search({ text: one.code, limit: 5 });
    await before.close();
    const cable = steer(network);
    cable.cut();
    const desk = await open({ network: cable.network });
    const [seen] = await desk.customers.complete({ text: one.name ?? '', limit: 5 });
    expect(seen?.fields).toEqual(one.fields);
    expect(new Date(seen?.readAt ?? '').toISOString()).toBe(seen?.readAt);
    const { customers } = await desk.customers.read({ codes: [one.code], maxAgeMs: hour });
    expect(codes(customers)).toEqual([one.code]);
    const search = desk.customers.search({ text: one.code, limit: 5 });
    await expect(search).rejects.toMatchObject({ code: 'unreachable', details: { applied: 'no' } });
  });
});

describe('two connections', () => {
  it('know nothing of each other’s customers', async () => {
    const setting = await makeCustomers();
    const desk = await setting.open();
    await desk.customers.search({ text: setting.one.code, limit: 5 });
    await addOwn(desk, setting);
    expect(await desk.customers.complete({ text: setting.one.code, limit: 5 })).toEqual([]);
    await desk.customers.read({ codes: [setting.one.code], maxAgeMs: hour });
    expect(setting.asked()).toBe(2);
  });
});
