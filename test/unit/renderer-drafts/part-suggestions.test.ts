import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartSuggestions } from '../../../renderer/drafts/lines/part-suggestions.ts';
import { takenPartEdits } from '../../../renderer/drafts/lines/taken-part.ts';
import type { SuggestionList } from '../../../renderer/line-grid/suggesting/cell-suggestions.ts';
import type { Part } from '../../../shared/parts/part.ts';
import { lineId } from './arbitrary-edits.ts';

const readAt = '2026-11-25T09:00:00.000Z';
const part = (code: string, change: Partial<Part> = {}): Part => ({
  ...{ code, description: `${code} described`, barcode: null, onHand: null, available: null, readAt },
  ...change,
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-25T09:05:00.000Z'));
});
afterEach(() => {
  vi.useRealTimers();
});

function suggesting(change: { reachable?: boolean; cut?: boolean; fails?: boolean } = {}) {
  const ask = {
    complete: vi.fn(async () => [part('AB-1', { available: '18.000' })]),
    search: vi.fn(async () => {
      if (change.fails === true) throw new Error('unauthorized');
      return { records: [part('AB-2'), part('ab', { barcode: '123' })], cut: change.cut ?? false };
    }),
    cancel: vi.fn(),
    isReachable: () => change.reachable ?? true,
    now: Date.now,
  };
  const suggestions = new PartSuggestions(ask);
  const look = (text: string) => {
    const lists: SuggestionList[] = [];
    const stop = suggestions.look(text, (list) => lists.push(list));
    const ids = () => lists.at(-1)?.items.map(({ id }) => id);
    return { stop, ids, last: () => lists.at(-1) };
  };
  return { ask, suggestions, look };
}

describe('PartSuggestions', () => {
  it('shows known parts at once, and what PIMS finds after a pause', async () => {
    const { ask, look, suggestions } = suggesting();
    const { ids, last } = look(' ab ');
    await vi.advanceTimersByTimeAsync(0);
    expect(ids()).toEqual(['AB-1']);
    expect(last()?.items[0]).toMatchObject({ about: 'AB-1 described', isExact: false });
    expect(last()?.items[0]?.aside).toMatch(/^18 available, 5 min/);
    expect(ask.search).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(300);
    expect(ids()).toEqual(['ab', 'AB-1', 'AB-2']);
    expect(last()?.items[0]?.isExact).toBe(true);
    expect(suggestions.partOf('AB-2')?.code).toBe('AB-2');
  });

  it('asks PIMS once for what is typed on, and calls off what is not wanted any more', async () => {
    const { ask, look } = suggesting();
    look('abc').stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).not.toHaveBeenCalled();
    const under = look('abcd');
    ask.search.mockReturnValueOnce(new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledOnce();
    under.stop();
    expect(ask.cancel).toHaveBeenCalledOnce();
  });

  it('does not ask again for what an answer held as a whole already', async () => {
    const { ask, look } = suggesting();
    look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    look('abc');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledOnce();
    look('123');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    look('abc');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledTimes(3);
  });

  it('asks again where an answer was cut short', async () => {
    const { ask, look } = suggesting({ cut: true });
    look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    look('abc');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while PIMS is out of reach, for one letter, or for nothing', async () => {
    const away = suggesting({ reachable: false });
    const { last } = away.look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(last()?.hint).toContain('can’t be reached');
    expect(away.ask.search).not.toHaveBeenCalled();
    const { ask, look } = suggesting();
    look('a');
    const none = look('  ');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.search).not.toHaveBeenCalled();
    expect(none.last()?.items).toEqual([]);
  });

  it('is content with what is known when a search fails', async () => {
    const { look } = suggesting({ fails: true });
    const { ids, last } = look('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ids()).toEqual(['AB-1']);
    expect(last()?.hint).toContain('did not answer');
  });
});

describe('takenPartEdits', () => {
  const taken = part('MDVQ4LL/A', { description: 'iPhone 14 Pro\nblack', barcode: '194253' });
  const edits = (fields: Record<string, string>, before: Part | null = null, hasBarcode = true) =>
    takenPartEdits({ id: lineId('l1'), fields }, { part: taken, before, hasBarcode }).map((edit) =>
      edit.kind === 'set-line' ? [edit.field, edit.value] : [],
    );
  const code = ['PART_CODE', 'MDVQ4LL/A'];

  it('fills what is empty', () => {
    expect(edits({ PART_CODE: 'mdv' })).toEqual([
      ...[code, ['DESCRIPTION', 'iPhone 14 Pro black'], ['BARCODE', '194253']],
    ]);
    expect(edits({}, null, false)).toEqual([code, ['DESCRIPTION', 'iPhone 14 Pro black']]);
  });

  it('leaves alone what a person typed, and replaces what came from the part before', () => {
    const before = part('OLD', { description: 'Old one', barcode: '1' });
    expect(edits({ DESCRIPTION: 'My own', BARCODE: '2' }, before)).toEqual([code]);
    expect(edits({ DESCRIPTION: 'Old one', BARCODE: '1' }, before)).toEqual([
      ...[code, ['DESCRIPTION', 'iPhone 14 Pro black'], ['BARCODE', '194253']],
    ]);
    expect(edits({ DESCRIPTION: 'iPhone 14 Pro black', BARCODE: '194253' }, taken)).toEqual([code]);
  });
});
