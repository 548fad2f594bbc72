import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topOfScale } from '../../../renderer/usage/chart-scale.ts';
import { readPrices, valuesOf } from '../../../renderer/usage/price-form-model.ts';
import { priceListSchema, usualPriceList } from '../../../shared/usage/pricing.ts';

describe('the scale of the chart', () => {
  it.each([
    [[], 2],
    [[0, 1], 2],
    [[3], 4],
    [[10], 10],
    [[11], 20],
    [[1_667], 2_000],
    [[8_001], 10_000],
  ])('%j: %i', (values, top) => {
    expect(topOfScale(values)).toBe(top);
  });

  it('holds every value, in halves that are whole, less than half of it empty above ten', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 1 }), (values) => {
        const top = topOfScale(values);
        const most = Math.max(...values);
        expect(top).toBeGreaterThanOrEqual(most);
        expect(top % 2).toBe(0);
        if (most > 10) expect(most * 2).toBeGreaterThanOrEqual(top);
      }),
    );
  });
});

describe('the prices as typed', () => {
  it('are read as they are written', () => {
    expect(readPrices(valuesOf(usualPriceList))).toEqual({ prices: usualPriceList });
    const typed = { monthly: ' 099.50 ', includedRequests: '1,000 000', perFurtherRequest: '0' };
    expect(readPrices(typed)).toEqual({
      prices: { monthly: '99.5', includedRequests: 1_000_000, perFurtherRequest: '0' },
    });
  });

  it('say which of them is wrong', () => {
    const typed = { monthly: '$100', includedRequests: '0', perFurtherRequest: '' };
    const reading = readPrices(typed);
    expect('problems' in reading && Object.keys(reading.problems)).toEqual([
      'monthly',
      'includedRequests',
      'perFurtherRequest',
    ]);
  });

  it('that are taken can be kept', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,- e') });
    fc.assert(
      fc.property(text, text, text, (monthly, includedRequests, perFurtherRequest) => {
        const reading = readPrices({ monthly, includedRequests, perFurtherRequest });
        if ('prices' in reading) expect(priceListSchema.parse(reading.prices)).toEqual(reading.prices);
      }),
    );
  });
});
