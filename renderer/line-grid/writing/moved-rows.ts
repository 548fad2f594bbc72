import type { GridRow } from '../model/grid-model.ts';

/** Where rows come to stand that stood together. */
export interface MovedRows {
  /** Behind this row; null for the beginning. */
  readonly after: string | null;
  /** By how many rows they have gone down. */
  readonly by: number;
}

/**
 * Where the rows from `first` to `last` come to stand when they go into a gap between rows; gap 0 is before the first row, gap 1
 * behind it. Undefined for a gap that does not exist, and for those at the rows themselves, where they are already.
 */
export function moveIntoGap(
  rows: readonly GridRow[],
  first: number,
  last: number,
  gap: number,
): MovedRows | undefined {
  if (gap < 0 || gap > rows.length || (gap >= first && gap <= last + 1)) return undefined;
  return { after: rows[gap - 1]?.id ?? null, by: gap < first ? gap - first : gap - last - 1 };
}

/** The gap that is meant when rows go up or down by one place. */
export function nextGap(first: number, last: number, by: -1 | 1): number {
  return by === 1 ? last + 2 : first - 1;
}
