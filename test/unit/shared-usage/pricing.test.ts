import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyCost, type PriceList, usualPriceList } from '../../../shared/usage/pricing.ts';

describe('what a month costs', () => {
  it.each([
    [0, '100.00'],
    [50_000, '100.00'],
    [50_001, '100.00'],
    [50_003, '100.00'],
    [50_004, '100.01'],
    [50_010, '100.02'],
    [60_000, '115.00'],
    [1_000_000, '1525.00'],
  ])('%i requests: %s dollars', (requests, cost) => {
    expect(monthlyCost(requests, usualPriceList)).toBe(cost);
  });

  it('goes by the price list of the desk', () => {
    const own: PriceList = { monthly: '49.5', includedRequests: 10, perFurtherRequest: '0.1' };
    expect(monthlyCost(10, own)).toBe('49.50');
    expect(monthlyCost(13, own)).toBe('49.80');
  });

  it('never falls with another request', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (requests) => {
        expect(Number(monthlyCost(requests + 1, usualPriceList))).toBeGreaterThanOrEqual(
          Number(monthlyCost(requests, usualPriceList)),
        );
      }),
    );
  });
});
