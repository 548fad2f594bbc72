import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { addressFields, addressPartLabel, addressParts } from '../../shared/orders/field-labels.ts';
import {
  fieldsSetByPims,
  isFieldName,
  type PimsFields,
  type PimsTable,
  toFieldName,
} from '../../shared/pims/fields.ts';

/** What stands for what a person does not give: the field that carries the reference, and the one made for the order. */
export interface ReferenceChoice {
  readonly field: string;
  readonly own: string;
}

/** What happens while a field stays empty; empty for those of which nothing is to be said. */
export function placeholderOf(field: string, reference: ReferenceChoice): string {
  if (field === reference.field) {
    return reference.own === '' ? 'Made for you if empty' : `${reference.own}, made for you`;
  }
  return field === 'LOCATION_CODE' ? 'MAIN' : '';
}

/** Not asked for, so that the form stays short; shown with the further fields when a draft has one. */
const rareParts: readonly string[] = ['BATTENTION', 'SATTENTION'];

/** The fields that have a place of their own in the form; the connection says which one carries the reference. */
export interface FormFields {
  /** At the top. */
  readonly main: readonly string[];
  readonly billing: readonly string[];
  readonly shipping: readonly string[];
}

export function formFields(referenceField: string): FormFields {
  const main = [...new Set(['CUSTOMER_CODE', referenceField, 'LOCATION_CODE'])];
  const address = (side: 'B' | 'S') =>
    addressFields(side).filter((field) => !rareParts.includes(field) && !main.includes(field));
  return { main, billing: address('B'), shipping: address('S') };
}

const spans: Readonly<Record<string, number>> = {
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
export function spanOf(field: string, referenceField: string): number {
  if (field === referenceField && field !== 'CUSTOMER_CODE' && field !== 'LOCATION_CODE') return 7;
  return spans[field] ?? (addressPartLabel(field) === undefined ? 12 : (spans[field.slice(1)] ?? 12));
}

/** The filled fields that the form has no place of their own for. */
export function furtherFields(header: PimsFields, { main, billing, shipping }: FormFields): string[] {
  const placed = new Set([...main, ...billing, ...shipping]);
  return Object.keys(header).filter((field) => !placed.has(field));
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
  if (present.includes(field)) {
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
