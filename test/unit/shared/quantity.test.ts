import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity, totalUnits } from '../../../shared/drafts/quantity.ts';

describe('a typed quantity', () => {
  it.each([
    ['5', '5'],
    [' 5 ', '5'],
    ['05', '5'],
    ['2.50', '2.5'],
    ['0.000001', '0.000001'],
    ['999999999999', '999999999999'],
  ])('%j is %j', (typed, value) => {
    expect(readQuantity(typed)).toEqual({ ok: true, value });
  });

  it.each(['', '  ', '0', '0.0', '-1', 'abc', '1,5', '1e3', '1.2.3', '5 pcs', '٥', 'NaN', '0x10', '+5'])(
    '%j is refused with a sentence',
    (typed) => {
      const reading = readQuantity(typed);
      expect(reading.ok ? reading.value : reading.problem).toMatch(/^(Enter|The quantity|“).+\.$/);
    },
  );

  it('reads its own answer as the same', () => {
    const typed = fc
      .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.nat(999_999))
      .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`);
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readQuantity(text);
        fc.pre(reading.ok);
        expect(readQuantity(reading.value)).toEqual(reading);
        expect(reading.value).not.toMatch(/e|\.0*$|^0\d/);
      }),
    );
  });
});

describe('the total', () => {
  it('is exact where floats are not, and passes over what is no quantity', () => {
    expect(totalUnits(['0.1', '0.2', 'x', ''])).toBe('0.3');
    expect(totalUnits([])).toBe('0');
  });

  it('of any order of the same quantities is the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000_000 }).map((n) => String(n / 100))), (typed) => {
        const cents = typed.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0);
        expect(Number(totalUnits(typed))).toBe(cents / 100);
        expect(totalUnits(typed.toReversed())).toBe(totalUnits(typed));
      }),
    );
  });
});
