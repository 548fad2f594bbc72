import { columnKind, compareValues } from '../../../shared/orders/compare-values.ts';
import type { GridRow } from './grid-model.ts';

/** How the rows are looked at. It never changes the order that they have. */
export interface ViewChoice {
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** Text that a column's cell has to hold, by column; upper and lower case alike. */
  readonly filters: Readonly<Record<string, string>>;
}

/** True when the rows are seen as they stand. */
export function isPlain({ sort, filters }: ViewChoice): boolean {
  return sort === null && Object.values(filters).every((text) => text.trim() === '');
}

/** The rows that pass the filters, sorted. Rows with an empty cell come last, whichever way the column is sorted. */
export function viewedRows(rows: readonly GridRow[], { sort, filters }: ViewChoice): readonly GridRow[] {
  const wanted = Object.entries(filters)
    .map(([column, text]) => [column, text.trim().toLowerCase()] as const)
    .filter(([, text]) => text !== '');
  const found =
    wanted.length === 0
      ? rows
      : rows.filter(({ fields }) =>
          wanted.every(([column, text]) => (fields[column] ?? '').toLowerCase().includes(text)),
        );
  if (sort === null) return found;
  const { column, descending } = sort;
  const cellOf = (row: GridRow) => row.fields[column] ?? '';
  const kind = columnKind(found.map(cellOf));
  const isBlank = (row: GridRow) => cellOf(row).trim() === '';
  const filled = found.filter((row) => !isBlank(row));
  // Sorting keeps equal ones in the order that they have, both ways.
  filled.sort((a, b) => compareValues(kind, cellOf(a), cellOf(b)) * (descending ? -1 : 1));
  return [...filled, ...found.filter(isBlank)];
}

/**
 * The view after the rows have changed: what was seen keeps its place, so that nothing jumps away under the hands of a
 * person who corrects it. New rows come behind those that they stand behind, new ones at the end of all rows at the end of the
 * view; what was filtered out stays out.
 */
export function keptView(
  viewed: readonly GridRow[],
  before: readonly GridRow[],
  rows: readonly GridRow[],
): readonly GridRow[] {
  const known = new Set(before.map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set(viewed.map(({ id }) => id));
  const behind = new Map<string | null, GridRow[]>();
  let last: string | null = null;
  for (const row of rows) {
    if (seen.has(row.id)) last = row.id;
    else if (!known.has(row.id)) {
      const group = behind.get(last);
      if (group === undefined) behind.set(last, [row]);
      else group.push(row);
    }
  }
  const atEnd = (last === null ? undefined : behind.get(last)) ?? [];
  if (last !== null) behind.delete(last);
  const kept = viewed.flatMap(({ id }) => {
    const row = byId.get(id);
    return [...(row === undefined ? [] : [row]), ...(behind.get(id) ?? [])];
  });
  return [...(behind.get(null) ?? []), ...kept, ...atEnd];
}

/** By how many rows the one at `index` has gone down; 0 when it is gone, and for the empty row at the end. */
export function rowsShifted(before: readonly GridRow[], now: readonly GridRow[], index: number): number {
  const id = before[index]?.id;
  if (before === now || id === undefined || now[index]?.id === id) return 0;
  const at = now.findIndex((row) => row.id === id);
  return at < 0 ? 0 : at - index;
}
