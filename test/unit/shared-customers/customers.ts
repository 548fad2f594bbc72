import { type Customer, readCustomer } from '../../../shared/customers/customer.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

/** A customer of a test's own. */
export function customer(
  code: string,
  fields: PimsFields = {},
  readAt = '2026-05-15T10:00:00.000Z',
): Customer {
  const read = readCustomer({ CUSTOMER_CODE: code, ...fields }, readAt);
  if (read === null) throw new Error('A customer needs a code.');
  return read;
}
