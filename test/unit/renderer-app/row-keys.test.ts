import { describe, expect, it } from 'vitest';
import { rowByKey } from '../../../renderer/ui/row-keys.ts';

describe('the keys that go through the rows of a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 13],
    ['PageUp', 13, 3],
    ['PageDown', 25, 29],
    ['PageUp', 3, 0],
    ['ArrowDown', 29, 29],
    ['Home', 3, 0],
    ['End', 3, 29],
    ['Enter', 3, undefined],
  ])('%s leads from row %i of 30 to %s', (key, at, row) => {
    expect(rowByKey(key, at, 30)).toBe(row);
  });

  it('lead nowhere without rows', () => {
    expect(rowByKey('End', -1, 0)).toBeUndefined();
  });
});
