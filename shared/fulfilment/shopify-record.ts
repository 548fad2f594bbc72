import { z } from 'zod';
import { deskErrorSchema } from '../errors.ts';
import { orderNumberSchema } from '../ids.ts';

/*
 * A Shopify order as PIMS tells of it (pims-shopify-lookup): the records that bear its number, each at its own stage. What
 * follows from them is worked out in `part-sums.ts`.
 */

/** A line of a record. Figures are as PIMS wrote them; empty where it has none. */
export const shopifyItemSchema = z.object({
  partNumber: z.string(),
  description: z.string(),
  quantity: z.string(),
  shipped: z.string(),
  serialNumbers: z.array(z.string()),
  isAppleCare: z.boolean(),
});
export type ShopifyItem = z.infer<typeof shopifyItemSchema>;

/** Where a record's goods go to; empty where PIMS has no value. */
export const shipToSchema = z.object({
  name: z.string(),
  attention: z.string(),
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string(),
  phone: z.string(),
});
export type ShipTo = z.infer<typeof shipToSchema>;

export const shopifyRecordSchema = z.object({
  /** PIMS's own word, such as `sales_order`; empty when it gave none. `readStage` tells what it means. */
  orderType: z.string(),
  /** Null as long as PIMS has given none. */
  orderNumber: orderNumberSchema.nullable(),
  /** As PIMS wrote it, an ISO time; null when it has none. */
  createdAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  trackingNumbers: z.array(z.string()),
  isDropship: z.boolean(),
  shipTo: shipToSchema,
  items: z.array(shopifyItemSchema),
});
export type ShopifyRecord = z.infer<typeof shopifyRecordSchema>;

/** What PIMS answered about one number, or why it did not. The records stand in PIMS's order. */
export const shopifyAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('records'), records: z.array(shopifyRecordSchema), readAt: z.iso.datetime() }),
  z.object({ kind: z.literal('not-read'), error: deskErrorSchema }),
]);

export const shopifyOrderSchema = z.object({
  /** As PIMS was asked for it. */
  number: z.string(),
  answer: shopifyAnswerSchema,
});
export type ShopifyOrder = z.infer<typeof shopifyOrderSchema>;
