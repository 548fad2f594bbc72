import type { Dice } from './dice.ts';

/** A product before it has a code, a barcode and stock. Price in cents. */
export interface Product {
  category: Category;
  manufacturer: string;
  description: string;
  cents: number;
  serialized: boolean;
}

export type Category = 'Hardware' | 'Accessory' | 'AppleCare' | 'Repair part' | 'Service';

interface Family {
  models: readonly (readonly [model: string, cents: number])[];
  variants: readonly (readonly [variant: string, extraCents: number])[];
  colours: readonly string[];
}

const DARK_AND_LIGHT = ['Space Grey', 'Silver'] as const;

const HARDWARE: readonly Family[] = [
  {
    models: [
      ['iPhone 13', 59_900],
      ['iPhone 14', 69_900],
      ['iPhone 14 Pro', 99_900],
      ['iPhone 15', 79_900],
      ['iPhone 15 Pro', 104_900],
      ['iPhone SE', 42_900],
    ],
    variants: [
      ['128GB', 0],
      ['256GB', 10_000],
      ['512GB', 30_000],
    ],
    colours: ['Midnight', 'Starlight', 'Blue', 'Purple'],
  },
  {
    models: [
      ['iPad 10.2-inch', 32_900],
      ['iPad Air', 59_900],
      ['iPad mini', 49_900],
      ['iPad Pro 11-inch', 79_900],
    ],
    variants: [
      ['64GB Wi-Fi', 0],
      ['256GB Wi-Fi', 15_000],
      ['256GB Wi-Fi + Cellular', 30_000],
    ],
    colours: [...DARK_AND_LIGHT, 'Blue'],
  },
  {
    models: [
      ['MacBook Air 13-inch M2', 109_900],
      ['MacBook Air 15-inch M2', 129_900],
      ['MacBook Pro 14-inch M3', 159_900],
      ['MacBook Pro 16-inch M3 Pro', 249_900],
      ['iMac 24-inch M3', 129_900],
      ['Mac mini M2', 59_900],
    ],
    variants: [
      ['8GB/256GB', 0],
      ['8GB/512GB', 20_000],
      ['16GB/512GB', 40_000],
    ],
    colours: DARK_AND_LIGHT,
  },
  {
    models: [
      ['Apple Watch SE', 24_900],
      ['Apple Watch Series 9', 39_900],
      ['Apple Watch Ultra 2', 79_900],
    ],
    variants: [
      ['41mm GPS', 0],
      ['45mm GPS', 3_000],
      ['45mm GPS + Cellular', 10_000],
    ],
    colours: ['Midnight', 'Starlight', 'Pink'],
  },
];

const APPLE_ACCESSORIES: readonly (readonly [string, number])[] = [
  ['Magic Keyboard with Touch ID', 14_900],
  ['Magic Mouse - White', 7_900],
  ['Magic Trackpad - Black', 14_900],
  ['20W USB-C Power Adapter', 1_900],
  ['35W Dual USB-C Port Compact Power Adapter', 5_900],
  ['67W USB-C Power Adapter', 5_900],
  ['96W USB-C Power Adapter', 7_900],
  ['USB-C Charge Cable (1 m)', 1_900],
  ['USB-C to Lightning Cable (2 m)', 2_900],
  ['MagSafe Charger', 3_900],
  ['AirPods (3rd generation)', 16_900],
  ['AirPods Pro (2nd generation)', 24_900],
  ['Apple Pencil (USB-C)', 7_900],
  ['USB-C Digital AV Multiport Adapter', 6_900],
  ['AirTag 4 Pack', 9_900],
];

const REPAIR_MODELS = ['iPhone 12', 'iPhone 13', 'iPhone 14', 'iPad 9', 'MBA 13 M1', 'MBA 13 M2', 'MBP 14'];
const REPAIR_PARTS: readonly (readonly [string, number])[] = [
  ['Display Assembly', 27_900],
  ['Battery', 6_900],
  ['Rear Camera', 16_900],
  ['Logic Board', 48_900],
  ['Top Case with Keyboard', 32_900],
  ['Speaker, Left', 3_450],
  ['Speaker, Right', 3_450],
  ['Flex Cable, Charge Port', 2_875],
  ['Screw Kit', 1_225],
  ['Adhesive Strips, Pack of 5', 945],
  ['Fan', 4_150],
  ['Hinge, Clutch Cover', 2_640],
];

const CARE_FOR: readonly (readonly [string, number])[] = [
  ['iPhone 14', 14_900],
  ['iPhone 14 Pro', 19_900],
  ['iPhone 15', 14_900],
  ['iPhone 15 Pro', 19_900],
  ['iPad', 6_900],
  ['iPad Air', 7_900],
  ['iPad Pro 11-inch', 14_900],
  ['MacBook Air 13-inch', 19_900],
  ['MacBook Air 15-inch', 22_900],
  ['MacBook Pro 14-inch', 27_900],
  ['MacBook Pro 16-inch', 39_900],
  ['iMac', 16_900],
  ['Mac mini', 9_900],
  ['Apple Watch', 4_900],
];

const BRANDS = ['Northfold', 'Kestrel & Co', 'Brightloom', 'Ostrander Cable', 'Pinemoor', 'Halvard'];
const GOODS: readonly (readonly [string, number])[] = [
  ['Rugged Case', 4_495],
  ['Slim Case', 2_495],
  ['Folio', 3_995],
  ['Tempered Glass', 1_995],
  ['Sleeve 13-inch', 2_950],
  ['Sleeve 16-inch', 3_450],
  ['USB-C Hub 7-in-1', 5_999],
  ['USB-C Cable 2 m', 1_499],
  ['Car Charger', 2_299],
  ['Laptop Stand', 4_999],
  ['Wireless Charging Pad', 2_999],
  ['Charging Cart Tray', 8_900],
];
const GOODS_COLOURS = ['Black', 'Clear', 'Navy', 'Sand'];

/** Every product line of the reseller, each in an order of its own; accessories never run out. */
export function productStreams(
  dice: Dice,
): Record<'hardware' | 'care' | 'repair' | 'goods', Iterator<Product>> {
  return {
    hardware: dice.shuffled([...hardware()])[Symbol.iterator](),
    care: dice.shuffled([...care()])[Symbol.iterator](),
    repair: dice.shuffled([...repairParts()])[Symbol.iterator](),
    goods: goods(),
  };
}

function* hardware(): Generator<Product> {
  for (const family of HARDWARE)
    for (const [model, cents] of family.models)
      for (const [variant, extra] of family.variants)
        for (const colour of family.colours)
          yield apple('Hardware', `${model} ${variant} ${colour}`, cents + extra, true);
  for (const [description, cents] of APPLE_ACCESSORIES)
    yield apple('Accessory', description, cents, description.startsWith('AirPods'));
}

function* care(): Generator<Product> {
  for (const [model, cents] of CARE_FOR) {
    yield apple('AppleCare', `AppleCare+ for ${model} (2 years)`, cents, false);
    yield apple('AppleCare', `AppleCare+ for ${model} with Theft and Loss`, cents + 5_000, false);
  }
}

function* repairParts(): Generator<Product> {
  for (const model of REPAIR_MODELS)
    for (const [part, cents] of REPAIR_PARTS)
      yield apple('Repair part', `${part}, ${model}`, cents, part === 'Logic Board');
}

function* goods(): Generator<Product> {
  for (let pack = 1; ; pack++)
    for (const colour of GOODS_COLOURS)
      for (const brand of BRANDS)
        for (const [good, cents] of GOODS) {
          const description = `${brand} ${good}, ${colour}${pack > 1 ? `, Pack of ${pack}` : ''}`;
          yield {
            category: 'Accessory',
            manufacturer: brand,
            description,
            cents: cents * pack,
            serialized: false,
          };
        }
}

function apple(category: Category, description: string, cents: number, serialized: boolean): Product {
  return { category, manufacturer: 'Apple', description, cents, serialized };
}

/** What the reseller charges beside goods: part code, description, price in cents. */
export const SERVICES: readonly (readonly [code: string, description: string, cents: number])[] = [
  ['SHOPIFY-SHIPPING', 'Shopify Shipping', 995],
  ['SHOPIFY-DISCOUNT', 'Shopify Discount', 0],
  ['LABOR-BENCH', 'Bench Labor, per Hour', 9_500],
  ['DIAG-FEE', 'Diagnostic Fee', 6_500],
  ['DATA-XFER', 'Data Transfer', 7_900],
  ['SETUP-MDM', 'Device Set-up and MDM Enrollment, per Unit', 1_800],
];
