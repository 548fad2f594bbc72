import type { Customer } from '../../../shared/customers/customer.ts';
import type { DraftEdit } from '../../../shared/drafts/draft.ts';
import { addressFields } from '../../../shared/orders/field-labels.ts';
import { type PimsFields, VALUE_LENGTH } from '../../../shared/pims/fields.ts';

/** Whether what a person has filled in otherwise stays or gives way to the customer's. */
export type FillChoice = 'empty-only' | 'all';

interface Choice {
  readonly header: PimsFields;
  readonly customer: Customer;
  /** Whose addresses the header has so far, if they came from a customer. */
  readonly before: Customer | null;
}

const filled = [...addressFields('B'), ...addressFields('S')];

/**
 * The fields in which the header says something else than the customer's addresses and which a person has typed: neither
 * empty nor those of the customer before. What the customer lacks counts as well, since half of one address and half of
 * another is nobody's.
 */
export function filledOtherwise({ header, customer, before }: Choice): string[] {
  return filled.filter((field) => {
    const present = valueIn(header, field);
    if (present === '' || present === valueIn(customer.fields, field)) return false;
    return before === null || present !== valueIn(before.fields, field);
  });
}

/**
 * The edits that make an order one of a customer: the code as PIMS writes it and the two addresses, in one step.
 * `empty-only` leaves what a person has typed.
 */
export function chosenCustomerEdits(choice: Choice, fill: FillChoice): DraftEdit[] {
  const { header, customer } = choice;
  const kept = new Set(fill === 'empty-only' ? filledOtherwise(choice) : []);
  const values = filled
    .filter((field) => !kept.has(field))
    .map((field) => ({ field, value: valueIn(customer.fields, field) }));
  return [{ field: 'CUSTOMER_CODE', value: customer.code }, ...values]
    .filter(({ field, value }) => value !== (header[field] ?? ''))
    .map(({ field, value }) => ({ kind: 'set-header', field, value }));
}

function valueIn(fields: PimsFields, field: string): string {
  return (fields[field] ?? '').trim().slice(0, VALUE_LENGTH);
}
