import { z } from 'zod';
import { fieldNameSchema } from './fields.ts';

/** One filter of `orders/query` (pims-orders: Query a list of orders). The first one's conjunction is not sent. */
export const filterSchema = z.object({
  field: fieldNameSchema,
  value: z.string().max(1_000),
  contains: z.boolean(),
  conjunction: z.enum(['AND', 'OR']),
});
export type Filter = z.infer<typeof filterSchema>;

/** `maxReturn` has no documented limit and there is no cursor; beyond this a screen is no longer a search. */
export const MAX_RETURN_LIMIT = 5_000;

export const orderQuerySchema = z.object({
  filters: z.array(filterSchema).max(50),
  maxReturn: z.number().int().min(1).max(MAX_RETURN_LIMIT),
});
export type OrderQuery = z.infer<typeof orderQuerySchema>;

/** The quick box takes an order number or a reference: one request that asks for either, exactly. */
export function quickQuery(text: string): OrderQuery {
  const value = text.trim();
  return {
    filters: [
      { field: 'ORDER_NUMBER', value, contains: false, conjunction: 'AND' },
      { field: 'REFERENCE_NUMBER', value, contains: false, conjunction: 'OR' },
    ],
    maxReturn: 50,
  };
}

/** The orders of a customer, exactly. */
export function customerQuery(code: string, maxReturn: number): OrderQuery {
  return {
    filters: [{ field: 'CUSTOMER_CODE', value: code, contains: false, conjunction: 'AND' }],
    maxReturn,
  };
}
