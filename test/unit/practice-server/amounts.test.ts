import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendedPrice, isNumberText, orderTotals } from '../../../electron/practice-server/amounts.ts';

describe('amounts', () => {
  it.each([
    ['5', '999.00', '0', '4995.00'],
    ['3', '0.35', '10', '0.95'],
    ['1', '1.005', '0', '1.01'],
    ['-1', '1.005', '0', '-1.01'],
    ['0.1', '0.2', '', '0.02'],
    ['', '10', '0', '0.00'],
  ])('%s × %s less %s%% is %s', (QUANTITY, UNIT_PRICE, DISCOUNT, expected) => {
    expect(extendedPrice({ QUANTITY, UNIT_PRICE, DISCOUNT })).toBe(expected);
  });

  it('are exact for whole cents, however large', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 0, max: 99_999_999 }),
        (quantity, cents) => {
          const price = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
          const extended = extendedPrice({ QUANTITY: String(quantity), UNIT_PRICE: price });
          expect(BigInt(extended.replace('.', ''))).toBe(BigInt(quantity) * BigInt(cents));
        },
      ),
    );
  });

  it('tax is on the lines that bear it', () => {
    const lines = [{ EXTENDED_PRICE: '10.50' }, { EXTENDED_PRICE: '5.00', NO_TAX: 'Y' }];
    expect(orderTotals({ TAX_RATE: '7.00' }, lines)).toEqual({
      SUBTOTAL: '15.50',
      TAX: '0.74',
      TOTAL: '16.24',
    });
    expect(orderTotals({ TAX_RATE: 'none' }, lines)).toMatchObject({ TAX: '0.00' });
  });

  it.each(['5', '-1', '12.50', '0'])('%s is a number', (text) => expect(isNumberText(text)).toBe(true));
  it.each(['', ' 5', '1e3', '1,5', '.5', '5.', '+1', 'NaN', '9'.repeat(13), '٥'])('%s is none', (text) =>
    expect(isNumberText(text)).toBe(false),
  );
});
