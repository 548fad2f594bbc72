import type { PimsFields } from '../pims/fields.ts';
import { addressFields, addressPartLabel } from './field-labels.ts';

/** Fields of a record that belong together on the screen. */
export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly string[];
}

/** What an order says of itself. */
export const orderGroup: FieldGroup = {
  title: 'Order',
  fields: [
    'REFERENCE_NUMBER',
    'CUSTOMER_CODE',
    'ORDER_STATUS',
    'ORDER_DATE',
    'MODIFIED_DATE',
    'LOCATION_CODE',
    'PO_NUMBER',
    'SALESPERSON_CODE',
    'SHOPIFY_ORDER_NUMBER',
  ],
};
/** What a customer says of itself (pims-more: Customers). */
export const customerGroup: FieldGroup = {
  title: 'Customer',
  fields: ['CUSTOMER_CODE', 'CUSTOMER_NAME', 'SALESPERSON_CODE'],
};
const addressGroups: readonly FieldGroup[] = [
  { title: 'Billing', fields: addressFields('B') },
  { title: 'Shipping', fields: addressFields('S') },
];

/** Shown in the title of the screen already. */
const elsewhere: readonly string[] = ['ORDER_NUMBER', 'ORDER_TYPE'];

/**
 * The fields of a record in groups, `main` first, those without a value left out, and what no group knows in a last group.
 * A tenant's fields depend on its configuration (pims-orders), so nothing is required to be there.
 */
export function groupFields(fields: PimsFields, main: FieldGroup): FieldGroup[] {
  const groups = [main, ...addressGroups];
  const filled = Object.keys(fields).filter((field) => (fields[field] ?? '').trim() !== '');
  const known = new Set([...elsewhere, ...groups.flatMap((group) => group.fields)]);
  const further = filled.filter((field) => !known.has(field) && addressPartLabel(field) === undefined);
  return [
    ...groups.map((group) => ({ ...group, fields: group.fields.filter((field) => filled.includes(field)) })),
    { title: 'Further fields', fields: further },
  ].filter((group) => group.fields.length > 0);
}
