import type { ColumnKind } from '../../shared/orders/compare-values.ts';
import { fieldLabel } from '../../shared/orders/field-labels.ts';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';

/** A column as its width is chosen: how wide it is at least, and how wide it would be to show all that it holds. */
export interface ColumnNeed {
  readonly field: string;
  readonly base: number;
  readonly needed: number;
}

/** So many times its width a column takes of room that no column needs: more would tear a row apart. */
const MOST_STRETCH = 1.8;

/** Columns narrower than this hold a sign or a figure; wider they say no more. */
const NARROW = 100;

/** px that a character takes at most in the grid's font, and the padding of a cell. */
const CHARACTER = 7.6;
const PADDING = 24;
const MOST_NEEDED = 480;
const SORT_MARK = 14;

const widths: Readonly<Record<string, number>> = {
  ORDER_NUMBER: 120,
  REFERENCE_NUMBER: 150,
  CUSTOMER_CODE: 140,
  ORDER_TYPE: 120,
  ORDER_STATUS: 100,
  Lock: 58,
  Seen: 118,
  LINE_NUMBER: 64,
  PART_CODE: 170,
  DESCRIPTION: 300,
};

/** True for columns of quantities and amounts, which stand at the right; numbers that are names, such as an order's, do not. */
export function isFigure(field: string): boolean {
  return /QUANTITY|QTY|SHIPPED|PRICE|TOTAL|^TAX|DISCOUNT|AMOUNT|COST/.test(field);
}

/** What a column needs, by what it holds. */
export function columnNeed(field: string, kind: ColumnKind, values: readonly string[]): ColumnNeed {
  const longest = values.reduce((most, value) => Math.max(most, value.length), 0);
  const needed = Math.min(MOST_NEEDED, Math.ceil(longest * CHARACTER + PADDING));
  const heading = Math.ceil(fieldLabel(field).length * CHARACTER + SORT_MARK + PADDING);
  const usual = isFigure(field) ? 96 : kind === 'text' ? Math.min(190, needed) : 104;
  const base = widths[field] ?? Math.max(heading, usual);
  return { field, base, needed: base < NARROW ? base : needed };
}

/**
 * Shares the width of the grid among its columns, in whole px. What they need beyond their least width comes first, then
 * all but narrow ones grow alike. Narrower than its least width no column becomes: the grid scrolls then.
 */
export function shareWidth(needs: readonly ColumnNeed[], available: number): ColumnWidths {
  const least = sum(needs.map(({ base }) => base));
  const wanted = needs.map(({ base, needed }) => Math.max(0, needed - base));
  const granted = Math.max(0, Math.min(1, (available - least) / Math.max(1, sum(wanted))));
  const served = needs.map(({ base }, index) => base + (wanted[index] ?? 0) * granted);
  const rest = Math.max(0, available - sum(served));
  const growing = served.map((width, index) => ((needs[index]?.base ?? 0) < NARROW ? 0 : width));
  const stretch = Math.min(MOST_STRETCH - 1, rest / Math.max(1, sum(growing)));
  return Object.fromEntries(
    needs.map(({ field }, index) => [
      field,
      Math.floor((served[index] ?? 0) + (growing[index] ?? 0) * stretch),
    ]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
