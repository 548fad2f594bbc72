import { isReady } from '../../../shared/import/check/checked-row.ts';
import type { ShownRow } from './import-snapshot.ts';

/** The ids of rows in the order in which they are shown: errors first, then warnings, then the rest, then what is left out. */
export function problemsFirst(rows: readonly ShownRow[]): number[] {
  const groups: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const row of rows) groups[rankOf(row)].push(row.id);
  return groups.flat();
}

function rankOf(row: ShownRow): 0 | 1 | 2 | 3 {
  if (row.isLeftOut) return 3;
  if (!isReady(row)) return 0;
  return row.problems.length > 0 ? 1 : 2;
}
