import type { Fields } from '../records.ts';
import { ean, upc } from './barcodes.ts';
import { type Product, productStreams, SERVICES } from './catalogue.ts';
import { DIGITS, type Dice, LETTERS, LETTERS_AND_DIGITS } from './dice.ts';

/** A part with what the order generator wants to know about it, so that it need not read texts. */
export interface SamplePart {
  fields: Fields;
  cents: number;
  category: Product['category'];
  serialized: boolean;
}

/** The part of the vendor's own examples (pims-orders: Get a single order). */
export const EXAMPLE_PART = 'MDVQ4LL/A';

const EXAMPLE_PRODUCT: Product = {
  category: 'Hardware',
  manufacturer: 'Apple',
  description: 'iPhone 14 Pro',
  cents: 99_900,
  serialized: true,
};

/** Which product line each next part comes from; a line that has run out gives way to accessories. */
const MIX = [
  'hardware',
  'goods',
  'care',
  'repair',
  'hardware',
  'goods',
  'hardware',
  'repair',
  'hardware',
] as const;

/** The least number of parts that has one of every kind. */
const LEAST_PARTS = 12;

/** The inventory of the sample reseller, at least `LEAST_PARTS` parts. Stock is counted later, from the orders. */
export function makeParts(dice: Dice, count: number): SamplePart[] {
  const codes = new Set<string>();
  const barcodes = new Set<string>();
  const streams = productStreams(dice);

  const add = (code: string, product: Product): SamplePart => {
    codes.add(code);
    return toPart(code, product, barcodeFor(dice, product, barcodes), dice.chance(0.06));
  };

  const parts = [add(EXAMPLE_PART, EXAMPLE_PRODUCT)];
  for (const [code, description, cents] of SERVICES)
    parts.push(add(code, { category: 'Service', manufacturer: '', description, cents, serialized: false }));
  for (let index = 0; parts.length < Math.max(count, LEAST_PARTS); index++) {
    const next = streams[MIX[index % MIX.length] ?? 'goods'].next();
    const product = next.done ? streams.goods.next().value : next.value;
    parts.push(add(freshCode(dice, product, codes), product));
  }
  return parts;
}

function toPart(code: string, product: Product, barcode: string, discontinued: boolean): SamplePart {
  const isService = product.category === 'Service';
  return {
    cents: product.cents,
    category: product.category,
    serialized: product.serialized,
    fields: {
      PART_CODE: code,
      PART_DESCRIPTION: product.description,
      BARCODE: barcode,
      QTY_ONHAND: '0',
      QTY_AVAILABLE: '0',
      UNIT_PRICE: (product.cents / 100).toFixed(2),
      CATEGORY: product.category,
      MANUFACTURER: product.manufacturer,
      SERIALIZED: product.serialized ? 'Y' : 'N',
      DISCONTINUED: discontinued && !isService && code !== EXAMPLE_PART ? 'Y' : 'N',
      LOCATION_CODE: 'MAIN',
    },
  };
}

function barcodeFor(dice: Dice, product: Product, taken: Set<string>): string {
  if (product.category === 'Service') return '';
  return fresh(taken, () => (product.manufacturer === 'Apple' ? upc(dice) : ean(dice)));
}

function freshCode(dice: Dice, product: Product, taken: Set<string>): string {
  return fresh(taken, () => {
    switch (product.category) {
      case 'Hardware':
        return appleCode(dice);
      case 'AppleCare':
        return `S${dice.text(DIGITS, 4)}LL/A`;
      case 'Repair part':
        return `661-${dice.text(DIGITS, 5)}`;
      case 'Accessory':
        return product.manufacturer === 'Apple' ? appleCode(dice) : brandCode(dice, product.manufacturer);
      case 'Service':
        return `SVC-${dice.text(DIGITS, 3)}`;
    }
  });
}

function appleCode(dice: Dice): string {
  return `M${dice.text(LETTERS, 1)}${dice.text(LETTERS_AND_DIGITS, 1)}${dice.text(LETTERS, 1)}${dice.int(2, 9)}LL/A`;
}

/** One maker's codes are digits with zeros in front, which a spreadsheet would damage. */
function brandCode(dice: Dice, brand: string): string {
  if (brand === 'Ostrander Cable') return `00${dice.text(DIGITS, 4)}`;
  return `${brand.slice(0, 2).toUpperCase()}-${dice.text(DIGITS, 5)}`;
}

function fresh(taken: Set<string>, make: () => string): string {
  let made = make();
  while (taken.has(made)) made = make();
  taken.add(made);
  return made;
}
