import type { Customer } from '../../shared/customers/customer.ts';
import { type PimsFields, textOf } from '../../shared/pims/fields.ts';
import { relativeTime } from '../ui/time.ts';

/** What was read within the last minute is as good as new. */
const NEW_MS = 60_000;

/** Where a customer is: “Bloomington, IN”, of the billing address or else of the shipping address; empty when PIMS says none. */
export function placeWords(fields: PimsFields): string {
  const billing = placeOf(fields, 'B');
  return billing === '' ? placeOf(fields, 'S') : billing;
}

/** What tells two customers of one name apart besides the code: “Bloomington, IN · jo@example.com”. */
export function distinguishingWords({ fields }: Pick<Customer, 'fields'>): string {
  const email = textOf(fields.BEMAIL) ?? textOf(fields.SEMAIL) ?? '';
  const phone = textOf(fields.BPHONE) ?? textOf(fields.SPHONE) ?? '';
  return [placeWords(fields), email === '' ? phone : email].filter((text) => text !== '').join(' · ');
}

/** How old what is known of a customer is: “seen 5 min. ago”; empty when it was read just now. `now` in ms since 1970. */
export function ageWords({ readAt }: Pick<Customer, 'readAt'>, now: number): string {
  return now - Date.parse(readAt) < NEW_MS ? '' : `seen ${relativeTime(readAt, now)}`;
}

function placeOf(fields: PimsFields, side: 'B' | 'S'): string {
  const parts = [textOf(fields[`${side}CITY`]), textOf(fields[`${side}STATE`])];
  return parts.filter((part) => part !== null).join(', ');
}
