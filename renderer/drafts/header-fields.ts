import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { addressFields, addressPartLabel, addressParts } from '../../shared/orders/field-labels.ts';
import {
  fieldsSetByPims,
  isFieldName,
  type PimsFields,
  type PimsTable,
  toFieldName,
} from '../../shared/pims/fields.ts';

/** The fields that stand at the top of the form. */
export const mainFields = ['CUSTOMER_CODE', 'REFERENCE_NUMBER', 'LOCATION_CODE'] as const;

/** What happens while a field stays empty; empty for those of which nothing is to be said. */
export function placeholderOf(field: string): string {
  if (field === 'REFERENCE_NUMBER') return 'Made for you if empty';
  return field === 'LOCATION_CODE' ? 'MAIN' : '';
}

/** Not asked for, so that the form stays short; shown with the further fields when a draft has one. */
const rareParts: readonly string[] = ['BATTENTION', 'SATTENTION'];

export const billingFields = addressFields('B').filter((field) => !rareParts.includes(field));
export const shippingFields = addressFields('S').filter((field) => !rareParts.includes(field));

const formFields = new Set<string>([...mainFields, ...billingFields, ...shippingFields]);

const spans: Readonly<Record<string, number>> = {
  REFERENCE_NUMBER: 7,
  LOCATION_CODE: 5,
  ADDRESS1: 7,
  ADDRESS2: 5,
  CITY: 4,
  STATE: 3,
  ZIPCODE: 5,
  COUNTRY: 5,
  PHONE: 7,
};

/** How many of the form's 12 columns a field takes; short ones share a row, so that both addresses are in sight. */
export function spanOf(field: string): number {
  return spans[field] ?? (addressPartLabel(field) === undefined ? 12 : (spans[field.slice(1)] ?? 12));
}

/** The filled fields that the form has no place of their own for. */
export function furtherFields(header: PimsFields): string[] {
  return Object.keys(header).filter((field) => !formFields.has(field));
}

export type FieldNameReading =
  | { readonly ok: true; readonly field: string }
  | { readonly ok: false; readonly problem: string };

/** Reads the name of a field that a person adds; `present` are the names that are there already. */
export function readFieldName(table: PimsTable, typed: string, present: readonly string[]): FieldNameReading {
  const field = toFieldName(typed);
  if (field === '') return { ok: false, problem: 'Enter the name of a PIMS field.' };
  if (!isFieldName(field)) {
    return {
      ok: false,
      problem: `“${field}” is not a PIMS field name: letters, digits and _ only, a letter first.`,
    };
  }
  if (fieldsSetByPims[table].includes(field)) return { ok: false, problem: `PIMS sets ${field} itself.` };
  if (present.includes(field) || (table === 'ORDERS' && formFields.has(field))) {
    return { ok: false, problem: `${field} is in the form already.` };
  }
  return { ok: true, field };
}

/** The edits that make the shipping address the same as the billing one. */
export function copyBillingEdits(header: PimsFields): DraftEdit[] {
  return addressParts
    .map((part) => ({ kind: 'set-header' as const, field: `S${part}`, value: header[`B${part}`] ?? '' }))
    .filter(({ field, value }) => value !== (header[field] ?? ''));
}
