import { z } from 'zod';

/** A PIMS record as Order Desk holds it: raw column names to text. PIMS writes every value as a string (pims-orders). */
export type PimsFields = Readonly<Record<string, string>>;

/** Longest PIMS field name accepted from a person. */
export const FIELD_NAME_LENGTH = 64;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** True if the text can be a raw PIMS column name such as `REFERENCE_NUMBER`. */
export function isFieldName(text: string): boolean {
  return text.length <= FIELD_NAME_LENGTH && FIELD_NAME.test(text);
}

/** A field name as PIMS spells it: upper case, spaces around it dropped, spaces and dashes within turned to `_`. */
export function toFieldName(text: string): string {
  return text
    .trim()
    .replace(/[\s-]+/g, '_')
    .toUpperCase();
}

export const fieldNameSchema = z.string().refine(isFieldName, 'This is not a PIMS field name.');
/** A record as PIMS gave it: whatever it holds is shown, however long. */
export const pimsFieldsSchema = z.record(z.string(), z.string());
/** The longest value that a person can enter. */
export const VALUE_LENGTH = 32_768;
/** A record as a person entered it. */
export const enteredFieldsSchema = z.record(z.string().max(FIELD_NAME_LENGTH), z.string().max(VALUE_LENGTH));

/** What a field says, without the spaces around it; null when it says nothing. */
export function textOf(value = ''): string | null {
  const text = value.trim();
  return text === '' ? null : text;
}

/** The two PIMS tables whose fields a person names. */
export const pimsTables = ['ORDERS', 'ORDER_LINEITEMS'] as const;
export type PimsTable = (typeof pimsTables)[number];

/** Fields that the vendor's pages name; suggested before any record was seen. */
export const documentedFields: Readonly<Record<PimsTable, readonly string[]>> = {
  ORDERS: [
    'ORDER_NUMBER',
    'REFERENCE_NUMBER',
    'CUSTOMER_CODE',
    'ORDER_DATE',
    'ORDER_STATUS',
    'LOCATION_CODE',
    'BNAME',
    'BADDRESS1',
    'BCITY',
    'BSTATE',
    'BZIPCODE',
    'BCOUNTRY',
  ],
  ORDER_LINEITEMS: ['LINE_NUMBER', 'PART_CODE', 'DESCRIPTION', 'QUANTITY', 'NUMBER_SHIPPED'],
};

/** Fields of customers that the vendor's page names (pims-more: Customers). */
export const customerFields: readonly string[] = [
  'CUSTOMER_CODE',
  'CUSTOMER_NAME',
  'BNAME',
  'BEMAIL',
  'BPHONE',
  'BADDRESS1',
  'BCITY',
  'BSTATE',
  'BZIPCODE',
  'BCOUNTRY',
  'SNAME',
  'SEMAIL',
];

/** Never sent: the API sets FUNCTION itself (pims-orders), and the order number is PIMS's to give. */
export const fieldsSetByPims: Readonly<Record<PimsTable, readonly string[]>> = {
  ORDERS: ['FUNCTION', 'ORDER_NUMBER'],
  ORDER_LINEITEMS: ['FUNCTION', 'ORDER_NUMBER', 'LINE_NUMBER', 'LINE_REF_LOCK_CODE', 'NUMBER_SHIPPED'],
};
