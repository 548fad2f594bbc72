import { describe, expect, it, vi } from 'vitest';
import type {
  CellSuggestion,
  SuggestionList,
} from '../../../renderer/line-grid/suggesting/cell-suggestions.ts';
import { readListKey, SuggestionStore } from '../../../renderer/line-grid/suggesting/suggestion-store.ts';

const item = (id: string, isExact = false): CellSuggestion => ({
  ...{ id, label: id, about: '', aside: '', isExact },
});
const listOf = (...items: CellSuggestion[]): SuggestionList => ({ items, hint: '' });

function opened(...items: CellSuggestion[]) {
  const store = new SuggestionStore();
  let show: (list: SuggestionList) => void = () => undefined;
  const stop = vi.fn();
  const look = () =>
    store.look((given) => {
      show = given;
      return stop;
    });
  look();
  show(listOf(...items));
  return { store, stop, look, show: (list: SuggestionList) => show(list) };
}

describe('SuggestionStore', () => {
  it('chooses nothing by itself but what is typed in full', () => {
    expect(opened(item('A'), item('B')).store.chosen).toBeUndefined();
    expect(opened(item('A'), item('B', true)).store.chosen?.id).toBe('B');
  });

  it('keeps what was chosen by hand when more is found, and nothing once somebody types on', () => {
    const { store, show, look } = opened(item('A', true), item('B'));
    store.step(1);
    show(listOf(item('A', true), item('new'), item('B')));
    expect(store.chosen?.id).toBe('B');
    look();
    expect(store.snapshot()).toMatchObject({ isOpen: true, chosen: -1 });
  });

  it('steps from none to the last and back to none', () => {
    const { store } = opened(item('A'), item('B'));
    const steps = ([1, 1, 1, -1, -1, -1] as const).map((by) => {
      store.step(by);
      return store.chosen?.id;
    });
    expect(steps).toEqual(['A', 'B', 'B', 'A', undefined, undefined]);
  });

  it('calls off what it looked for, and shows nothing that comes later', () => {
    const { store, stop, show } = opened(item('A'));
    store.close();
    expect(stop).toHaveBeenCalledOnce();
    show(listOf(item('B')));
    expect(store.snapshot().isOpen).toBe(false);
  });

  it('opens for items alone', () => {
    const { store, show } = opened();
    show({ items: [], hint: 'PIMS can’t be reached.' });
    expect(store.snapshot().isOpen).toBe(false);
  });
});

describe('readListKey', () => {
  const press = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
  const open = { isOpen: true, items: [item('A')], hint: '', chosen: -1 };
  const keys = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape', 'a'];
  const read = (shown: typeof open, change: Partial<typeof press> = {}) =>
    keys.map((key) => readListKey({ ...press, ...change, key }, shown));

  it('leaves the keys of the grid to the grid', () => {
    expect(read({ ...open, isOpen: false })).toEqual(keys.map(() => undefined));
    expect(read(open)).toEqual(['next', undefined, undefined, undefined, 'close', undefined]);
    expect(read({ ...open, chosen: 0 })).toEqual(['next', 'previous', 'take', 'take', 'close', undefined]);
    expect(read({ ...open, chosen: 0 }, { ctrlKey: true })).toEqual(keys.map(() => undefined));
  });

  it('leaves every key to an input method that composes', () => {
    expect(read({ ...open, chosen: 0 }, { isComposing: true })).toEqual(keys.map(() => undefined));
  });
});
