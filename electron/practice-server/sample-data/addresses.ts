import type { Fields } from '../records.ts';
import type { Dice } from './dice.ts';

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

/** The columns of an address under their billing or shipping names. */
export function address(prefix: 'B' | 'S', parts: Fields): Fields {
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
