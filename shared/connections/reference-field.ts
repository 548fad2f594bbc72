import { fieldsSetByPims, isFieldName } from '../pims/fields.ts';

/** Each says something else of an order: a reference in it would change the order, or be looked for in vain. */
const TAKEN: readonly string[] = [
  ...fieldsSetByPims.ORDERS,
  'CUSTOMER_CODE',
  'ORDER_DATE',
  'ORDER_STATUS',
  'ORDER_TYPE',
  'LOCATION_CODE',
];

/** Why a field of an order can't carry its reference; null when it can. `field` is spelled as PIMS spells it. */
export function referenceFieldProblem(field: string): string | null {
  if (field === '') return 'Name the field that carries the reference.';
  if (!isFieldName(field)) return 'This is not a PIMS field name.';
  if (TAKEN.includes(field)) return `${field} has another use in PIMS: a reference can’t stand there.`;
  return null;
}
