import { describe, expect, it } from 'vitest';
import { makeSetting, until } from './desk-under-test.ts';
import { hastyClock, movedClock } from './fakes.ts';
import { inventoryOf, inventoryRequests, partWithBarcode } from './inventory.ts';
import { addOwn, ownInput } from './own-connection.ts';
import { steer } from './steered-network.ts';

const hour = 3_600_000;

const codes = (parts: readonly { code: string }[]) => parts.map(({ code }) => code);
const without = ({ readAt: _, ...rest }: { readAt: string }) => rest;

describe('searching parts', () => {
  it('finds them in any case, best first, and completes from what was found without asking', async () => {
    const { open, practice } = await makeSetting();
    const part = await partWithBarcode(practice);
    const desk = await open();
    const before = inventoryRequests(practice);
    expect(await desk.parts.complete({ text: part.code, limit: 20 })).toEqual([]);
    const { parts, cut } = await desk.parts.search({ text: ` ${part.code.toLowerCase()} `, limit: 20 });
    expect(parts.map(without)[0]).toEqual(without(part));
    expect(cut).toBe(false);
    expect(new Date(parts[0]?.readAt ?? '').toISOString()).toBe(parts[0]?.readAt);
    expect(inventoryRequests(practice)).toBe(before + 1);

    const typed = [part.code.slice(0, 3).toLowerCase(), part.barcode, part.description?.split(' ')[0] ?? ''];
    for (const text of typed) {
      expect(codes(await desk.parts.complete({ text, limit: 20 }))).toContain(part.code);
    }
    expect(inventoryRequests(practice)).toBe(before + 1);
    expect((await desk.status.read()).usage.requests).toBe(1);
  });

  it('by words, by a barcode and by the middle of a word asks once each', async () => {
    const { open, practice } = await makeSetting();
    const part = await partWithBarcode(practice);
    const desk = await open();
    const [first = '', last = ''] = [part.description?.split(' ')[0], part.description?.split(' ').at(-1)];
    for (const text of [`${last} ${first}`, part.barcode, `0${part.barcode}`, first.slice(1)]) {
      expect(codes((await desk.parts.search({ text, limit: 50 })).parts)).toContain(part.code);
    }
    expect(inventoryRequests(practice)).toBe(5);
  });

  it('that finds nothing is an answer', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    expect(await desk.parts.search({ text: 'no such part', limit: 20 })).toEqual({ parts: [], cut: false });
  });

  it('says that there may be more', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    const { parts, cut } = await desk.parts.search({ text: 'a', limit: 2 });
    expect(parts).toHaveLength(2);
    expect(cut).toBe(true);
  });

  it('shares one request among those who ask the same at the same time', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const search = { text: 'a', limit: 20 };
    const [one, other] = await Promise.all([desk.parts.search(search), desk.parts.search({ ...search })]);
    expect(one).toEqual(other);
    expect(inventoryRequests(practice)).toBe(1);
  });
});

describe('a search that is called off', () => {
  it('ends at once, by its ticket or by the next one under it', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'inventory/query', fault: { kind: 'slow', ms: 20_000 }, times: 2 });
    const search = (text: string) => desk.parts.search({ text, limit: 20, ticket: 'cell' });
    const first = search('a');
    const refused = expect(first).rejects.toMatchObject({ code: 'cancelled' });
    await until('it is under way', () => practice.requests().length === 1);
    const second = search('ab');
    await refused;
    const refusedToo = expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await until('the next is under way', () => practice.requests().length === 2);
    await desk.parts.cancel({ ticket: 'cell' });
    await refusedToo;
    await desk.parts.cancel({ ticket: 'cell' });
    expect((await search('a')).parts.length).toBeGreaterThan(0);
  });

  it('leaves another’s search for the same alone', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'inventory/query', fault: { kind: 'slow', ms: 100 } });
    const called = desk.parts.search({ text: 'a', limit: 20, ticket: 'cell' });
    const other = desk.parts.search({ text: 'a', limit: 20, ticket: 'screen' });
    const refused = expect(called).rejects.toMatchObject({ code: 'cancelled' });
    await desk.parts.cancel({ ticket: 'cell' });
    await refused;
    expect((await other).parts.length).toBeGreaterThan(0);
    expect(inventoryRequests(practice)).toBe(1);
  });

  it('by closing the desk leaves nothing behind', async () => {
    const { open, practice, logLines } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'inventory/query', fault: { kind: 'slow', ms: 20_000 } });
    const search = desk.parts.search({ text: 'a', limit: 20 });
    const refused = expect(search).rejects.toMatchObject({ code: 'cancelled' });
    await until('it is under way', () => practice.requests().length === 1);
    await desk.close();
    await refused;
    expect(logLines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('parts read by their codes', () => {
  it('come from the cache as long as they are young, in the order of the codes', async () => {
    const { open, practice } = await makeSetting();
    const [one, two] = codes(await inventoryOf(practice));
    const clock = movedClock();
    const desk = await open({ clock });
    const asked = () => inventoryRequests(practice) - 1;
    const read = (all: readonly (string | undefined)[]) =>
      desk.parts.read({ codes: all.map((code) => code ?? ''), maxAgeMs: hour });
    expect(codes((await read([two, one])).parts)).toEqual([two, one]);
    expect(asked()).toBe(1);
    expect(codes((await read([one?.toLowerCase(), ` ${two} `, one])).parts)).toEqual([one, two]);
    expect(asked()).toBe(1);
    clock.aheadMs = hour;
    const again = await read([one]);
    expect(asked()).toBe(2);
    expect(Date.parse(again.parts[0]?.readAt ?? '')).toBeGreaterThan(hastyClock.now().getTime());
    await read([one, two]);
    expect(asked()).toBe(3);
    clock.aheadMs = 0;
    // Read in what is now the future: the clock was set back.
    await read([one]);
    expect(asked()).toBe(4);
    expect(await desk.parts.read({ codes: ['', ' '], maxAgeMs: 0 })).toEqual({ parts: [], unknown: [] });
    expect(asked()).toBe(4);
  });

  it('cost a request for each fifty, and those that PIMS has not are named', async () => {
    const { open, practice } = await makeSetting();
    const [known = ''] = codes(await inventoryOf(practice));
    const desk = await open();
    const none = Array.from({ length: 120 }, (_, index) => `none-${index}`);
    const { parts, unknown } = await desk.parts.read({ codes: [...none, known], maxAgeMs: hour });
    expect(codes(parts)).toEqual([known]);
    expect(unknown).toEqual(none);
    expect(inventoryRequests(practice) - 1).toBe(3);
  });

  it('are known without asking, however old', async () => {
    const { open, practice } = await makeSetting();
    const [one = ''] = codes(await inventoryOf(practice));
    const clock = movedClock();
    const desk = await open({ clock });
    expect(await desk.parts.known({ codes: [one] })).toEqual([]);
    await desk.parts.read({ codes: [one], maxAgeMs: 0 });
    clock.aheadMs = 1_000 * hour;
    expect(codes(await desk.parts.known({ codes: ['none', one.toLowerCase()] }))).toEqual([one]);
    expect(inventoryRequests(practice)).toBe(2);
  });
});

describe('without PIMS', () => {
  it('completion goes on, also after a restart, and the rest says why', async () => {
    const { open, network, practice } = await makeSetting();
    const part = await partWithBarcode(practice);
    const before = await open();
    await before.parts.search({ text: part.code, limit: 5 });
    await before.close();
    const cable = steer(network);
    cable.cut();
    const desk = await open({ network: cable.network });
    expect(codes(await desk.parts.complete({ text: part.code, limit: 5 }))).toContain(part.code);
    expect(await desk.parts.byBarcode({ code: part.barcode })).toMatchObject({ partCode: part.code });
    const fresh = await desk.parts.read({ codes: [part.code], maxAgeMs: hour });
    expect(codes(fresh.parts)).toEqual([part.code]);
    for (const call of [
      () => desk.parts.search({ text: part.code, limit: 5 }),
      () => desk.parts.read({ codes: [part.code], maxAgeMs: 0 }),
      () => desk.parts.byBarcode({ code: 'never seen' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'unreachable', details: { applied: 'no' } });
    }
    expect((await desk.status.read()).reach).toBe('unreachable');
    cable.mend();
    expect((await desk.parts.search({ text: part.code, limit: 5 })).parts).not.toEqual([]);
  });

  it('a wrong secret is said, and nothing is billed', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    await addOwn(desk, setting, { secret: 'wrong' });
    const search = desk.parts.search({ text: 'a', limit: 5 });
    await expect(search).rejects.toMatchObject({ code: 'unauthorized' });
    expect(inventoryRequests(setting.practice)).toBe(0);
    expect((await desk.status.read()).usage.requests).toBe(0);
    expect(await desk.parts.complete({ text: 'a', limit: 5 })).toEqual([]);
  });
});

describe('two connections', () => {
  it('know nothing of each other’s parts', async () => {
    const setting = await makeSetting();
    const part = await partWithBarcode(setting.practice);
    const desk = await setting.open();
    const [practice] = await desk.connections.list();
    await desk.parts.search({ text: part.code, limit: 5 });
    await addOwn(desk, setting);
    expect(await desk.parts.complete({ text: part.code, limit: 5 })).toEqual([]);
    expect(await desk.parts.known({ codes: [part.code] })).toEqual([]);
    await desk.parts.read({ codes: [part.code], maxAgeMs: hour });
    expect(inventoryRequests(setting.practice)).toBe(3);
    if (practice !== undefined) await desk.connections.choose({ id: practice.id });
    expect(codes(await desk.parts.complete({ text: part.code, limit: 5 }))).toContain(part.code);
  });

  it('of which one leads elsewhere meanwhile keeps nothing of where it led before', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const part = await partWithBarcode(practice);
    const desk = await setting.open();
    const own = await addOwn(desk, setting);
    practice.planFault({ endpoint: 'inventory/query', fault: { kind: 'slow', ms: 200 } });
    const search = desk.parts.search({ text: part.code, limit: 5 });
    await until('it is under way', () => practice.requests().length === 2);
    const connection = ownInput(setting, {
      id: own.id,
      baseUrl: practice.baseUrl.replace('127.0.0.1', 'localhost'),
    });
    await desk.connections.save({ connection, keepSecretIn: 'keychain' });
    expect(codes((await search).parts)).toContain(part.code);
    expect(await desk.parts.complete({ text: part.code, limit: 5 })).toEqual([]);
  });
});
