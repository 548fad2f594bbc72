import type { ShownRow } from '../../../renderer/import/session/import-snapshot.ts';
import type { ProblemKind, Proposal, RowProblem } from '../../../shared/import/check/checked-row.ts';

/** A problem of a row; one of the quantity unless said otherwise. */
export function problem(kind: ProblemKind, isError: boolean, change: Partial<RowProblem> = {}): RowProblem {
  const proposals: Proposal[] = [];
  return {
    kind,
    table: 'ORDER_LINEITEMS',
    field: 'QUANTITY',
    isError,
    message: `${kind}!`,
    proposals,
    ...change,
  };
}

/** A checked row in which nothing is wrong, unless said otherwise. */
export function aRow(id: number, change: Partial<ShownRow> = {}): ShownRow {
  return {
    id,
    line: id + 2,
    fields: { PART_CODE: 'A-1', QUANTITY: '1' },
    order: {},
    groupKey: '',
    problems: [],
    part: 'known',
    customer: 'none',
    isLeftOut: false,
    ...change,
  };
}
