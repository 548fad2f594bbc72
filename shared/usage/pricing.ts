import Big from 'big.js';
import { z } from 'zod';

/** A plain decimal number of dollars, as text, so that no float ever touches it. */
export const AMOUNT = /^\d{1,7}(\.\d{1,6})?$/;
export const MOST_INCLUDED = 1_000_000_000;

/** What the vendor asks for, in US dollars. */
export const priceListSchema = z.object({
  monthly: z.string().regex(AMOUNT),
  includedRequests: z.number().int().min(1).max(MOST_INCLUDED),
  perFurtherRequest: z.string().regex(AMOUNT),
});
export type PriceList = z.infer<typeof priceListSchema>;

/** The vendor's public price list (pims-overview: Pricing). */
export const usualPriceList: PriceList = {
  monthly: '100',
  includedRequests: 50_000,
  perFurtherRequest: '0.0015',
};

/** What a month with so many requests costs, in dollars and cents, rounded half up: `100.00`. */
export function monthlyCost(requests: number, prices: PriceList): string {
  const further = Math.max(0, requests - prices.includedRequests);
  return new Big(prices.perFurtherRequest).times(further).plus(prices.monthly).toFixed(2, Big.roundHalfUp);
}
