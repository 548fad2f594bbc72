/**
 * One PIMS record: raw column name to value. PIMS sends every value as text, also numbers
 * ("5") and dates ("05/15/2026"); an empty column is an empty text.
 */
export type Fields = Record<string, string>;

/** An order as the practice server keeps it: its ORDERS columns and its lines, in line order. */
export interface OrderRecord {
  fields: Fields;
  lines: Fields[];
}

/** The value of a column, empty when the record does not have it. */
export function column(fields: Fields, name: string): string {
  return fields[name] ?? '';
}
