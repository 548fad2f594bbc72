import type { PimsFields } from '../../pims/fields.ts';
import type { ImportField } from '../fields/import-fields.ts';
import { csvText } from './csv-text.ts';

/** Excel takes a CSV for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** The columns that every file of lines begins with. */
const FIRST_COLUMNS: readonly string[] = ['PART_CODE', 'QUANTITY', 'DESCRIPTION'];

/** Lines of a draft or an order as a CSV file that imports again without mapping. */
export function linesCsv(lines: readonly PimsFields[]): string {
  const columns = new Set(FIRST_COLUMNS);
  for (const line of lines) for (const field in line) columns.add(field);
  const rows = lines.map((line) => Array.from(columns, (column) => line[column] ?? ''));
  return BYTE_ORDER_MARK + csvText([[...columns], ...rows]);
}

/**
 * An empty file with the headings that a connection takes: the fields of its lines, and behind them those of its orders
 * when one file is to make many.
 */
export function templateCsv(fields: readonly ImportField[], forOrders: boolean): string {
  const lineFields = fields.filter(({ table }) => table === 'ORDER_LINEITEMS').map(({ field }) => field);
  const orderFields = fields.filter(({ table }) => table === 'ORDERS').map(({ field }) => field);
  const columns = new Set([...FIRST_COLUMNS, ...lineFields, ...(forOrders ? orderFields : [])]);
  return BYTE_ORDER_MARK + csvText([[...columns]]);
}
