import type { Fields } from '../records.ts';
import { address, asShipping, makeAddress } from './addresses.ts';
import type { Dice } from './dice.ts';
import { type CustomerKind, inventedName, nameFor } from './names.ts';

export interface SampleCustomer {
  fields: Fields;
  kind: CustomerKind;
  /** The address columns of `fields`, apart, since every order copies them. */
  billing: Fields;
  shipping: Fields;
}

/** The customer of the vendor's own examples (pims-orders: Create an order). */
export const EXAMPLE_CUSTOMER = 'M-1000';

export const SALESPERSONS = ['KAH', 'TWO', 'BES', 'JRD', 'MVN'] as const;

const KINDS: readonly CustomerKind[] = [
  'school',
  'repair shop',
  'firm',
  'person',
  'person',
  'firm',
  'repair shop',
  'person',
];

/** The customers of the sample reseller; the first is the one of the vendor's examples. Nobody in it exists. */
export function makeCustomers(dice: Dice, count: number): SampleCustomer[] {
  const customers = [exampleCustomer()];
  const names = new Set(['Acme Repair']);
  for (let index = 1; index < count; index++) {
    const kind = KINDS[index % KINDS.length] ?? 'person';
    customers.push(makeCustomer(dice, `M-${1000 + index}`, kind, names));
  }
  return customers;
}

function makeCustomer(dice: Dice, code: string, kind: CustomerKind, names: Set<string>): SampleCustomer {
  const name = freshName(dice, kind, names);
  const attention = kind === 'person' ? '' : inventedName(dice);
  const billing = makeAddress(dice, 'B', name, attention);
  const shipsElsewhere = dice.chance(0.15);
  const shipping = shipsElsewhere ? makeAddress(dice, 'S', name, attention) : asShipping(billing);
  return customer(code, name, kind, { billing, shipping }, dice.pick(SALESPERSONS));
}

function exampleCustomer(): SampleCustomer {
  const billing = address('B', {
    NAME: 'Acme Repair',
    ATTENTION: '',
    ADDRESS1: '101 Main St',
    ADDRESS2: '',
    CITY: 'Bloomington',
    STATE: 'IN',
    ZIPCODE: '47404',
    COUNTRY: 'US',
    PHONE: '812-555-0100',
    EMAIL: 'acme.repair@example.com',
  });
  return customer(
    EXAMPLE_CUSTOMER,
    'Acme Repair',
    'repair shop',
    { billing, shipping: asShipping(billing) },
    'KAH',
  );
}

function customer(
  code: string,
  name: string,
  kind: CustomerKind,
  addresses: Pick<SampleCustomer, 'billing' | 'shipping'>,
  salesperson: string,
): SampleCustomer {
  const fields = {
    CUSTOMER_CODE: code,
    CUSTOMER_NAME: name,
    ...addresses.billing,
    ...addresses.shipping,
    TERMS: kind === 'person' ? 'Prepaid' : 'Net 30',
    TAX_RATE: kind === 'school' ? '0.00' : '7.00',
    SALESPERSON_CODE: salesperson,
  };
  return { fields, kind, ...addresses };
}

function freshName(dice: Dice, kind: CustomerKind, names: Set<string>): string {
  let name = nameFor(dice, kind);
  // Large sample sets run out of pairs; a number then tells the branches of one name apart.
  for (let branch = 2; names.has(name); branch++) name = `${nameFor(dice, kind)} ${branch}`;
  names.add(name);
  return name;
}
