import type { Fields } from './records.ts';
import { PimsRejection } from './rejection.ts';

const FIELD_NAME = /^[A-Z][A-Z0-9_]{0,63}$/;
const LONGEST_VALUE = 4_000;

/** Parameters that may travel in the body of any call and are no fields (pims-shopify-lookup: Authentication). */
export const BODY_PARAMETERS: readonly string[] = ['teamID', 'apiID', 'apiSecret'];

/**
 * The PIMS fields of a request body. Any upper-case column name is accepted; FUNCTION is not, since
 * the API sets it (pims-orders: Create an order). Numbers and booleans become text, null an empty
 * text, as all PIMS values are texts. Throws a PimsRejection that names the field.
 */
export function readFields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new PimsRejection('The request body must be a JSON object of PIMS fields.');
  const fields: Fields = {};
  for (const [name, value] of Object.entries(body)) {
    if (BODY_PARAMETERS.includes(name)) continue;
    if (name === 'FUNCTION') throw new PimsRejection('FUNCTION must not be sent: the API sets it.');
    if (!FIELD_NAME.test(name)) throw new PimsRejection(`Unknown field '${name.slice(0, 80)}'.`);
    fields[name] = toText(name, value);
  }
  return fields;
}

function toText(name: string, value: unknown): string {
  if (value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new PimsRejection(`${name} must be a single value.`);
  const text = String(value);
  if (text.length > LONGEST_VALUE)
    throw new PimsRejection(`${name} is longer than ${LONGEST_VALUE} characters.`);
  return text;
}
