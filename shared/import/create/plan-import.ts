import Big from 'big.js';
import { readQuantity } from '../../drafts/quantity.ts';
import { partKey } from '../../parts/part.ts';
import type { PimsFields } from '../../pims/fields.ts';
import { monthlyCost, type PriceList } from '../../usage/pricing.ts';
import type { DuplicatePolicy } from '../check/check-row.ts';
import { type CheckedRow, isReady } from '../check/checked-row.ts';
import { type Disagreement, groupRows } from '../check/group-rows.ts';
import type { ImportTarget, RowCounts } from '../import-record.ts';

/** A draft that the import makes; for an open draft its lines alone. */
export interface PlannedDraft {
  /** What the rows of it have in common; empty when the file is one order. */
  readonly name: string;
  readonly header: PimsFields;
  readonly lines: readonly PimsFields[];
  /** The rows of the file in it, of which merged ones share a line. */
  readonly rowIds: readonly number[];
  /** Order fields of which its rows say different things. */
  readonly disagreements: readonly Disagreement[];
  /** Lines of the file on which its rows come back after another order's. */
  readonly returnLines: readonly number[];
}

/** What an import will do, down to the requests that sending it will make. */
export interface ImportPlan {
  readonly drafts: readonly PlannedDraft[];
  readonly lines: number;
  readonly rows: RowCounts;
  /** One for each new order and each line. Reading orders back to verify them comes on top, as with any order. */
  readonly requests: number;
  /** What they add to the month’s bill, in dollars and cents. */
  readonly cost: string;
}

export interface PlanOptions {
  readonly target: ImportTarget['kind'];
  readonly duplicates: DuplicatePolicy;
  /** Rows that were recognised as totals (`FileTable.totals`). */
  readonly totals: number;
  /** Requests of this month so far. */
  readonly requestsThisMonth: number;
  readonly prices: PriceList;
}

/** Plans the import of the rows that are in order. */
export function planImport(rows: readonly CheckedRow[], options: PlanOptions): ImportPlan {
  const { target, duplicates, totals, requestsThisMonth, prices } = options;
  const ready = rows.filter(isReady);
  const groups = target === 'new-drafts' ? groupRows(ready) : asOneGroup(ready);
  const drafts = groups.map(({ name, header, disagreements, returnLines, rows: members }): PlannedDraft => {
    const lines = members.map(({ fields }) => fields);
    return {
      name,
      header,
      disagreements,
      returnLines,
      rowIds: members.map(({ id }) => id),
      lines: duplicates === 'merge' ? mergeLines(lines) : lines,
    };
  });
  const lines = drafts.reduce((sum, draft) => sum + draft.lines.length, 0);
  const leftOut = rows.filter(({ isLeftOut }) => isLeftOut).length;
  const requests = lines + (target === 'new-drafts' ? drafts.length : 0);
  return {
    drafts,
    lines,
    rows: {
      read: rows.length + totals,
      created: ready.length,
      rejected: rows.length - ready.length - leftOut,
      leftOut: leftOut + totals,
    },
    requests,
    cost: new Big(monthlyCost(requestsThisMonth + requests, prices))
      .minus(monthlyCost(requestsThisMonth, prices))
      .toFixed(2),
  };
}

function asOneGroup(rows: readonly CheckedRow[]) {
  return rows.length === 0 ? [] : [{ name: '', header: {}, disagreements: [], returnLines: [], rows }];
}

/**
 * Makes one line of those with the same part, their quantities added exactly. Lines that differ in anything else stay
 * apart, for nobody can tell which text is the right one.
 */
export function mergeLines(lines: readonly PimsFields[]): PimsFields[] {
  const merged: PimsFields[] = [];
  const places = new Map<string, number>();
  for (const line of lines) {
    const key = mergeKey(line);
    const place = key === null ? undefined : places.get(key);
    const before = place === undefined ? undefined : merged[place];
    const sum = before === undefined ? null : sumOf(before.QUANTITY ?? '', line.QUANTITY ?? '');
    if (before !== undefined && place !== undefined && sum !== null) {
      merged[place] = { ...before, QUANTITY: sum };
      continue;
    }
    if (key !== null) places.set(key, merged.length);
    merged.push(line);
  }
  return merged;
}

/** The same for lines that say the same but for their quantity; null without a part. */
function mergeKey({ PART_CODE: code = '', QUANTITY: _, ...others }: PimsFields): string | null {
  const key = partKey(code);
  if (key === '') return null;
  const rest = Object.entries(others).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([key, rest]);
}

/** Null when one of them is no quantity, or the sum is too long to be one. */
function sumOf(one: string, other: string): string | null {
  const first = readQuantity(one);
  const second = readQuantity(other);
  if (!first.ok || !second.ok) return null;
  const sum = readQuantity(new Big(first.value).plus(second.value).toFixed());
  return sum.ok ? sum.value : null;
}
