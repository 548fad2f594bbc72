import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeStock } from '../../../shared/parts/stock.ts';

describe('a quantity against what is available', () => {
  it.each([
    ['5', '5', 'enough'],
    ['5', '4', 'short'],
    ['5', '5.0', 'enough'],
    ['0.3', '0.30', 'enough'],
    ['0.300001', '0.3', 'short'],
    ['1', '0', 'short'],
    ['1', '-2', 'short'],
    ['1', '.5', 'short'],
    ['999999999999', '999999999998.999999', 'short'],
    ['1', null, 'unknown'],
    ['', '5', 'unknown'],
    ['many', '5', 'unknown'],
  ] as const)('%j of %j is %s', (quantity, available, verdict) => {
    expect(judgeStock(quantity, available)).toBe(verdict);
  });

  it('is exact to the last decimal', () => {
    const millionths = fc.bigInt({ min: 1n, max: 999_999_999_999_999_999n });
    const text = (amount: bigint) => `${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, '0')}`;
    fc.assert(
      fc.property(millionths, millionths, (quantity, available) => {
        expect(judgeStock(text(quantity), text(available))).toBe(quantity > available ? 'short' : 'enough');
      }),
    );
  });
});
