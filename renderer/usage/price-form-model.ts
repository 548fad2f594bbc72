import Big from 'big.js';
import { AMOUNT, MOST_INCLUDED, type PriceList } from '../../shared/usage/pricing.ts';

/** The price list as it is typed. */
export type PriceValues = Readonly<Record<keyof PriceList, string>>;
export type PriceProblems = Readonly<Partial<Record<keyof PriceList, string>>>;

export function valuesOf(prices: PriceList): PriceValues {
  return { ...prices, includedRequests: String(prices.includedRequests) };
}

/** The price list that was typed, or what is wrong with it, field by field. */
export function readPrices(
  values: PriceValues,
): { readonly prices: PriceList } | { readonly problems: PriceProblems } {
  const monthly = values.monthly.trim();
  const perFurtherRequest = values.perFurtherRequest.trim();
  // Thousands may be set apart, as the page itself writes them.
  const included = values.includedRequests.replaceAll(/[\s,]/g, '');
  const count = /^\d{1,10}$/.test(included) ? Number(included) : 0;
  const problems: PriceProblems = {
    ...(AMOUNT.test(monthly) ? {} : { monthly: 'Enter dollars, such as 100 or 99.50.' }),
    ...(count >= 1 && count <= MOST_INCLUDED
      ? {}
      : { includedRequests: 'Enter a whole number of at least 1, such as 50000.' }),
    ...(AMOUNT.test(perFurtherRequest) ? {} : { perFurtherRequest: 'Enter dollars, such as 0.0015.' }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    prices: {
      monthly: new Big(monthly).toFixed(),
      includedRequests: count,
      perFurtherRequest: new Big(perFurtherRequest).toFixed(),
    },
  };
}
