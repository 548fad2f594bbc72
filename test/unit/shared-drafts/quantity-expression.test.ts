import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../../shared/drafts/quantity.ts';
import {
  isQuantityProduct,
  quantityProblem,
  readQuantityExpression,
  workedOut,
} from '../../../shared/drafts/quantity-expression.ts';

describe('a typed product', () => {
  it.each([
    ['2*12', '24'],
    ['3 x 6', '18'],
    ['3X6', '18'],
    ['2×12', '24'],
    [' 2 * 3 * 4 ', '24'],
    ['2.5*0.1', '0.25'],
    ['0.001*0.001', '0.000001'],
    ['1000000*999999', '999999000000'],
    ['5', '5'],
    [' 05.50 ', '5.5'],
  ])('%j is %j', (typed, value) => {
    expect(readQuantityExpression(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['2*', 'lacks a number'],
    ['*12', 'lacks a number'],
    ['2**3', 'lacks a number'],
    ['2*0', 'more than zero'],
    ['2*-1', 'more than zero'],
    ['0x10', 'more than zero'],
    ['2*abc', '“2*abc” is not a number'],
    ['1,5*2', '“1,5” is not a number'],
    ['1*1*1*1*1', 'more than 4 numbers'],
    ['0.0001*0.001', 'comes to 0.0000001, which is too long'],
    ['999999999999*2', 'comes to 1999999999998, which is too long'],
    ['max', '“max” is not a number'],
    ['', 'Enter a quantity'],
    ['2+3', 'is not a number'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(readQuantityExpression(typed)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('reads as its factors multiplied, in any order and with any sign', () => {
    const factor = fc.integer({ min: 1, max: 9_999 });
    fc.assert(
      fc.property(factor, factor, fc.constantFrom('*', 'x', ' X ', '×', ' × '), (one, other, sign) => {
        const expected = { ok: true, value: String(one * other) };
        expect(readQuantityExpression(`${one}${sign}${other}`)).toEqual(expected);
        expect(readQuantityExpression(`${other}${sign}${one}`)).toEqual(expected);
      }),
    );
  });

  it('is for any other text what a quantity is, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readQuantityExpression(text);
        if (!isQuantityProduct(text)) expect(reading).toEqual(readQuantity(text));
        if (reading.ok) expect(readQuantity(reading.value)).toEqual(reading);
      }),
    );
  });
});

describe('workedOut and quantityProblem', () => {
  it('reckon what can be reckoned, and say what is wrong with the rest', () => {
    expect(['2*12', '3 x 6', '2*', '0*5', 'max', '7', ''].map(workedOut)).toEqual([
      ...['24', '18', '2*', '0*5', 'max', '7', ''],
    ]);
    expect(quantityProblem('7')).toBeNull();
    expect(quantityProblem('2*')).toContain('lacks a number');
    expect(quantityProblem('0*5')).toContain('more than zero');
    expect(quantityProblem('max')).toContain('not a number');
    expect(quantityProblem('x')).toContain('not a number');
    // PIMS is sent numbers alone, so one that came in by another way is to be worked out first.
    expect(quantityProblem('2*12')).toContain('not a number');
  });
});
