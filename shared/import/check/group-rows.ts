import type { PimsFields } from '../../pims/fields.ts';
import type { CheckedRow } from './checked-row.ts';
import { groupName } from './group-key.ts';

/** A field in which a later row of an order says something else than its first row, which counts. */
export interface Disagreement {
  readonly field: string;
  readonly first: string;
  /** How many rows disagree, and the first of them. */
  readonly count: number;
  readonly line: number;
  readonly value: string;
}

/** The rows of one order. */
export interface RowGroup {
  readonly key: string;
  /** As the person reads it; empty when the file is one order. */
  readonly name: string;
  readonly rows: readonly CheckedRow[];
  /** Of its first row. */
  readonly header: PimsFields;
  readonly disagreements: readonly Disagreement[];
  /** Lines on which its key comes back after another: they belong to it, and the person is told. */
  readonly returnLines: readonly number[];
}

/**
 * Puts rows of the same key together, over the whole file, in the order in which the keys come first. Rows without a key
 * are in no group. A blank cell in a later row is no disagreement: many programs write the order’s fields once.
 */
export function groupRows(rows: Iterable<CheckedRow>): RowGroup[] {
  const groups = new Map<string, { rows: CheckedRow[]; returnLines: number[] }>();
  let last: string | null = null;
  for (const row of rows) {
    if (row.groupKey === null) continue;
    const group = groups.get(row.groupKey);
    if (group === undefined) groups.set(row.groupKey, { rows: [row], returnLines: [] });
    else {
      group.rows.push(row);
      if (last !== row.groupKey) group.returnLines.push(row.line);
    }
    last = row.groupKey;
  }
  return [...groups].map(([key, group]) => {
    const header = group.rows[0]?.order ?? {};
    return {
      key,
      name: groupName(key),
      header,
      disagreements: disagreementsOf(header, group.rows),
      ...group,
    };
  });
}

function disagreementsOf(header: PimsFields, rows: readonly CheckedRow[]): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const { order, line } of rows) {
    for (const field in order) {
      const value = order[field] ?? '';
      const first = header[field] ?? '';
      if (value.trim() === '' || value === first) continue;
      const known = found.get(field);
      found.set(
        field,
        known === undefined ? { field, first, count: 1, line, value } : { ...known, count: known.count + 1 },
      );
    }
  }
  return [...found.values()];
}
