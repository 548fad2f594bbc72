import type { Dice } from './dice.ts';

/** Who buys: it decides what is in the basket and how the order is referred to. */
export type CustomerKind = 'school' | 'repair shop' | 'firm' | 'person';

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

/** A person's name that nobody bears, for attention lines and people who order online. */
export function inventedName(dice: Dice): string {
  return `${dice.pick(GIVEN_NAMES)} ${dice.pick(FAMILY_NAMES)}`;
}

/** A customer's name; the same one may come again. */
export function nameFor(dice: Dice, kind: CustomerKind): string {
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
