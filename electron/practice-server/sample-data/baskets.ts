import { column, type Fields } from '../records.ts';
import { type Dice, LETTERS_AND_DIGITS } from './dice.ts';
import type { CustomerKind } from './names.ts';
import type { SamplePart } from './parts.ts';

/** A part that is wanted, how many, and how many of them have left the house. */
export interface WantedLine {
  part: SamplePart;
  quantity: number;
  shipped: number;
  discountPercent: number;
  /** The unit price in cents; a Shopify discount is below zero. */
  cents: number;
}

/** The parts by what they are, so that a basket can be filled without searching. */
export class Shelf {
  readonly #byCategory = new Map<SamplePart['category'], SamplePart[]>();
  readonly #byCode = new Map<string, SamplePart>();

  constructor(parts: readonly SamplePart[]) {
    for (const part of parts) {
      const same = this.#byCategory.get(part.category) ?? [];
      same.push(part);
      this.#byCategory.set(part.category, same);
      this.#byCode.set(column(part.fields, 'PART_CODE'), part);
    }
  }

  /** One part of a category. */
  draw(dice: Dice, category: SamplePart['category']): SamplePart {
    return dice.pick(this.#byCategory.get(category) ?? []);
  }

  /** The part of a code that the sample data always has; throws otherwise. */
  get(code: string): SamplePart {
    const part = this.#byCode.get(code);
    if (!part) throw new Error(`The sample parts have no ${code}.`);
    return part;
  }
}

/** What a customer of a kind orders in one go; nothing of it shipped yet. */
export function fillBasket(dice: Dice, shelf: Shelf, kind: CustomerKind): WantedLine[] {
  switch (kind) {
    case 'school':
      return schoolBasket(dice, shelf);
    case 'repair shop':
      return some(dice, dice.chance(0.1) ? dice.int(12, 30) : dice.int(1, 5), () =>
        want(shelf.draw(dice, dice.chance(0.75) ? 'Repair part' : 'Accessory'), dice.int(1, 6)),
      );
    case 'firm':
      return firmBasket(dice, shelf);
    case 'person':
      return personBasket(dice, shelf);
  }
}

function schoolBasket(dice: Dice, shelf: Shelf): WantedLine[] {
  const pupils = dice.int(2, 8) * 5;
  const lines = [want(shelf.draw(dice, 'Hardware'), pupils, dice.chance(0.3) ? 5 : 0)];
  if (dice.chance(0.5)) lines.push(want(shelf.draw(dice, 'AppleCare'), pupils));
  if (dice.chance(0.6)) lines.push(want(shelf.draw(dice, 'Accessory'), pupils));
  if (dice.chance(0.3)) lines.push(want(shelf.get('SETUP-MDM'), pupils));
  return lines;
}

function firmBasket(dice: Dice, shelf: Shelf): WantedLine[] {
  const lines = some(dice, dice.int(1, 3), () => want(shelf.draw(dice, 'Hardware'), dice.int(1, 5)));
  lines.push(...some(dice, dice.int(0, 3), () => want(shelf.draw(dice, 'Accessory'), dice.int(1, 6))));
  if (dice.chance(0.3)) lines.push(want(shelf.draw(dice, 'AppleCare'), dice.int(1, 3)));
  if (dice.chance(0.15)) lines.push(want(shelf.get('DATA-XFER'), 1));
  return lines;
}

function personBasket(dice: Dice, shelf: Shelf): WantedLine[] {
  if (dice.chance(0.15))
    return [want(shelf.get('DIAG-FEE'), 1), want(shelf.get('LABOR-BENCH'), dice.int(1, 2))];
  const lines = [want(shelf.draw(dice, dice.chance(0.6) ? 'Hardware' : 'Accessory'), 1)];
  if (dice.chance(0.35)) lines.push(want(shelf.draw(dice, 'AppleCare'), 1));
  lines.push(...some(dice, dice.int(0, 2), () => want(shelf.draw(dice, 'Accessory'), dice.int(1, 2))));
  return lines;
}

function some(dice: Dice, count: number, make: () => WantedLine): WantedLine[] {
  return Array.from({ length: count }, () =>
    dice.chance(0.05) ? { ...make(), discountPercent: 10 } : make(),
  );
}

/** A line of a basket with nothing shipped. */
export function want(part: SamplePart, quantity: number, discountPercent = 0): WantedLine {
  return { part, quantity, shipped: 0, discountPercent, cents: part.cents };
}

/**
 * The line as PIMS keeps it. The columns beyond the ones of the vendor's page (prices, discount,
 * serial numbers) bear names of ours.
 */
export function toLine(dice: Dice, wanted: WantedLine, lineNumber: number): Fields {
  const { part, quantity, shipped, discountPercent, cents } = wanted;
  const serials = part.serialized ? Array.from({ length: shipped }, () => serialNumber(dice)) : [];
  return {
    LINE_NUMBER: String(lineNumber),
    PART_CODE: column(part.fields, 'PART_CODE'),
    DESCRIPTION: column(part.fields, 'PART_DESCRIPTION'),
    QUANTITY: String(quantity),
    LINE_REF_LOCK_CODE: dice.text(LETTERS_AND_DIGITS, 9),
    NUMBER_SHIPPED: String(shipped),
    UNIT_PRICE: centsText(cents),
    DISCOUNT: String(discountPercent),
    NO_TAX: 'N',
    EXTENDED_PRICE: centsText(Math.round((quantity * cents * (100 - discountPercent)) / 100)),
    SERIAL_NUMBERS: serials.join(','),
  };
}

/** Whole cents as a decimal text with two places. */
export function centsText(cents: number): string {
  return (cents / 100).toFixed(2);
}

function serialNumber(dice: Dice): string {
  return dice.text('CDFGHJKLMNPQRTVWXY0123456789', 10);
}
