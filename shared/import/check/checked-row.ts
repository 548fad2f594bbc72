import type { PimsFields, PimsTable } from '../../pims/fields.ts';

/** What can be the matter with a row. The screen shows and filters by these, worst first. */
export const problemKinds = [
  'quotes',
  'ragged',
  'no-content',
  'no-part',
  'no-quantity',
  'not-a-number',
  'not-positive',
  'misread',
  'too-long',
  'no-group-key',
  'not-a-field',
  'unknown-part',
  'unknown-customer',
  'excel-damage',
  'duplicate-part',
  'short-stock',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** A value that would mend a problem, to be taken by the person or not. */
export interface Proposal {
  readonly value: string;
  readonly message: string;
}

export interface RowProblem {
  readonly kind: ProblemKind;
  /** The field that it is about; null for the row as a whole. */
  readonly table: PimsTable;
  readonly field: string | null;
  /** Keeps the row from being imported; anything else is a warning. */
  readonly isError: boolean;
  readonly message: string;
  readonly proposals: readonly Proposal[];
}

/** Whether PIMS knows a code: `none` where the row has no such code. */
export type Knowledge = 'known' | 'unknown' | 'not-checked' | 'none';

/** A row of the file, as it would be sent, with all that is the matter with it. Plain data. */
export interface CheckedRow {
  /** Its place among the rows of the table; stays the same through all edits. */
  readonly id: number;
  readonly line: number;
  readonly cells: readonly string[];
  /** The line fields. */
  readonly fields: PimsFields;
  /** The order fields; those of the first row of an order count. */
  readonly order: PimsFields;
  /** Which order it belongs to: the cells of the grouping columns; null when one of them is blank. */
  readonly groupKey: string | null;
  readonly problems: readonly RowProblem[];
  readonly part: Knowledge;
  readonly customer: Knowledge;
  readonly isLeftOut: boolean;
}

/** A value that a person put into a row. */
export interface RowEdit {
  readonly id: number;
  readonly table: PimsTable;
  readonly field: string;
  readonly value: string;
}

/** True if the row would be imported as it is. */
export function isReady({ problems, isLeftOut }: Pick<CheckedRow, 'problems' | 'isLeftOut'>): boolean {
  return !isLeftOut && !problems.some(({ isError }) => isError);
}
