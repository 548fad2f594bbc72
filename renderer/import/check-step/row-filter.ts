import { isReady, type ProblemKind } from '../../../shared/import/check/checked-row.ts';
import type { RowCheck, ShownRow } from '../session/import-snapshot.ts';

/** Which of the rows are shown. */
export type RowFilter = 'all' | 'problems' | 'remarks' | 'left-out' | ProblemKind;

/** The rows that a filter lets through, in the order in which they are shown. */
export function filteredRows(
  { rows, order }: Pick<RowCheck, 'rows' | 'order'>,
  filter: RowFilter,
): ShownRow[] {
  const shown: ShownRow[] = [];
  for (const id of order) {
    const row = rows[id];
    if (row !== undefined && passes(row, filter)) shown.push(row);
  }
  return shown;
}

function passes(row: ShownRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'left-out':
      return row.isLeftOut;
    case 'problems':
      return !row.isLeftOut && !isReady(row);
    case 'remarks':
      return isReady(row) && row.problems.length > 0;
    default:
      return !row.isLeftOut && row.problems.some(({ kind }) => kind === filter);
  }
}
