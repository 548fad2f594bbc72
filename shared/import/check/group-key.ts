import type { PimsFields } from '../../pims/fields.ts';
import type { ImportMapping } from '../columns/import-mapping.ts';

const BETWEEN = '\u001f';

/**
 * The key of the order that a row belongs to: its cells in the grouping columns, as they are read and edited where a field
 * of the order takes the column. Null when one of them is blank; `''` when the file is not grouped.
 */
export function groupKeyOf(
  { fields, groupBy }: ImportMapping,
  cells: readonly string[],
  order: PimsFields,
): string | null {
  if (groupBy.length === 0) return '';
  const parts = groupBy.map((column) => {
    const field = fields.find(
      ({ table, source }) =>
        table === 'ORDERS' &&
        source.kind === 'columns' &&
        source.columns.length === 1 &&
        source.columns[0] === column,
    );
    return (field === undefined ? (cells[column] ?? '') : (order[field.field] ?? '')).trim();
  });
  return parts.some((part) => part === '') ? null : parts.join(BETWEEN);
}

/** The key as the person reads it. */
export function groupName(key: string): string {
  return key.split(BETWEEN).join(' · ');
}
