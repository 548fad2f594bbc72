import { z } from 'zod';
import type { ShipTo, ShopifyItem, ShopifyRecord } from '../../shared/fulfilment/shopify-record.ts';
import { orderNumberSchema } from '../../shared/ids.ts';

/*
 * The answer of orders/by_shopify_reference (pims-shopify-lookup), read leniently: what is missing or of another type than
 * the page says becomes empty, and never costs the person the rest of the order. Numbers stay as PIMS wrote them.
 */

const noAddress: ShipTo = {
  name: '',
  attention: '',
  address1: '',
  address2: '',
  city: '',
  state: '',
  zip: '',
  country: '',
  phone: '',
};
const unreadableItem: ShopifyItem = {
  partNumber: '',
  description: '',
  quantity: '',
  shipped: '',
  serialNumbers: [],
  isAppleCare: false,
};

const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).trim())
  .catch('');
const time = text.transform((value) => (value === '' ? null : value));
const flag = z
  .union([z.boolean(), text.transform((value) => /^(?:true|y|yes|1)$/i.test(value))])
  .catch(false);
/** Some servers write one value where others write a list of one. */
const texts = z
  .union([z.array(text), text.transform((value) => value.split(/[,;\s]+/))])
  .transform((values) => [...new Set(values.filter((value) => value !== ''))])
  .catch([]);
const orderNumber = text.transform((value) => {
  const reading = orderNumberSchema.safeParse(value);
  return reading.success ? reading.data : null;
});

const item = z
  .object({
    part_number: text,
    description: text,
    quantity: text,
    shipped: text,
    serial_numbers: texts,
    is_applecare: flag,
  })
  .transform((one) => ({
    partNumber: one.part_number,
    description: one.description,
    quantity: one.quantity,
    shipped: one.shipped,
    serialNumbers: one.serial_numbers,
    isAppleCare: one.is_applecare,
  }))
  // It still shows that there is a line, and that its figures can't be read.
  .catch(unreadableItem);

const shippingAddress = z
  .object({
    name: text,
    attention: text,
    address_1: text,
    address_2: text,
    city: text,
    state: text,
    zip: text,
    country: text,
    phone: text,
  })
  .transform(({ address_1, address_2, ...others }) => ({
    ...others,
    address1: address_1,
    address2: address_2,
  }))
  .catch(noAddress);

const record = z
  .object({
    order_type: text,
    pims_order_number: orderNumber,
    create_date: time,
    modified_date: time,
    tracking_numbers: texts,
    is_dropship: flag,
    shipping_address: shippingAddress,
    items: z.array(item).catch([]),
  })
  .transform(
    (one): ShopifyRecord => ({
      orderType: one.order_type,
      orderNumber: one.pims_order_number,
      createdAt: one.create_date,
      modifiedAt: one.modified_date,
      trackingNumbers: one.tracking_numbers,
      isDropship: one.is_dropship,
      shipTo: one.shipping_address,
      items: one.items,
    }),
  );

/**
 * The records of a Shopify order, in PIMS's order. Null when the answer is none: there is no list of orders in it, or one
 * with something else than records, without which the sums would be wrong.
 */
export function readShopifyRecords(data: unknown): ShopifyRecord[] | null {
  const reading = z.object({ orders: z.array(record).nullable() }).safeParse(data);
  return reading.success ? (reading.data.orders ?? []) : null;
}
