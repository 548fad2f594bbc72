import type { OrderRecord } from '../records.ts';
import { type Shelf, want } from './baskets.ts';
import { EXAMPLE_CUSTOMER, type SampleCustomer } from './customers.ts';
import type { Dice } from './dice.ts';
import { type OrderPlan, toOrder } from './orders.ts';
import { EXAMPLE_PART } from './parts.ts';

/** The order of the vendor's examples: 3 of 5 shipped, its line updatable with the code ABC123XYZ. */
export const EXAMPLE_ORDER = 54_321;

/** The sales order that remains of Shopify order #12345; what was shipped of it is INV5001. */
export const SHOPIFY_EXAMPLE_ORDER = EXAMPLE_ORDER - 1;

/** Order 54321 as pims-orders shows it, so that the commands of that page work as they stand. */
export function exampleOrder(
  dice: Dice,
  day: number,
  modifiedDay: number,
  customers: readonly SampleCustomer[],
  shelf: Shelf,
): OrderRecord {
  const order = toOrder(dice, {
    ...common(day, modifiedDay, customers, EXAMPLE_CUSTOMER),
    number: String(EXAMPLE_ORDER),
    stage: 'sales_order',
    lines: [{ ...want(shelf.get(EXAMPLE_PART), 5), shipped: 3 }],
    reference: '0001',
    salesperson: 'KAH',
    tracking: ['1Z9990000054321'],
  });
  for (const line of order.lines) line.LINE_REF_LOCK_CODE = 'ABC123XYZ';
  return order;
}

/**
 * Shopify order #12345 as pims-shopify-lookup shows it. Its invoice keeps the ordered quantity of 10
 * beside the 5 that were shipped, as on that page; all other invoices here list only what was shipped,
 * since the page does not say which of the two PIMS does.
 */
export function exampleShopifyOrders(
  dice: Dice,
  day: number,
  modifiedDay: number,
  customers: readonly SampleCustomer[],
  shelf: Shelf,
): { invoice: OrderRecord; rest: OrderRecord } {
  const part = shelf.get(EXAMPLE_PART);
  const plan = { ...common(day, modifiedDay, customers, 'M-1003'), reference: '', salesperson: 'WEB' };
  const invoice = toOrder(dice, {
    ...plan,
    number: '',
    stage: 'invoice',
    lines: [{ ...want(part, 10), shipped: 5 }],
    tracking: ['1Z9990001', '1Z9990002'],
  });
  const rest = toOrder(dice, {
    ...plan,
    number: String(SHOPIFY_EXAMPLE_ORDER),
    stage: 'sales_order',
    lines: [want(part, 5)],
    tracking: [],
  });
  for (const line of invoice.lines)
    line.SERIAL_NUMBERS = ['LYGX9RW917', ...(line.SERIAL_NUMBERS ?? '').split(',').slice(1)].join(',');
  for (const { fields } of [invoice, rest]) Object.assign(fields, SHIP_TO);
  return { invoice, rest };
}

const SHIP_TO = {
  SNAME: 'Jane Doe',
  SATTENTION: '',
  SADDRESS1: '123 Main St',
  SADDRESS2: '',
  SCITY: 'Austin',
  SSTATE: 'TX',
  SZIPCODE: '78701',
  SCOUNTRY: 'US',
  SPHONE: '512-555-0100',
  SEMAIL: 'jane.doe@example.com',
};

function common(
  day: number,
  modifiedDay: number,
  customers: readonly SampleCustomer[],
  code: string,
): Pick<OrderPlan, 'day' | 'modifiedDay' | 'customer' | 'isVoid' | 'shopifyNumber' | 'poNumber'> {
  const customer = customers.find(({ fields }) => fields.CUSTOMER_CODE === code) ?? customers[0];
  if (!customer) throw new Error('The sample data needs a customer.');
  return { day, modifiedDay, customer, isVoid: false, shopifyNumber: '', poNumber: '' };
}
