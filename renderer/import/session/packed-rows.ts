import type { CheckedRow, RowProblem } from '../../../shared/import/check/checked-row.ts';
import type { ShownRow } from './import-snapshot.ts';

/** What rows one after the other mostly have in common. */
interface CommonParts extends Pick<ShownRow, 'order' | 'groupKey' | 'part' | 'customer' | 'isLeftOut'> {
  /** The names of the fields of their lines. */
  readonly names: readonly string[];
}

/** Rows as they are handed over to the page: what they have in common is said once for rows one after the other. */
export interface PackedRows {
  /** The id of the first; the others follow it. */
  readonly from: number;
  readonly lines: readonly number[];
  /** The values of all lines, one after the other. */
  readonly values: readonly string[];
  /** Each for so many rows. */
  readonly runs: readonly { readonly common: CommonParts; readonly count: number }[];
  /** Of those that have some. */
  readonly problems: ReadonlyMap<number, readonly RowProblem[]>;
}

const NO_PROBLEMS: readonly RowProblem[] = [];

/** Packs rows whose ids follow one another from `from`. */
export function packRows(rows: readonly CheckedRow[], from: number): PackedRows {
  const lines: number[] = [];
  const values: string[] = [];
  const runs: { readonly common: CommonParts; count: number }[] = [];
  const problems = new Map<number, readonly RowProblem[]>();
  for (const row of rows) {
    lines.push(row.line);
    if (row.problems.length > 0) problems.set(row.id, row.problems);
    const run = runs.at(-1);
    if (run !== undefined && isLike(row, run.common)) run.count += 1;
    else {
      const { order, groupKey, part, customer, isLeftOut, fields } = row;
      const names = Object.keys(fields);
      runs.push({ common: { order, groupKey, part, customer, isLeftOut, names }, count: 1 });
    }
    for (const name in row.fields) values.push(row.fields[name] ?? '');
  }
  return { from, lines, values, runs, problems };
}

/** The rows as they were packed. */
export function unpackRows({ from, lines, values, runs, problems }: PackedRows): ShownRow[] {
  const rows: ShownRow[] = [];
  let value = 0;
  for (const { common, count } of runs) {
    const { order, groupKey, part, customer, isLeftOut, names } = common;
    for (const end = rows.length + count; rows.length < end; ) {
      const fields: Record<string, string> = {};
      for (const name of names) {
        fields[name] = values[value] ?? '';
        value += 1;
      }
      const id = from + rows.length;
      const line = lines[rows.length] ?? 0;
      const own = problems.get(id) ?? NO_PROBLEMS;
      rows.push({ id, line, fields, order, groupKey, problems: own, part, customer, isLeftOut });
    }
  }
  return rows;
}

/** Orders are compared as objects, for the rows of one share it. */
function isLike(row: CheckedRow, common: CommonParts): boolean {
  if (
    row.order !== common.order ||
    row.groupKey !== common.groupKey ||
    row.part !== common.part ||
    row.customer !== common.customer ||
    row.isLeftOut !== common.isLeftOut
  ) {
    return false;
  }
  let place = 0;
  for (const name in row.fields) {
    if (name !== common.names[place]) return false;
    place += 1;
  }
  return place === common.names.length;
}
