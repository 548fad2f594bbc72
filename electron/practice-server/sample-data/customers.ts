import type { Fields } from '../records.ts';
import type { Dice } from './dice.ts';

/** Who buys: it decides what is in the basket and how the order is referred to. */
export type CustomerKind = 'school' | 'repair shop' | 'firm' | 'person';

export interface SampleCustomer {
  fields: Fields;
  kind: CustomerKind;
}

/** The customer of the vendor's own examples (pims-orders: Create an order). */
export const EXAMPLE_CUSTOMER = 'M-1000';

export const SALESPERSONS = ['KAH', 'TWO', 'BES', 'JRD', 'MVN'] as const;

type Place = readonly [city: string, state: string, zip: string, areaCode: string];

const PLACES: readonly Place[] = [
  ['Bloomington', 'IN', '47404', '812'],
  ['Indianapolis', 'IN', '46204', '317'],
  ['Fort Wayne', 'IN', '46802', '260'],
  ['South Bend', 'IN', '46601', '574'],
  ['Evansville', 'IN', '47708', '812'],
  ['Columbus', 'OH', '43215', '614'],
  ['Dayton', 'OH', '45402', '937'],
  ['Cincinnati', 'OH', '45202', '513'],
  ['Louisville', 'KY', '40202', '502'],
  ['Lexington', 'KY', '40507', '859'],
  ['Champaign', 'IL', '61820', '217'],
  ['Peoria', 'IL', '61602', '309'],
  ['Ann Arbor', 'MI', '48104', '734'],
  ['Grand Rapids', 'MI', '49503', '616'],
  ['Madison', 'WI', '53703', '608'],
  ['Nashville', 'TN', '37203', '615'],
  ['Austin', 'TX', '78701', '512'],
  ['Boulder', 'CO', '80302', '303'],
  ['Portland', 'ME', '04101', '207'],
  ['Burlington', 'VT', '05401', '802'],
];

const STREETS = [
  'Main St',
  'Oak Ave',
  'Commerce Dr',
  'Walnut St',
  'College Ave',
  'Industrial Pkwy',
  'Maple Ln',
  'Station Rd',
  'Kirkwood Ave',
  'Third St',
];
const SCHOOL_NAMES = [
  'Clear Creek',
  'Lakeview',
  'Stone Bridge',
  'Maplewood',
  'Harmony',
  'Prairie Ridge',
  'Elm Grove',
];
const SCHOOL_KINDS = [
  'Elementary School',
  'Middle School',
  'High School',
  'Community Schools',
  'Charter Academy',
];
const SHOP_NAMES = [
  'Pixel',
  'Fruit Stand',
  'Corner',
  'Campus',
  'Second Life',
  'Bright Screen',
  'Riverside',
  'Sprocket',
];
const SHOP_KINDS = ['Device Repair', 'Phone & Tablet Repair', 'Computer Clinic', 'Mac Service'];
const FIRM_NAMES = [
  'Tallgrass',
  'Juniper',
  'Foxglove',
  'Limestone',
  'Cardinal Point',
  'Hickory Hill',
  'Blue Heron',
];
const FIRM_KINDS = [
  'Architects',
  'Dental Group',
  'Media LLC',
  'Law Offices',
  'Realty',
  'Accounting',
  'Café & Bakery',
];
const GIVEN_NAMES = [
  'Avery',
  'Noor',
  'Mateo',
  'Ingrid',
  'Dele',
  'Renée',
  'Kwame',
  'Sunita',
  'Piotr',
  'Lucía',
  'Hana',
  'Jonah',
];
const FAMILY_NAMES = [
  'Testerman',
  'Samplewood',
  "O'Mockery",
  'Fictor',
  'Placeholt',
  'Inventón',
  'Imaginelli',
  'Specimund',
];

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

/** A person's name that nobody bears, for attention lines and people who order online. */
export function inventedName(dice: Dice): string {
  return `${dice.pick(GIVEN_NAMES)} ${dice.pick(FAMILY_NAMES)}`;
}

/** An address with the column names of billing (B…) or shipping (S…), pims-more: Customers. */
export function makeAddress(dice: Dice, prefix: 'B' | 'S', name: string, attention: string): Fields {
  const [city, state, zip, areaCode] = dice.pick(PLACES);
  return address(prefix, {
    NAME: name,
    ATTENTION: attention,
    ADDRESS1: `${dice.int(1, 99)}${dice.int(0, 9)} ${dice.pick(STREETS)}`,
    ADDRESS2: dice.chance(0.2) ? `Suite ${dice.int(1, 40) * 10}` : '',
    CITY: city,
    STATE: state,
    ZIPCODE: zip,
    COUNTRY: 'US',
    PHONE: phone(dice, areaCode),
    EMAIL: emailOf(name),
  });
}

function makeCustomer(dice: Dice, code: string, kind: CustomerKind, names: Set<string>): SampleCustomer {
  const name = freshName(dice, kind, names);
  const attention = kind === 'person' ? '' : inventedName(dice);
  const billing = makeAddress(dice, 'B', name, attention);
  const shipsElsewhere = dice.chance(0.15);
  const shipping = shipsElsewhere ? makeAddress(dice, 'S', name, attention) : asShipping(billing);
  return customer(code, name, kind, { ...billing, ...shipping }, dice.pick(SALESPERSONS));
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
    { ...billing, ...asShipping(billing) },
    'KAH',
  );
}

function customer(
  code: string,
  name: string,
  kind: CustomerKind,
  addresses: Fields,
  salesperson: string,
): SampleCustomer {
  const fields = {
    CUSTOMER_CODE: code,
    CUSTOMER_NAME: name,
    ...addresses,
    TERMS: kind === 'person' ? 'Prepaid' : 'Net 30',
    TAX_RATE: kind === 'school' ? '0.00' : '7.00',
    SALESPERSON_CODE: salesperson,
  };
  return { fields, kind };
}

function freshName(dice: Dice, kind: CustomerKind, names: Set<string>): string {
  let name = nameFor(dice, kind);
  // Large sample sets run out of pairs; a number then tells the branches of one name apart.
  for (let branch = 2; names.has(name); branch++) name = `${nameFor(dice, kind)} ${branch}`;
  names.add(name);
  return name;
}

function nameFor(dice: Dice, kind: CustomerKind): string {
  switch (kind) {
    case 'school':
      return `${dice.pick(SCHOOL_NAMES)} ${dice.pick(SCHOOL_KINDS)}`;
    case 'repair shop':
      return `${dice.pick(SHOP_NAMES)} ${dice.pick(SHOP_KINDS)}`;
    case 'firm':
      return `${dice.pick(FIRM_NAMES)} ${dice.pick(FIRM_KINDS)}`;
    case 'person':
      return inventedName(dice);
  }
}

function address(prefix: 'B' | 'S', parts: Fields): Fields {
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [prefix + name, value]));
}

/** The billing columns under their shipping names. */
export function asShipping(billing: Fields): Fields {
  return Object.fromEntries(Object.entries(billing).map(([name, value]) => [`S${name.slice(1)}`, value]));
}

/** Numbers 555-0100 to 555-0199 are kept for fiction. */
function phone(dice: Dice, areaCode: string): string {
  return `${areaCode}-555-01${dice.int(0, 9)}${dice.int(0, 9)}`;
}

function emailOf(name: string): string {
  const plain = name.normalize('NFD').replace(/[^A-Za-z0-9 ]/g, '');
  return `${plain.trim().toLowerCase().split(/ +/).join('.')}@example.com`;
}
