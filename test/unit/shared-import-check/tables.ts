import type { ImportMapping, MappedField } from '../../../shared/import/columns/import-mapping.ts';
import type { FileRow } from '../../../shared/import/file/file-reading.ts';
import type { Part } from '../../../shared/parts/part.ts';

/** A field that is read from a column as it stands. */
export function mapped(table: MappedField['table'], field: string, column: number): MappedField {
  return {
    table,
    field,
    source: { kind: 'columns', columns: [column], joiner: ' ' },
    cell: field === 'QUANTITY' ? { kind: 'number', reading: 'point' } : { kind: 'text', upperCase: false },
    trim: true,
    whenBlank: '',
  };
}

/** Part, quantity, purchase order and customer, in that order. */
export const mapping: ImportMapping = {
  fields: [
    mapped('ORDER_LINEITEMS', 'PART_CODE', 0),
    mapped('ORDER_LINEITEMS', 'QUANTITY', 1),
    mapped('ORDERS', 'PO_NUMBER', 2),
    mapped('ORDERS', 'CUSTOMER_CODE', 3),
  ],
  groupBy: [],
};

/** A table of these rows, the first one in line 2; blank cells are added on the right. */
export function tableOf(...rows: readonly (readonly string[])[]) {
  return {
    headings: ['SKU', 'Qty', 'PO', 'Customer'],
    rows: rows.map(
      (cells, index): FileRow => ({
        line: index + 2,
        cells: [0, 1, 2, 3].map((column) => cells[column] ?? ''),
      }),
    ),
  };
}

export function part(code: string, available: string | null = null): Part {
  return { code, description: null, barcode: null, onHand: null, available, readAt: '2026-05-15T08:00:00Z' };
}
