import { z } from 'zod';
import { orderNumberSchema } from '../ids.ts';
import { pimsFieldsSchema } from '../pims/fields.ts';
import { orderQuerySchema } from '../pims/filters.ts';

/** Whether a line can be updated: only with its lock code (pims-orders: Update a line item). */
export const lineLockSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('closed'), reason: z.string() }),
]);
export type LineLock = z.infer<typeof lineLockSchema>;

export const orderLineSchema = z.object({ fields: pimsFieldsSchema, lock: lineLockSchema });
export type OrderLine = z.infer<typeof orderLineSchema>;

/** One order as PIMS had it at `readAt` (ISO time). */
export const orderSchema = z.object({
  orderNumber: orderNumberSchema,
  fields: pimsFieldsSchema,
  lines: z.array(orderLineSchema),
  readAt: z.string(),
});
export type Order = z.infer<typeof orderSchema>;

/** A search that a person named and kept, for one connection. */
export const savedSearchSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(80),
  query: orderQuerySchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
