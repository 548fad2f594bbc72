import { describe, expect, it } from 'vitest';
import { passes, readFilters, readMaxReturn } from '../../../electron/practice-server/filters.ts';

const KNOWN = new Set(['A', 'B', 'C']);
const RECORD = { A: 'one', B: 'Two words', C: '12' };

function matches(...filters: unknown[]): boolean {
  return passes(RECORD, readFilters(filters, KNOWN));
}

const yes = { field: 'A', value: 'one' };
const no = { field: 'A', value: 'other' };
const and = (filter: object) => ({ ...filter, conjunction: 'AND' });
const or = (filter: object) => ({ ...filter, conjunction: 'OR' });

describe('one filter', () => {
  it.each([
    [{ field: 'A', value: 'one' }, true],
    [{ field: 'A', value: 'ONE' }, true],
    [{ field: 'A', value: 'on' }, false],
    [{ field: 'A', value: 'on', contains: false }, false],
    [{ field: 'A', value: 'on', contains: true }, true],
    [{ field: 'B', value: 'O WOR', contains: true }, true],
    [{ field: 'B', value: '', contains: true }, true],
    [{ field: 'B', value: '' }, false],
    [{ field: 'C', value: 12 }, true],
    [{ field: 'C', value: '12.0' }, false],
  ])('%j matches: %s', (filter, expected) => {
    expect(matches(filter)).toBe(expected);
  });

  it('on a column that the record lacks compares with an empty text', () => {
    expect(passes({}, readFilters([{ field: 'A', value: '' }], KNOWN))).toBe(true);
    expect(passes({}, readFilters([{ field: 'A', value: 'x' }], KNOWN))).toBe(false);
  });
});

describe('several filters', () => {
  it('none match everything', () => {
    expect(matches()).toBe(true);
  });

  it('combine with AND unless told otherwise', () => {
    expect(matches(yes, no)).toBe(false);
    expect(matches(yes, and(yes))).toBe(true);
    expect(matches(no, or(yes))).toBe(true);
  });

  it('combine from the left, without precedence', () => {
    expect(matches(yes, or(yes), and(no))).toBe(false);
    expect(matches(no, and(no), or(yes))).toBe(true);
    expect(matches(yes, or(no), and(yes))).toBe(true);
  });

  it('the conjunction of the first is not looked at', () => {
    expect(matches(or(no))).toBe(false);
    expect(matches({ ...yes, conjunction: 'nonsense' })).toBe(true);
  });
});

describe('faulty filters are named', () => {
  it.each([
    ['text', 'must be an array'],
    [null, 'must be an array'],
    [yes, 'must be an array'],
    [[yes, 'text'], 'Filter 2: not an object.'],
    [[[]], 'Filter 1: not an object.'],
    [[{ value: 'x' }], 'Filter 1: field is missing.'],
    [[{ field: 'D', value: 'x' }], "Filter 1: unknown field 'D'."],
    [[{ field: 'constructor', value: 'x' }], "Filter 1: unknown field 'constructor'."],
    [[{ field: 'A' }], 'Filter 1: value must be a text.'],
    [[{ field: 'A', value: null }], 'Filter 1: value must be a text.'],
    [[{ ...yes, contains: 'yes' }], 'Filter 1: contains must be true or false.'],
    [[yes, { ...yes, conjunction: 'and' }], 'Filter 2: conjunction must be "AND" or "OR".'],
    [Array.from({ length: 101 }, () => yes), 'at most 100 filters'],
  ])('%j', (body, message) => {
    expect(() => readFilters(body, KNOWN)).toThrow(message);
  });
});

describe('maxReturn', () => {
  it('is 100 by default, else what is asked for', () => {
    expect([readMaxReturn(undefined), readMaxReturn(''), readMaxReturn('2500')]).toEqual([100, 100, 2500]);
  });

  it.each(['0', '-1', 'ten', '1.5', '1e3', ' 5'])('%j is refused', (text) => {
    expect(() => readMaxReturn(text)).toThrow(/maxReturn must be a whole number above 0/);
  });
});
