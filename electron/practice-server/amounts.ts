import Big from 'big.js';
import { column, type Fields } from './records.ts';

const NUMBER_TEXT = /^-?\d{1,12}(\.\d{1,6})?$/;

/** Whether a text is a plain decimal number such as "5", "-1" or "12.50". */
export function isNumberText(text: string): boolean {
  return NUMBER_TEXT.test(text);
}

/**
 * Quantity × unit price less a discount in percent, as a decimal text with two places. Exact
 * arithmetic; halves round away from zero.
 */
export function extendedPrice(line: Fields): string {
  const [quantity, price, discount] = ['QUANTITY', 'UNIT_PRICE', 'DISCOUNT'].map(
    (name) => new Big(column(line, name) || '0'),
  );
  if (!quantity || !price || !discount) throw new Error('A line has three numbers to its price.');
  return cents(quantity.times(price).times(new Big(100).minus(discount)).div(100));
}

/** SUBTOTAL, TAX and TOTAL of an order from its lines and its TAX_RATE in percent. */
export function orderTotals(order: Fields, lines: readonly Fields[]): Fields {
  let subtotal = new Big(0);
  let taxable = new Big(0);
  for (const line of lines) {
    const extended = new Big(column(line, 'EXTENDED_PRICE') || '0');
    subtotal = subtotal.plus(extended);
    if (column(line, 'NO_TAX') !== 'Y') taxable = taxable.plus(extended);
  }
  const rate = column(order, 'TAX_RATE');
  const tax = taxable
    .times(isNumberText(rate) ? rate : '0')
    .div(100)
    .round(2, Big.roundHalfUp);
  return { SUBTOTAL: cents(subtotal), TAX: cents(tax), TOTAL: cents(subtotal.plus(tax)) };
}

function cents(amount: Big): string {
  return amount.round(2, Big.roundHalfUp).toFixed(2);
}
