import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { ColumnLayout } from '../../line-grid/columns/column-layout.ts';
import type { GridColumn } from '../../line-grid/model/grid-model.ts';

/** Shown where the connection's lines have them, in this order, behind what every line has. */
const soughtFields: readonly RegExp[] = [
  /^NUMBER_SHIPPED$/,
  /^(QTY_|QUANTITY_)?(ON_HAND|AVAILABLE|IN_STOCK|STOCK)(_QTY|_QUANTITY)?$/,
  /^(QTY_|QUANTITY_|NUMBER_)?BACK_?ORDER(ED)?(_QTY|_QUANTITY)?$/,
  /^(UNIT_|SALES?_)?PRICE$/,
  /^EXT(ENDED)?_PRICE$/,
];

/**
 * The columns of a table of lines: `first`, then those that people look for where the connection has them, then whatever else
 * the lines hold, so that nothing is sent unseen, then what the person added.
 */
export function lineColumns(
  first: readonly string[],
  known: readonly string[],
  used: readonly string[],
  { order }: ColumnLayout,
  left: readonly string[],
): GridColumn[] {
  const sought = soughtFields.flatMap((pattern) => known.find((field) => pattern.test(field)) ?? []);
  const fields = new Set([...first, ...sought.filter((field) => !left.includes(field)), ...used, ...order]);
  for (const field of left) if (!used.includes(field)) fields.delete(field);
  return [...fields].map((field) => ({
    id: field,
    label: fieldLabel(field),
    isFigure: isFigure(field),
    width: widths[field] ?? (isFigure(field) ? 90 : 130),
  }));
}

/** Columns of quantities and amounts; numbers that are names, such as an order's, are none. */
function isFigure(field: string): boolean {
  return /QUANTITY|QTY|SHIPPED|PRICE|TOTAL|^TAX|DISCOUNT|AMOUNT|COST|BACK_?ORDER|STOCK|ON_HAND|AVAILABLE/.test(
    field,
  );
}

/** So that those and two prices stand beside the header of an order in a window of 1,280 px; text takes what is left. */
const widths: Readonly<Record<string, number>> = { PART_CODE: 104, DESCRIPTION: 150, QUANTITY: 86 };
