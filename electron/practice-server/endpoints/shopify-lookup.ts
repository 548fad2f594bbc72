import { dayOfPimsDate, isoDate } from '../dates.ts';
import { column, type Fields, type OrderRecord } from '../records.ts';
import { PimsRejection } from '../rejection.ts';
import type { PracticeState } from '../state/practice-state.ts';
import type { PimsEndpoint } from './call.ts';

/** The most progressed stage first (pims-shopify-lookup: Response). */
const STAGES = ['invoice', 'sales_order', 'quote', 'worksheet'];

/**
 * GET orders/by_shopify_reference. Unlike the other endpoints it answers with real numbers, booleans
 * and ISO timestamps, and without the status/data envelope. The number must have its # form.
 */
export const lookUpShopifyOrder: PimsEndpoint = ({ query, state }) => {
  const number = query('shopify_order_number');
  if (!number) throw new PimsRejection("Missing 'shopify_order_number' parameter!");
  const orders = state.orders
    .filter(({ fields }) => fields.SHOPIFY_ORDER_NUMBER === number)
    .map((order) => describe(order, state))
    .sort(byProgress);
  return { body: { shopify_order_number: number, orders } };
};

function describe({ fields, lines }: OrderRecord, state: PracticeState) {
  return {
    order_type: column(fields, 'ORDER_TYPE'),
    pims_order_number: column(fields, 'ORDER_NUMBER') || null,
    create_date: timestamp(column(fields, 'ORDER_DATE')),
    modified_date: timestamp(column(fields, 'MODIFIED_DATE')),
    tracking_numbers: list(column(fields, 'TRACKING_NUMBERS')),
    is_dropship: fields.IS_DROPSHIP === 'Y',
    shipping_address: {
      name: column(fields, 'SNAME'),
      attention: column(fields, 'SATTENTION'),
      address_1: column(fields, 'SADDRESS1'),
      address_2: column(fields, 'SADDRESS2'),
      city: column(fields, 'SCITY'),
      state: column(fields, 'SSTATE'),
      zip: column(fields, 'SZIPCODE'),
      country: column(fields, 'SCOUNTRY'),
      phone: column(fields, 'SPHONE'),
    },
    items: lines.map((line) => describeLine(line, state)),
  };
}

function describeLine(line: Fields, state: PracticeState) {
  const isAppleCare = state.part(column(line, 'PART_CODE'))?.CATEGORY === 'AppleCare';
  return {
    part_number: column(line, 'PART_CODE'),
    description: column(line, 'DESCRIPTION'),
    quantity: Number(line.QUANTITY),
    shipped: Number(line.NUMBER_SHIPPED),
    serial_numbers: isAppleCare ? [] : list(column(line, 'SERIAL_NUMBERS')),
    is_applecare: isAppleCare,
  };
}

function list(joined: string): string[] {
  return joined === '' ? [] : joined.split(',');
}

/** PIMS keeps a date; the page shows it as midnight of a place five hours behind UTC. */
function timestamp(pimsDate: string): string | null {
  const day = dayOfPimsDate(pimsDate);
  return day === undefined ? null : `${isoDate(day)}T05:00:00.000Z`;
}

type Described = ReturnType<typeof describe>;

/** Stage, then newest creation first, then the order number. */
function byProgress(one: Described, other: Described): number {
  return (
    STAGES.indexOf(one.order_type) - STAGES.indexOf(other.order_type) ||
    compare(other.create_date ?? '', one.create_date ?? '') ||
    compare(one.pims_order_number ?? '', other.pims_order_number ?? '')
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
