import Big from 'big.js';
import { larger } from './figures.ts';

/** What one record lists of a part, zero or more. */
export interface Units {
  readonly quantity: Big;
  readonly shipped: Big;
}

/** `ordered + over = shipped + toCome + lost`, and either `over` or `lost` is zero. */
export interface FoldedUnits {
  readonly ordered: Big;
  readonly shipped: Big;
  readonly toCome: Big;
  readonly lost: Big;
  readonly over: Big;
  /** What the invoices list and have not shipped. */
  readonly rest: Big;
  /** What the sales orders list. */
  readonly held: Big;
  /**
   * How the sales orders were read: `rest`, they list what the invoices leave, as the reference page says; `listed-again`,
   * they list units that are on the invoices too.
   */
  readonly reading: 'rest' | 'listed-again';
}

const NONE = new Big(0);

/**
 * Adds up one part over the invoices and sales orders of a Shopify order, no unit twice. The page does not say whether a
 * partial invoice lists what was ordered (10, of which 5 shipped, as in its example) or what was shipped (5 and 5), so
 * both have to come out at the same: what an invoice lists and has not shipped is taken to be listed again by the records
 * that follow it, up to that many units. The answer does not depend on the order of the records.
 */
export function foldUnits(invoices: readonly Units[], salesOrders: readonly Units[]): FoldedUnits {
  const invoiced = chain(invoices);
  const held = total(salesOrders, 'quantity');
  const shippedBySalesOrders = total(salesOrders, 'shipped');
  const open = salesOrders.reduce((sum, one) => sum.plus(stillOpen(one)), NONE);
  const facts = { rest: invoiced.rest, held };

  const listsWhole = invoiced.rest.gt(0) && !held.eq(invoiced.rest) && held.eq(invoiced.ordered);
  const shipsTheSame =
    shippedBySalesOrders.gt(0) &&
    shippedBySalesOrders.eq(invoiced.shipped) &&
    open.gt(0) &&
    !held.eq(invoiced.rest);
  if (listsWhole || shipsTheSame) {
    const shipped = larger(invoiced.shipped, shippedBySalesOrders);
    const toCome = larger(held.minus(shipped), NONE);
    return { ...balance(larger(invoiced.ordered, held), shipped, toCome), ...facts, reading: 'listed-again' };
  }

  const again = smaller(invoiced.rest, held);
  const ordered = invoiced.ordered.plus(held).minus(again);
  const shipped = invoiced.shipped.plus(shippedBySalesOrders);
  return { ...balance(ordered, shipped, open), ...facts, reading: 'rest' };
}

/** Invoices that follow each other: the one that lists most came first, and its rest may be on the next one. */
function chain(invoices: readonly Units[]): { ordered: Big; shipped: Big; rest: Big } {
  const firstFirst = invoices.toSorted(
    (one, other) => other.quantity.cmp(one.quantity) || other.shipped.cmp(one.shipped),
  );
  let ordered = NONE;
  let rest = NONE;
  for (const invoice of firstFirst) {
    const again = smaller(rest, invoice.quantity);
    ordered = ordered.plus(invoice.quantity).minus(again);
    rest = rest.minus(again).plus(stillOpen(invoice));
  }
  return { ordered, shipped: total(invoices, 'shipped'), rest };
}

function balance(ordered: Big, shipped: Big, toCome: Big) {
  const missing = ordered.minus(shipped).minus(toCome);
  return { ordered, shipped, toCome, lost: larger(missing, NONE), over: larger(missing.times(-1), NONE) };
}

function total(records: readonly Units[], figure: keyof Units): Big {
  return records.reduce((sum, one) => sum.plus(one[figure]), NONE);
}

function stillOpen({ quantity, shipped }: Units): Big {
  return larger(quantity.minus(shipped), NONE);
}

function smaller(one: Big, other: Big): Big {
  return one.lt(other) ? one : other;
}
