import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShort } from '../../../shared/parts/stock.ts';

describe('what is wanted against what is available', () => {
  it.each([
    ['5', '5', false],
    ['5', '4', true],
    ['5', '5.0', false],
    ['0.3', '0.30', false],
    ['0.300001', '0.3', true],
    ['1', '0', true],
    ['1', '-2', true],
    ['1', '.5', true],
    ['999999999999', '999999999998.999999', true],
    ['5999999999994', '5999999999994', false],
    ['1', null, false],
  ] as const)('%j of %j: short is %s', (wanted, available, short) => {
    expect(isShort(wanted, available)).toBe(short);
  });

  it('is exact to the last decimal', () => {
    const millionths = fc.bigInt({ min: 1n, max: 999_999_999_999_999_999n });
    const text = (amount: bigint) => `${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, '0')}`;
    fc.assert(
      fc.property(millionths, millionths, (wanted, available) => {
        expect(isShort(text(wanted), text(available))).toBe(wanted > available);
      }),
    );
  });
});
