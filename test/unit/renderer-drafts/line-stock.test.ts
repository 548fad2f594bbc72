import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineProgress } from '../../../renderer/drafts/line-progress.ts';
import { cellLook } from '../../../renderer/drafts/lines/line-looks.ts';
import { LineStock } from '../../../renderer/drafts/lines/line-stock.ts';
import { PartTally } from '../../../renderer/drafts/lines/part-tally.ts';
import { partCodesOf, shortagesOf } from '../../../renderer/drafts/lines/shortages.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { type Part, partKey } from '../../../shared/parts/part.ts';
import { lineId } from './arbitrary-edits.ts';

const start = new Date('2026-11-25T09:00:00.000Z');
const part = (code: string, available: string | null = '18', readAt = start.toISOString()): Part => ({
  ...{ code, description: null, barcode: null, onHand: null, available, readAt },
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(start);
});
afterEach(() => {
  vi.useRealTimers();
});

function lineStock(seenBefore: readonly Part[] = []) {
  let isReachable = true;
  const ask = {
    known: vi.fn(async (_codes: string[]) => seenBefore),
    read: vi.fn(async (codes: string[], _maxAgeMs: number) => ({
      parts: codes.filter((code) => code !== 'FREE').map((code) => part(code, '5', new Date().toISOString())),
    })),
    isReachable: () => isReachable,
    now: Date.now,
  };
  const stock = new LineStock(ask);
  stock.subscribe(() => undefined);
  const wait = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms);
  return { ask, stock, wait, reach: (to: boolean) => (isReachable = to) };
}

describe('LineStock', () => {
  it('asks once for the lines in view, each part once, and not for what was read lately', async () => {
    const { ask, stock, wait } = lineStock([part('C', '18', '2026-11-25T08:55:00.000Z')]);
    stock.see(['A', 'B']);
    stock.see(['A', 'a ', 'B', 'C', '', 'FREE']);
    await wait();
    expect(ask.read).toHaveBeenCalledOnce();
    expect(ask.read).toHaveBeenCalledWith(['a', 'B', 'FREE'], 600_000);
    expect(stock.snapshot().get('C')?.available).toBe('18');
    expect(stock.snapshot().get('A')?.available).toBe('5');
    stock.see(['A', 'B', 'C', 'FREE']);
    await wait();
    expect(ask.read).toHaveBeenCalledOnce();
    await wait(9 * 60_000);
    stock.see(['A', 'C']);
    await wait();
    expect(ask.read).toHaveBeenLastCalledWith(['C'], 600_000);
  });

  it('asks nothing by a clock, while a code is typed, or while PIMS is out of reach', async () => {
    const { ask, stock, wait, reach } = lineStock();
    stock.typing(true);
    stock.see(['MD']);
    await wait();
    expect(ask.known).not.toHaveBeenCalled();
    reach(false);
    stock.see(['MDV']);
    stock.typing(false);
    await wait();
    expect(ask.known).toHaveBeenCalledWith(['MDV']);
    expect(ask.read).not.toHaveBeenCalled();
    reach(true);
    stock.see(['MDV']);
    await wait(60 * 60_000);
    expect(ask.read).toHaveBeenCalledOnce();
  });

  it('waits a while after a question without an answer, and then asks for the same', async () => {
    const { ask, stock, wait } = lineStock();
    ask.read.mockRejectedValueOnce(new Error('unreachable'));
    stock.see(['A']);
    await wait();
    stock.see(['A']);
    await wait();
    expect(ask.read).toHaveBeenCalledOnce();
    await wait(60_000);
    stock.see(['A']);
    await wait();
    expect(ask.read).toHaveBeenCalledTimes(2);
    expect(stock.snapshot().get('A')?.available).toBe('5');
  });
});

describe('LineStock before an order is submitted', () => {
  const codes = (count: number) => Array.from({ length: count }, (_, at) => `P-${at}`);

  it('reads anew what is some minutes old, and nothing that was read or asked for since', async () => {
    const { ask, stock, wait } = lineStock([
      part('OLD', '18', '2026-11-25T08:54:00.000Z'),
      part('NEW', '18'),
    ]);
    stock.see(['FREE']);
    await wait();
    ask.read.mockClear();
    await stock.refresh(['OLD', 'NEW', 'old', 'FREE', '']);
    expect(ask.read).toHaveBeenCalledExactlyOnceWith(['old'], 300_000);
    expect(stock.snapshot().get('OLD')?.available).toBe('5');
    expect(stock.snapshot().get('NEW')?.available).toBe('18');
  });

  it('is a few requests at most, for those that were never read or are the oldest', async () => {
    const { ask, stock } = lineStock([part('P-0', '18', '2026-11-25T08:00:00.000Z')]);
    await stock.refresh(codes(1_000));
    expect(ask.read.mock.calls.map(([asked]) => asked.length)).toEqual([50, 50, 50, 50]);
    expect(ask.read.mock.calls[0]?.[0]).not.toContain('P-0');
    await stock.refresh(codes(1_000));
    expect(ask.read.mock.calls.slice(4).flatMap(([asked]) => asked)).not.toContain('P-1');
  });

  it('keeps nobody waiting, and asks no more once nobody waits', async () => {
    const { ask, stock, wait } = lineStock();
    let answer = (): void => undefined;
    ask.read.mockImplementationOnce(
      (asked) =>
        new Promise((resolve) => {
          answer = () => resolve({ parts: asked.map((code) => part(code, '5')) });
        }),
    );
    const done = vi.fn();
    void stock.refresh(codes(120)).then(done);
    await wait(2_900);
    expect(done).not.toHaveBeenCalled();
    await wait(200);
    expect(done).toHaveBeenCalled();
    answer();
    await wait();
    expect(ask.read).toHaveBeenCalledOnce();
    // What came late is kept all the same.
    expect(stock.snapshot().get('P-3')?.available).toBe('5');
  });

  it('is silent when PIMS can’t be reached or gives no answer', async () => {
    const { ask, stock, reach } = lineStock([part('OLD', '18', '2026-11-25T08:00:00.000Z')]);
    reach(false);
    await stock.refresh(['OLD', 'A']);
    expect(ask.read).not.toHaveBeenCalled();
    expect(stock.snapshot().get('OLD')?.available).toBe('18');
    reach(true);
    ask.read.mockRejectedValueOnce(new Error('unreachable'));
    await stock.refresh(['A']);
    await stock.refresh(['A']);
    expect(ask.read).toHaveBeenCalledTimes(2);
    expect(stock.snapshot().get('A')?.available).toBe('5');
  });
});

describe('shortagesOf', () => {
  const line = (id: string, code: string, quantity: string) => ({
    id: lineId(id),
    fields: { PART_CODE: code, QUANTITY: quantity },
  });
  const lines = [line('l1', 'B', '1'), line('l2', 'A', '9'), line('l3', 'a', '4'), line('l4', 'C', '1')];
  const stockOf = (...parts: Part[]) => new Map(parts.map((one) => [partKey(one.code), one]));

  it('names each part that all its lines together exceed, with the first of them', () => {
    const stock = stockOf(part('A', '12'), part('B', '1'), part('C', '0'));
    const found = shortagesOf({ lines, inPims: null }, stock, start.getTime());
    expect(found.map(({ part: { code }, wanted, lineIndex }) => [code, wanted, lineIndex])).toEqual([
      ['A', { quantity: '13', lines: 2 }, 1],
      ['C', { quantity: '1', lines: 1 }, 3],
    ]);
  });

  it('leaves out what PIMS has, and what old figures say', () => {
    const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [lineId('l2')] };
    const stock = stockOf(part('A', '4'), part('C', '0', '2026-11-25T08:54:59.000Z'));
    expect(shortagesOf({ lines, inPims }, stock, start.getTime())).toEqual([]);
    expect(partCodesOf({ lines, inPims })).toEqual(['B', 'a', 'C']);
  });
});

describe('what a quantity shows of the stock', () => {
  type Fields = Record<string, string>;
  function look(fields: Fields, known: Part | null, { column = 'QUANTITY', others = [] as Fields[] } = {}) {
    const stock = new Map(known === null ? [] : [[partKey(known.code), known]]);
    const lines = [fields, ...others].map((one, at) => ({ id: lineId(`l${at}`), fields: one }));
    return cellLook({ id: lineId('l0'), fields }, column, {
      ...{ problems: new Map(), inPims: null, progress: new LineProgress() },
      ...{ saving: { kind: 'saved', at: null }, stock, wanted: new PartTally().update(lines, null) },
      now: () => start.getTime() + 300_000,
    });
  }

  it('says how many there are and when that was read, and warns when they do not do', () => {
    const known = part('A-1', '18.000');
    expect(look({ PART_CODE: 'a-1', QUANTITY: '18' }, known)).toMatchObject({
      aside: 'of 18',
      warning: null,
    });
    expect(look({ PART_CODE: 'a-1' }, known)?.words).toMatch(/^18 available, 5 min/);
    const short = look({ PART_CODE: 'A-1', QUANTITY: '18.5' }, known);
    expect(short?.warning).toMatch(/^18.5 is more than there is: 18 available, 5 min/);
    expect(short?.problem).toBeNull();
  });

  it('judges what all lines of the part ask for', () => {
    const known = part('A-1', '12');
    const others = [
      { PART_CODE: 'a-1 ', QUANTITY: '6' },
      { PART_CODE: 'B-1', QUANTITY: '90' },
      { PART_CODE: 'A-1', QUANTITY: 'six' },
    ];
    const line = { PART_CODE: 'A-1', QUANTITY: '6' };
    expect(look(line, known, { others })?.words).toMatch(/^12 in 2 lines; 12 available, 5 min/);
    const more = [...others, { PART_CODE: 'A-1', QUANTITY: '0.5' }];
    expect(look(line, known, { others: more })).toMatchObject({
      ...{ aside: '12', words: '' },
      warning: expect.stringMatching(/^12.5 in 3 lines is more than there is: 12 available, 5 min/),
    });
    // A line that asks for nothing yet is not to blame.
    expect(look({ PART_CODE: 'A-1' }, known, { others: more })?.warning).toBeNull();
  });

  it('says nothing where nothing is known', () => {
    expect(look({ PART_CODE: 'A-1', QUANTITY: '18' }, null)).toBeNull();
    expect(look({ PART_CODE: 'A-1', QUANTITY: '18' }, part('A-1', null))).toBeNull();
    expect(look({ PART_CODE: 'A-1', QUANTITY: '18' }, part('A-1'), { column: 'PART_CODE' })).toBeNull();
  });
});
