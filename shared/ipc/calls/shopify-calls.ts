import { z } from 'zod';
import { MOST_NUMBERS, NUMBERS_PER_CALL, SHOPIFY_NUMBER_LENGTH } from '../../fulfilment/order-numbers.ts';
import { shopifyOrderSchema } from '../../fulfilment/shopify-record.ts';

/** What PIMS has of Shopify orders. */
export const shopifyCalls = {
  /**
   * What PIMS has of Shopify orders, by the numbers as PIMS stores them: one metered request each. Whoever wants more than go
   * into one call asks in parts, shows what has come, and can stop between them. A number that could not be looked up says
   * why; it takes nothing from the others.
   */
  'shopify.lookup': {
    input: z
      .object({
        numbers: z.array(z.string().trim().min(1).max(SHOPIFY_NUMBER_LENGTH)).min(1).max(NUMBERS_PER_CALL),
      })
      .strict(),
    output: z.array(shopifyOrderSchema),
  },
  /** Writes looked-up orders, each perhaps under two forms of its number, as a CSV, a row for each part. `savedAs` is null when the save dialog was cancelled. */
  'shopify.exportCsv': {
    input: z
      .object({
        orders: z
          .array(shopifyOrderSchema)
          .min(1)
          .max(2 * MOST_NUMBERS),
      })
      .strict(),
    output: z.object({ savedAs: z.string().nullable() }),
  },
} as const;
