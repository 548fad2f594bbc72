import type { GridRow } from '../model/grid-model.ts';

/**
 * Where rows come to stand when they go up or down by one: behind which row, null for the beginning. Undefined when they
 * are at the end already, or when they do not stand together.
 */
export function placeMoved(
  rows: readonly GridRow[],
  first: number,
  last: number,
  by: -1 | 1,
): { readonly after: string | null } | undefined {
  if (by === 1) {
    const next = rows[last + 1];
    return next === undefined ? undefined : { after: next.id };
  }
  if (first === 0) return undefined;
  return { after: rows[first - 2]?.id ?? null };
}
