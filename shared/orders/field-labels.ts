/*
 * What people call the fields that Order Desk knows. The raw PIMS name is always shown beside it: tenants have
 * fields of their own, and colleagues talk in both.
 */
const labels: Readonly<Record<string, string>> = {
  ORDER_NUMBER: 'Order number',
  REFERENCE_NUMBER: 'Reference',
  CUSTOMER_CODE: 'Customer code',
  ORDER_DATE: 'Ordered on',
  MODIFIED_DATE: 'Changed on',
  ORDER_STATUS: 'Status',
  ORDER_TYPE: 'Stage',
  LOCATION_CODE: 'Location',
  PO_NUMBER: 'PO number',
  SALESPERSON_CODE: 'Salesperson',
  SHOPIFY_ORDER_NUMBER: 'Shopify order',
  LINE_NUMBER: 'Line',
  PART_CODE: 'Part',
  DESCRIPTION: 'Description',
  QUANTITY: 'Quantity',
  NUMBER_SHIPPED: 'Shipped',
};

const addressLabels: Readonly<Record<string, string>> = {
  NAME: 'Name',
  ATTENTION: 'Attention',
  ADDRESS1: 'Address',
  ADDRESS2: 'Address 2',
  CITY: 'City',
  STATE: 'State',
  ZIPCODE: 'ZIP code',
  COUNTRY: 'Country',
  PHONE: 'Phone',
  EMAIL: 'E-mail',
};

/** The parts of an address, in the order in which they are written. B… is billing, S… is shipping (pims-more). */
export const addressParts: readonly string[] = Object.keys(addressLabels);

/** The two addresses of an order, by the letter that their fields begin with. */
const addressKinds = ['B', 'S'] as const;
type AddressKind = (typeof addressKinds)[number];

/**
 * The label of a field where it stands alone: the known one ("Billing city"), or its raw name made readable
 * ("TRACKING_NUMBERS" to "Tracking numbers").
 */
export function fieldLabel(field: string): string {
  const known = labels[field];
  if (known !== undefined) return known;
  const part = addressPartLabel(field);
  if (part !== undefined) return `${field.startsWith('B') ? 'Billing' : 'Shipping'} ${lowerFirst(part)}`;
  const words = field.replaceAll('_', ' ').trim().toLowerCase();
  return words === '' ? field : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The label of an address field without saying whose address it is; undefined for any other field. */
export function addressPartLabel(field: string): string | undefined {
  return addressKinds.some((kind) => field.startsWith(kind)) ? addressLabels[field.slice(1)] : undefined;
}

/** "City" to "city"; "ZIP code" stays. */
function lowerFirst(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The fields of the address block of a kind, in the order in which they are written. */
export function addressFields(kind: AddressKind): string[] {
  return addressParts.map((part) => kind + part);
}
