import { describe, expect, it } from 'vitest';
import { lockOf } from '../../../electron/services/orders.ts';

describe('the padlock of a line', () => {
  const known = new Map([['1', 'ABC']]);

  it('is open when a lock code is known', () => {
    expect(lockOf({ LINE_NUMBER: '1' }, known)).toEqual({ state: 'open' });
  });

  it.each([
    [{ LINE_NUMBER: '2' }, 'added elsewhere'],
    [{}, 'number'],
    [{ LINE_NUMBER: '' }, 'number'],
  ])('is closed with a reason for %j', (line, reason) => {
    expect(lockOf(line, known)).toEqual({ state: 'closed', reason: expect.stringContaining(reason) });
  });
});
