import { dayOfIsoDate } from '../dates.ts';
import type { Fields, OrderRecord } from '../records.ts';
import { makeCustomers } from './customers.ts';
import { Dice } from './dice.ts';
import { makeOrders } from './order-book.ts';
import { makeParts, type SamplePart } from './parts.ts';

/** How much sample data is made. */
export interface SampleSize {
  orders: number;
  customers: number;
  parts: number;
}

export const DEFAULT_SIZE: SampleSize = { orders: 2_400, customers: 300, parts: 600 };

export interface SampleData {
  /** Oldest first. */
  orders: OrderRecord[];
  customers: Fields[];
  parts: Fields[];
}

/**
 * The books of a reseller that does not exist. The same seed, last day (YYYY-MM-DD) and size give the
 * same data. Sizes below what the vendor's examples need are raised to it.
 */
export function makeSampleData(options: { seed: number; today: string; size: SampleSize }): SampleData {
  const { seed, size } = options;
  const today = dayOfIsoDate(options.today);
  const parts = makeParts(new Dice(seed), size.parts);
  const customers = makeCustomers(new Dice(seed + 1), Math.max(1, size.customers));
  const orders = makeOrders(new Dice(seed + 2), today, size.orders, customers, parts);
  countStock(new Dice(seed + 3), parts, orders);
  return {
    orders,
    customers: customers.map(({ fields }) => fields),
    parts: parts.map(({ fields }) => fields),
  };
}

/** What open sales orders still wait for is on hand but not available. */
function countStock(dice: Dice, parts: readonly SamplePart[], orders: readonly OrderRecord[]): void {
  const promised = new Map<string, number>();
  for (const { fields, lines } of orders) {
    if (fields.ORDER_TYPE !== 'sales_order' || fields.ORDER_STATUS !== 'Open') continue;
    for (const { PART_CODE = '', QUANTITY, NUMBER_SHIPPED } of lines) {
      const open = Number(QUANTITY) - Number(NUMBER_SHIPPED);
      promised.set(PART_CODE, (promised.get(PART_CODE) ?? 0) + open);
    }
  }
  for (const { fields, category } of parts) {
    if (category === 'Service' || category === 'AppleCare') continue;
    const isSoldOut = dice.chance(fields.DISCONTINUED === 'Y' ? 0.6 : 0.12);
    const onHand = isSoldOut ? 0 : dice.int(1, category === 'Accessory' ? 90 : 40);
    fields.QTY_ONHAND = String(onHand);
    fields.QTY_AVAILABLE = String(Math.max(0, onHand - (promised.get(fields.PART_CODE ?? '') ?? 0)));
  }
}
