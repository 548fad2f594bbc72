import { z } from 'zod';
import { type PimsFields, pimsFieldsSchema, textOf } from '../pims/fields.ts';

/**
 * A customer as PIMS had it at `readAt` (ISO time). `fields` is the whole record under PIMS's own names: B… for billing,
 * S… for shipping (pims-more: Customers). `name` is null when PIMS says none.
 */
export const customerSchema = z.object({
  code: z.string(),
  name: z.string().nullable(),
  fields: pimsFieldsSchema,
  readAt: z.string(),
});
export type Customer = z.infer<typeof customerSchema>;

/** A record of `customers/query` as a customer (pims-more: Customers); null when it has no code to name it by. */
export function readCustomer(fields: PimsFields, readAt: string): Customer | null {
  const code = textOf(fields.CUSTOMER_CODE);
  if (code === null) return null;
  return { code, name: textOf(fields.CUSTOMER_NAME) ?? textOf(fields.BNAME), fields, readAt };
}
