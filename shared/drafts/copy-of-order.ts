import { addressFields } from '../orders/field-labels.ts';
import type { Order } from '../orders/order.ts';
import type { PimsFields } from '../pims/fields.ts';

const headerFields: readonly string[] = [
  'CUSTOMER_CODE',
  'LOCATION_CODE',
  ...addressFields('B'),
  ...addressFields('S'),
];
const lineFields: readonly string[] = ['PART_CODE', 'DESCRIPTION', 'QUANTITY'];

/**
 * What "New order like this" takes from an order: whose it is and what it holds. Its reference, dates, stage,
 * prices and totals stay behind, for they belong to the old order alone.
 */
export function copyOfOrder(order: Pick<Order, 'fields' | 'lines'>): {
  header: PimsFields;
  lines: PimsFields[];
} {
  return {
    header: filled(order.fields, headerFields),
    lines: order.lines
      .map((line) => filled(line.fields, lineFields))
      .filter((line) => Object.keys(line).length > 0),
  };
}

function filled(fields: PimsFields, wanted: readonly string[]): PimsFields {
  return Object.fromEntries(
    wanted.map((field) => [field, fields[field] ?? ''] as const).filter(([, value]) => value.trim() !== ''),
  );
}
