import type { PimsFields } from '../../pims/fields.ts';
import type { ImportMapping } from '../columns/import-mapping.ts';

const BETWEEN = '\u001f';

/** The key of the order that a row belongs to, by its cells and the fields of its order. */
export type GroupKeyReader = (cells: readonly string[], order: PimsFields) => string | null;

/**
 * Reads the key of each row: its cells in the grouping columns, as they are read and edited where a field of the order takes
 * the column. Null when one of them is blank; `''` when the file is not grouped.
 */
export function groupKeyReader({ fields, groupBy }: ImportMapping): GroupKeyReader {
  const places = groupBy.map((column) => {
    const mapped = fields.find(
      ({ table, source }) =>
        table === 'ORDERS' &&
        source.kind === 'columns' &&
        source.columns.length === 1 &&
        source.columns[0] === column,
    );
    return { column, field: mapped?.field ?? null };
  });
  return (cells, order) => {
    let key = '';
    for (const [index, { column, field }] of places.entries()) {
      const part = ((field === null ? cells[column] : order[field]) ?? '').trim();
      if (part === '') return null;
      key = index === 0 ? part : key + BETWEEN + part;
    }
    return key;
  };
}

/** The key as the person reads it. */
export function groupName(key: string): string {
  return key.split(BETWEEN).join(' · ');
}
