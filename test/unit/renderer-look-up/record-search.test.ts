import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FoundRecords, RecordSearch } from '../../../renderer/look-up/record-search.ts';

interface Thing {
  readonly code: string;
  readonly readAt: string;
}
const thing = (code: string, minute = 0): Thing => ({
  code,
  readAt: `2026-11-25T09:0${minute}:00.000Z`,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function searching(change: { showsLatest?: boolean; cut?: boolean } = {}) {
  const ask = {
    complete: vi.fn(async (_: string) => [thing('ab'), thing('abc')]),
    search: vi.fn(async (_: string) => ({
      records: [thing('abc', 5), thing('xab')],
      cut: change.cut ?? false,
    })),
    cancel: vi.fn(),
    isReachable: () => true,
    now: Date.now,
  };
  const search = new RecordSearch<Thing>(
    {
      order: (text, records, limit) => records.filter(({ code }) => code.startsWith(text)).slice(0, limit),
      isFoundWhole: () => false,
      most: 3,
      showsLatest: change.showsLatest ?? false,
      longest: 5,
    },
    ask,
  );
  const look = (text: string) => {
    const found: FoundRecords<Thing>[] = [];
    const stop = search.look(text, (one) => found.push(one));
    return { stop, kinds: () => found.map(({ standing }) => standing.kind), last: () => found.at(-1) };
  };
  return { ask, look };
}

describe('a search', () => {
  it('says where its records come from, and keeps the newest of each', async () => {
    const { look } = searching();
    const { kinds, last } = look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds()).toEqual(['known', 'searching', 'answered']);
    expect(last()?.records).toEqual([thing('ab'), thing('abc', 5), thing('xab')]);
  });

  it('for the same text again shows the answer of minutes ago, also what only PIMS finds', async () => {
    const { ask, look } = searching();
    look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    const { last } = look(' AB ');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledOnce();
    expect(last()?.standing).toEqual({ kind: 'answered', cut: false });
    expect(last()?.records).toContainEqual(thing('xab'));
  });

  it('says that PIMS has more, and asks again then', async () => {
    const { ask, look } = searching({ cut: true });
    const { last } = look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(last()?.standing).toEqual({ kind: 'answered', cut: true });
    look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledTimes(2);
  });

  it('that fails says why, and keeps what was known', async () => {
    const { ask, look } = searching();
    const error = new Error('unauthorized');
    ask.search.mockRejectedValueOnce(error);
    const { last } = look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(last()).toEqual({ records: [thing('ab'), thing('abc')], standing: { kind: 'failed', error } });
  });

  it('that is called off shows nothing more', async () => {
    const { ask, look } = searching();
    ask.search.mockReturnValueOnce(new Promise(() => undefined));
    const { stop, kinds } = look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    stop();
    expect(ask.cancel).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds()).toEqual(['known', 'searching']);
  });

  it('for nothing shows the latest where that is wanted, and never asks PIMS', async () => {
    const { ask, look } = searching({ showsLatest: true });
    const { last } = look('  ');
    const tooLong = look('abcdef');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(last()?.records).toHaveLength(2);
    expect(tooLong.last()?.records).toEqual([]);
    expect(ask.search).not.toHaveBeenCalled();
  });
});
