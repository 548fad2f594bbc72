import {
  type FieldName,
  type ImportField,
  requiredFields,
} from '../../../shared/import/fields/import-fields.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';

/** The value of a choice that names a field. */
export function choiceOf({ table, field }: FieldName): string {
  return `${table}.${field}`;
}

export function fieldOfChoice(fields: readonly ImportField[], choice: string): ImportField | undefined {
  return fields.find((field) => choiceOf(field) === choice);
}

/** Required ones are marked; the raw name is in brackets where it is another word. */
export function fieldChoiceLabel({ table, field }: FieldName): string {
  const label = fieldLabel(field);
  const raw = label === field ? '' : ` (${field})`;
  const mark = table === 'ORDER_LINEITEMS' && requiredFields.includes(field) ? ' *' : '';
  return `${label}${raw}${mark}`;
}

/** Choices in groups, as a select takes them; without order fields where the lines go into a draft that has its own. */
export function fieldChoices(fields: readonly ImportField[], withOrderFields: boolean) {
  const choices = (table: ImportField['table']) =>
    fields
      .filter((field) => field.table === table)
      .map((field) => ({ value: choiceOf(field), label: fieldChoiceLabel(field) }));
  const lines = { group: 'Of the line', items: choices('ORDER_LINEITEMS') };
  return withOrderFields ? [lines, { group: 'Of the order', items: choices('ORDERS') }] : [lines];
}
