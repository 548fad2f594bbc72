import type { ShopifyItem, ShopifyRecord } from '../../../shared/fulfilment/shopify-record.ts';
import { type OrderNumber, orderNumberSchema } from '../../../shared/ids.ts';

const address = { name: '', attention: '', address1: '', address2: '', city: '', state: '', zip: '' };

/** A line: `item('A', 10, 5)` is part A, 10 listed and 5 shipped. */
export function item(
  partNumber: string,
  quantity: number | string,
  shipped: number | string,
  changes: Partial<ShopifyItem> = {},
): ShopifyItem {
  return {
    partNumber,
    description: '',
    quantity: String(quantity),
    shipped: String(shipped),
    serialNumbers: [],
    isAppleCare: false,
    ...changes,
  };
}

export function record(
  orderType: string,
  items: readonly ShopifyItem[],
  changes: Partial<ShopifyRecord> = {},
): ShopifyRecord {
  return {
    orderType,
    orderNumber: null,
    createdAt: null,
    modifiedAt: null,
    trackingNumbers: [],
    isDropship: false,
    shipTo: { ...address, country: '', phone: '' },
    items: [...items],
    ...changes,
  };
}

export const numbered = (text: string): OrderNumber => orderNumberSchema.parse(text);
