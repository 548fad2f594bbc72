import Big from 'big.js';
import { readQuantity } from '../../../shared/drafts/quantity.ts';
import { isBlankLine } from '../../../shared/drafts/validate-draft.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { visitChanged } from './changed-rows.ts';

/** What lines add up to. Sums are exact decimals, as text. */
export interface LineSums {
  /** Blank lines are not sent, and not counted. */
  readonly lines: number;
  readonly units: string;
  /** Null while no line has an amount. */
  readonly total: string | null;
  /** Lines that have an amount. */
  readonly priced: number;
  /** The fields that at least one line has. */
  readonly fields: readonly string[];
}

interface Summed {
  readonly fields: PimsFields;
}

/**
 * Adds up lines, and keeps the sums up to date by what changed: a line that is the same object as before is not looked at again,
 * so an edit costs the same in 10 lines and in 100,000.
 */
export class LineTally {
  #rows: readonly Summed[] = [];
  #lines = 0;
  #priced = 0;
  #units = new Big(0);
  #total = new Big(0);
  readonly #uses = new Map<string, number>();
  #sums: LineSums = { lines: 0, units: '0', total: null, priced: 0, fields: [] };

  /** The sums of these lines. */
  update(rows: readonly Summed[]): LineSums {
    if (rows === this.#rows) return this.#sums;
    visitChanged(this.#rows, rows, ({ fields }, by) => this.#count(fields, by));
    this.#rows = rows;
    this.#sums = this.#read();
    return this.#sums;
  }

  #count(fields: PimsFields, by: 1 | -1): void {
    for (const field of Object.keys(fields)) this.#uses.set(field, (this.#uses.get(field) ?? 0) + by);
    if (isBlankLine(fields)) return;
    this.#lines += by;
    const quantity = readQuantity(fields.QUANTITY ?? '');
    if (quantity.ok) this.#units = this.#units.plus(new Big(quantity.value).times(by));
    const amount = amountOf(fields);
    if (amount === null) return;
    this.#priced += by;
    this.#total = this.#total.plus(amount.times(by));
  }

  #read(): LineSums {
    const used = [...this.#uses].filter(([, uses]) => uses > 0).map(([field]) => field);
    const before = this.#sums.fields;
    const isSame = used.length === before.length && used.every((field, at) => field === before[at]);
    return {
      lines: this.#lines,
      units: this.#units.toFixed(),
      total: this.#priced === 0 ? null : this.#total.toFixed(Math.max(2, decimals(this.#total))),
      priced: this.#priced,
      // The same list as before keeps its identity: columns are made of it.
      fields: isSame ? before : used,
    };
  }
}

const AMOUNT = /^-?\d{1,15}(\.\d{1,8})?$/;

/**
 * What a line costs: the amount that it has, else quantity times price. A line with a discount has none until PIMS has reckoned
 * it: how PIMS takes it off is not ours to guess.
 */
function amountOf(fields: PimsFields): Big | null {
  const extended = readAmount(fields.EXTENDED_PRICE);
  if (extended !== null) return extended;
  const quantity = readQuantity(fields.QUANTITY ?? '');
  const price = readAmount(fields.UNIT_PRICE);
  if (!quantity.ok || price === null || (fields.DISCOUNT ?? '').trim() !== '') return null;
  return price.times(quantity.value);
}

function readAmount(text = ''): Big | null {
  const plain = text.trim();
  return AMOUNT.test(plain) ? new Big(plain) : null;
}

function decimals(value: Big): number {
  return (value.toFixed().split('.')[1] ?? '').length;
}

/** What stands below the lines: “3 lines, 8 units, 24.50 in all”. */
export function sumWords({ lines, units, total, priced }: LineSums): string {
  const counted = `${lines} ${lines === 1 ? 'line' : 'lines'}, ${units} ${units === '1' ? 'unit' : 'units'}`;
  if (total === null) return counted;
  return priced === lines ? `${counted}, ${total} in all` : `${counted}, ${total} for ${priced} of them`;
}
