import type { OrderRecord } from '../records.ts';
import { type Shelf, type WantedLine, want } from './baskets.ts';
import { EXAMPLE_CUSTOMER, type SampleCustomer } from './customers.ts';
import { Dice } from './dice.ts';
import { type OrderPlan, type Stage, toOrder } from './orders.ts';
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

/** The Shopify order that has a record at each stage. */
export const STAGES_EXAMPLE = '#1001';

/**
 * Shopify order #1001, oldest record first: a quote for more that came along, the sales order of what is still to come, and
 * the invoice of what was shipped to the customer directly, with AppleCare, serial numbers and a charge. Rolls dice of its
 * own, so that the other sample data is the same with and without it.
 */
export function exampleStages(
  today: number,
  customers: readonly SampleCustomer[],
  shelf: Shelf,
): { day: number; order: OrderRecord }[] {
  const dice = new Dice(1_001);
  const phone = shelf.get(EXAMPLE_PART);
  const [accessory, later] = [shelf.draw(dice, 'Accessory'), shelf.draw(dice, 'Hardware')];
  const shipped = (line: WantedLine) => ({ ...line, shipped: line.quantity });
  const write = (number: string, stage: Stage, daysAgo: number, lines: readonly WantedLine[]) => {
    const day = today - daysAgo;
    const plan = common(day, day + 2, customers, 'M-1003');
    const tracking = stage === 'invoice' ? ['1Z9990000000010017'] : [];
    const reference = STAGES_EXAMPLE;
    const order = toOrder(dice, { ...plan, number, stage, lines, reference, salesperson: 'WEB', tracking });
    const isDropship = stage === 'invoice' ? { IS_DROPSHIP: 'Y' } : {};
    Object.assign(order.fields, SHIP_TO, isDropship, { SHOPIFY_ORDER_NUMBER: STAGES_EXAMPLE });
    return { day, order };
  };
  return [
    write('QT0701', 'quote', 40, [want(later, 1)]),
    write('SO0701', 'sales_order', 38, [want(phone, 1), want(accessory, 3)]),
    write('INV0701', 'invoice', 33, [
      shipped(want(phone, 2)),
      shipped(want(shelf.draw(dice, 'AppleCare'), 2)),
      shipped(want(shelf.get('SHOPIFY-SHIPPING'), 1)),
    ]),
  ];
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
