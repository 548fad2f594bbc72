import { describe, expect, it } from 'vitest';
import { judgeChange } from '../../../electron/outbox/looking/judge-change.ts';

const base = { LINE_NUMBER: '3', QUANTITY: '5', DESCRIPTION: 'Phone', NUMBER_SHIPPED: '0' };
const change = { request: { QUANTITY: '8' }, base, own: {} };

describe('a change of a line', () => {
  it.each([
    ['can be sent when PIMS has what the person saw', 'unchanged', {}],
    ['can be sent when PIMS writes the same otherwise', 'unchanged', { QUANTITY: '5.000' }],
    [
      'can be sent when somebody changed another field',
      'unchanged',
      { DESCRIPTION: 'Case', NUMBER_SHIPPED: '4' },
    ],
    ['is there when PIMS has every value of it', 'is-there', { QUANTITY: '8.0' }],
    ['meets somebody else’s when the same field was changed', 'conflict', { QUANTITY: '6' }],
    ['meets somebody else’s when the field was emptied', 'conflict', { QUANTITY: '' }],
  ] as const)('%s', (_what, judgement, now) => {
    expect(judgeChange(change, { ...base, ...now })).toBe(judgement);
  });

  it('is of a line that is gone when the order has none', () => {
    expect(judgeChange(change, undefined)).toBe('gone');
  });

  it('is no conflict when it was our own step that moved the field', () => {
    expect(judgeChange({ ...change, own: { QUANTITY: '7' } }, { ...base, QUANTITY: '7' })).toBe('unchanged');
    expect(judgeChange({ ...change, own: { QUANTITY: '7' } }, { ...base, QUANTITY: '6' })).toBe('conflict');
  });

  it('is not there yet when only a part of it is', () => {
    const two = { ...change, request: { QUANTITY: '8', DESCRIPTION: 'Case' } };
    expect(judgeChange(two, { ...base, QUANTITY: '8' })).toBe('unchanged');
    expect(judgeChange(two, { ...base, QUANTITY: '8', DESCRIPTION: 'Bag' })).toBe('conflict');
  });

  it('can’t be seen in fields that PIMS does not show', () => {
    const { QUANTITY: _hidden, ...shown } = base;
    expect(judgeChange(change, shown)).toBe('unchanged');
  });

  it('meets a value that the person could not see', () => {
    const unseen = { request: { DISCOUNT: '10' }, base, own: {} };
    expect(judgeChange(unseen, { ...base, DISCOUNT: '5' })).toBe('conflict');
    expect(judgeChange(unseen, { ...base, DISCOUNT: '' })).toBe('unchanged');
  });
});
