import { z } from 'zod';
import { orderNumberSchema } from '../../ids.ts';
import { orderSchema, savedSearchSchema } from '../../orders/order.ts';
import { pimsFieldsSchema, pimsTables } from '../../pims/fields.ts';
import { orderQuerySchema } from '../../pims/filters.ts';
import { nothing } from './common-inputs.ts';

/** Orders in PIMS, and the searches for them that are saved. */
export const ordersCalls = {
  /** Orders of the chosen connection. `readAt` is an ISO time. */
  'orders.query': {
    input: orderQuerySchema.strict(),
    output: z.object({ orders: z.array(pimsFieldsSchema), readAt: z.string() }),
  },
  'orders.single': { input: z.object({ orderNumber: orderNumberSchema }).strict(), output: orderSchema },
  /** Field names seen so far in the chosen connection's records, the documented ones first. */
  'orders.fieldNames': {
    input: z.object({ table: z.enum(pimsTables) }).strict(),
    output: z.array(z.string()),
  },
  /** Opens the save dialog in the main process and writes a CSV. `savedAs` is null when it was cancelled. */
  'orders.exportCsv': {
    input: z
      .object({
        columns: z.array(z.string().max(64)).min(1).max(200),
        rows: z.array(pimsFieldsSchema).max(5_000),
      })
      .strict(),
    output: z.object({ savedAs: z.string().nullable() }),
  },

  'searches.list': { input: nothing, output: z.array(savedSearchSchema) },
  /** Saves under its name for the chosen connection; a search of the same name is replaced. */
  'searches.save': {
    input: savedSearchSchema.omit({ id: true }).strict(),
    output: savedSearchSchema,
  },
  'searches.remove': { input: z.object({ id: z.string().min(1).max(64) }).strict(), output: nothing },
} as const;
