import { isReady, type ProblemKind, problemKinds } from '../../../shared/import/check/checked-row.ts';
import type { CheckCounts } from '../../../shared/import/check/import-check.ts';
import type { RowState } from '../../line-grid/line-grid-props.ts';
import type { ShownRow } from '../session/import-snapshot.ts';

/** What is the matter with rows, in a few words, as it stands beside their number. */
export const problemNames: Readonly<Record<ProblemKind, string>> = {
  quotes: 'Quotes that don’t match',
  ragged: 'More or fewer cells than headings',
  'no-content': 'Neither part nor description',
  'no-part': 'No part code',
  'no-quantity': 'No quantity',
  'not-a-number': 'Quantity is no number',
  'not-positive': 'Quantity of zero or less',
  misread: 'Not readable as its column is read',
  'too-long': 'Too long',
  'no-group-key': 'Belongs to no order',
  'not-a-field': 'Not a field of PIMS',
  'unknown-part': 'Part that PIMS does not have',
  'unknown-customer': 'Customer that PIMS does not have',
  'excel-damage': 'Looks changed by a spreadsheet',
  'duplicate-part': 'Part twice in one order',
  'short-stock': 'More than is available',
};

/** Rows that have a problem in common. */
export interface ProblemGroup {
  readonly kind: ProblemKind;
  readonly isError: boolean;
  readonly ids: readonly number[];
  /** How many of them have exactly one proposal. */
  readonly proposals: number;
}

/** The problems of rows that are not left out, errors first, each with the rows that have it. */
export function problemGroups(rows: readonly ShownRow[]): ProblemGroup[] {
  const groups = new Map<ProblemKind, { isError: boolean; ids: number[]; proposals: number }>();
  for (const row of rows) {
    if (row.isLeftOut || row.problems.length === 0) continue;
    for (const { kind, isError, proposals } of row.problems) {
      const group = groups.get(kind) ?? { isError: false, ids: [], proposals: 0 };
      groups.set(kind, group);
      group.isError ||= isError;
      if (group.ids.at(-1) !== row.id) group.ids.push(row.id);
      if (proposals.length === 1) group.proposals += 1;
    }
  }
  return problemKinds
    .flatMap((kind): ProblemGroup[] => {
      const group = groups.get(kind);
      return group === undefined ? [] : [{ kind, ...group }];
    })
    .toSorted((one, other) => Number(other.isError) - Number(one.isError));
}

/** “4,960 ready (12 with a remark), 37 with problems, 3 left out” */
export function countWords({ ready, warned, bad, leftOut }: CheckCounts): string {
  return [
    `${figure(ready)} ready${warned === 0 ? '' : ` (${figure(warned)} with a remark)`}`,
    bad === 0 ? '' : `${figure(bad)} with problems`,
    leftOut === 0 ? '' : `${figure(leftOut)} left out`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A row's state, for the last column of the grid. */
export function rowState(row: ShownRow): RowState {
  if (row.isLeftOut) return { words: 'Left out', tone: 'calm' };
  if (!isReady(row)) return { words: 'Problem', tone: 'bad' };
  if (row.problems.length > 0) return { words: 'Remark', tone: 'warn' };
  const isOpen = row.part === 'not-checked' || row.customer === 'not-checked';
  return isOpen ? { words: 'Not checked', tone: 'calm' } : { words: 'Ready', tone: 'good' };
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
