import { monthlyCost, type PriceList } from '../../shared/usage/pricing.ts';
import type { WarningLevel } from '../../shared/usage/warnings.ts';
import { monthWords } from '../ui/time.ts';

export const figures = new Intl.NumberFormat();
const dollars = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' });
const unitPrice = new Intl.NumberFormat(undefined, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 6,
});

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

/** A share, 1 for the whole, in per cent. */
export function shareWords(share: number): string {
  return percent.format(share);
}

/** An amount of dollars, a decimal text, in the person's own way of writing. */
export function dollarWords(amount: string): string {
  return dollars.format(Number(amount));
}

export function requestWords(requests: number): string {
  return requests === 1 ? '1 request' : `${figures.format(requests)} requests`;
}

/** What the month costs so far, in a sentence or two. */
export function billWords(
  { month, requests }: { readonly month: string; readonly requests: number },
  prices: PriceList,
): string {
  const bill = dollarWords(monthlyCost(requests, prices));
  return `${monthWords(month)}: ${bill} at most, ${figures.format(prices.includedRequests)} requests included. Requests whose outcome is not known are counted too.`;
}

/** What is told once when a level is reached. */
export function warningWords(level: WarningLevel, requests: number, prices: PriceList): string {
  const included = `month’s ${figures.format(prices.includedRequests)} included requests`;
  const unit = unitPrice.format(Number(prices.perFurtherRequest));
  switch (level) {
    case 80:
      return `${figures.format(requests)} of this ${included} are used. Nothing stops; beyond them each costs ${unit}.`;
    case 100:
      return `This ${included} are used up. Nothing stops; each further one costs ${unit}.`;
  }
}

/** The price list in one sentence. */
export function priceWords(prices: PriceList): string {
  return `${dollarWords(prices.monthly)} a month with ${requestWords(prices.includedRequests)}, ${unitPrice.format(Number(prices.perFurtherRequest))} for each further one`;
}
