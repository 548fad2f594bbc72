import { useMemo, useState } from 'react';
import type { GridRow } from './grid-model.ts';
import { isPlain, keptView, type ViewChoice, viewedRows } from './row-view.ts';

interface Kept {
  readonly choice: ViewChoice;
  readonly rows: readonly GridRow[];
  readonly viewed: readonly GridRow[];
}

/** The rows as they are looked at. Sorting and filtering are done when they are chosen, not again with every edit. */
export function useRowView(rows: readonly GridRow[], choice: ViewChoice): readonly GridRow[] {
  const [kept, setKept] = useState<Kept>(() => ({ choice, rows, viewed: viewedRows(rows, choice) }));
  if (kept.choice === choice && kept.rows === rows) return kept.viewed;
  const next: Kept = { choice, rows, viewed: nextView(kept, rows, choice) };
  // While rendering, so that no row is ever drawn at a place that it has left.
  setKept(next);
  return next.viewed;
}

function nextView(kept: Kept, rows: readonly GridRow[], choice: ViewChoice): readonly GridRow[] {
  if (isPlain(choice)) return rows;
  if (kept.choice !== choice) return viewedRows(rows, choice);
  return keptView(kept.viewed, kept.rows, rows);
}

/** The place of a seen row in the order of all rows. */
export function useOrderIndex(
  rows: readonly GridRow[],
  viewed: readonly GridRow[],
): (index: number) => number {
  return useMemo(() => {
    if (rows === viewed) return (index) => index;
    const places = new Map(rows.map(({ id }, index) => [id, index]));
    return (index) => {
      const row = viewed[index];
      return row === undefined ? rows.length : (places.get(row.id) ?? rows.length);
    };
  }, [rows, viewed]);
}
