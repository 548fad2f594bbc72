import Big from 'big.js';

/** The vendor's price list (pims-overview: Pricing), in US dollars. */
export const pricing = { monthly: '100', includedRequests: 50_000, perFurtherRequest: '0.0015' } as const;

/** What a month with so many requests costs, in dollars and cents, rounded half up: `100.00`. */
export function monthlyCost(requests: number): string {
  const further = Math.max(0, requests - pricing.includedRequests);
  return new Big(pricing.perFurtherRequest).times(further).plus(pricing.monthly).toFixed(2, Big.roundHalfUp);
}
