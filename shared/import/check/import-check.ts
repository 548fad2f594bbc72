import Big from 'big.js';
import { readQuantity } from '../../drafts/quantity.ts';
import { partKey } from '../../parts/part.ts';
import type { PimsFields } from '../../pims/fields.ts';
import type { ImportMapping } from '../columns/import-mapping.ts';
import { mapRow } from '../columns/map-row.ts';
import type { FileTable } from '../file/read-table.ts';
import {
  checkRow,
  customerKey,
  type DuplicatePolicy,
  type PimsAnswers,
  type UncheckedRow,
} from './check-row.ts';
import { type CheckedRow, isReady, type ProblemKind, type RowEdit } from './checked-row.ts';
import { groupKeyOf } from './group-key.ts';
import { indexParts, type PartIndex } from './part-index.ts';
import { createSharedParts, keyOf } from './shared-parts.ts';

export interface CheckOptions {
  readonly duplicates?: DuplicatePolicy;
  readonly answers?: PimsAnswers;
  /** The parts that are known without asking, by which damaged codes are found again. */
  readonly partIndex?: PartIndex;
}

/** How many rows stand how. Every row is in exactly one of `ready`, `bad` and `leftOut`. */
export interface CheckCounts {
  readonly rows: number;
  readonly ready: number;
  /** Of the ready ones, those with a warning. */
  readonly warned: number;
  readonly bad: number;
  readonly leftOut: number;
  /** Rows whose part or customer was not asked for. */
  readonly notChecked: number;
}

/**
 * The rows of a file as they would be imported, checked. Lives where the table lives; each change answers the rows that it
 * changed, which are the edited ones and those that share their part, so that an edit costs the same in a file of ten rows
 * and of two hundred thousand.
 */
export interface ImportCheck {
  readonly rows: readonly CheckedRow[];
  counts(): CheckCounts;
  /** An empty value takes the field away. */
  edit(edits: readonly RowEdit[]): CheckedRow[];
  leaveOut(ids: readonly number[], isLeftOut: boolean): CheckedRow[];
  /** Takes rows as they are although they are ragged or their quotes don’t match, or takes that back. */
  accept(ids: readonly number[], kind: 'ragged' | 'quotes', isAccepted: boolean): CheckedRow[];
  /** Answers that came from PIMS; what is not among them stays as it was answered before. */
  answer(answers: PimsAnswers): CheckedRow[];
  setDuplicates(policy: DuplicatePolicy): CheckedRow[];
}

interface RowState {
  row: UncheckedRow;
  misread: readonly string[];
  accepted: ReadonlySet<ProblemKind>;
}

const NOTHING_ASKED: PimsAnswers = { parts: new Map(), customers: new Map() };
const NOTHING_ACCEPTED: ReadonlySet<ProblemKind> = new Set();
const NO_LINES: readonly number[] = [];
const NO_IDS: readonly number[] = [];
const LINES_NAMED = 5;

/** Maps and checks all rows of a table. */
export function checkImport(
  table: Pick<FileTable, 'rows' | 'headings'>,
  mapping: ImportMapping,
  options: CheckOptions = {},
): ImportCheck {
  const parts = new Map((options.answers ?? NOTHING_ASKED).parts);
  const customers = new Map((options.answers ?? NOTHING_ASKED).customers);
  const partIndex = options.partIndex ?? indexParts([]);
  const answers: PimsAnswers = { parts, customers };
  /** Pieces of a part that all rows take together, as long as none of them changes. */
  const wanted = new Map<string, string>();
  let duplicates = options.duplicates ?? 'mark';
  const states: RowState[] = table.rows.map(({ line, cells, defect }, id) => {
    const { line: fields, order, misread } = mapRow(mapping, cells);
    const groupKey = groupKeyOf(mapping, cells, order);
    const row = { id, line, cells, fields, order, groupKey, isLeftOut: false, defect };
    return { row, misread, accepted: NOTHING_ACCEPTED };
  });
  const sharing = createSharedParts();
  for (const { row } of states) sharing.add(row);
  const rows: CheckedRow[] = states.map(check);

  function check({ row, misread, accepted }: RowState): CheckedRow {
    const key = keyOf(row);
    const same = key === null ? NO_IDS : sharing.inOrder(key, row.groupKey);
    const { problems, part, customer } = checkRow(row, {
      width: table.headings.length,
      isGrouped: mapping.groupBy.length > 0,
      duplicates,
      answers,
      partIndex,
      misread,
      accepted,
      sameParts: same.length,
      otherLines: duplicates === 'mark' && same.length > 1 ? otherLines(row, same) : NO_LINES,
      wanted: key === null || parts.get(key)?.available == null ? null : wantedOf(key),
    });
    const { id, line, cells, fields, order, groupKey, isLeftOut } = row;
    return { id, line, cells, fields, order, groupKey, problems, part, customer, isLeftOut };
  }

  /** Some are enough, and naming all in each would take the square of the rows. */
  function otherLines(row: UncheckedRow, same: readonly number[]): readonly number[] {
    const lines = same.slice(0, LINES_NAMED + 1).map((id) => states[id]?.row.line ?? 0);
    return lines.filter((line) => line !== row.line).slice(0, LINES_NAMED);
  }

  function wantedOf(key: string): string {
    const known = wanted.get(key);
    if (known !== undefined) return known;
    let sum = new Big(0);
    for (const id of sharing.anywhere(key)) {
      const reading = readQuantity(states[id]?.row.fields.QUANTITY ?? '');
      if (reading.ok) sum = sum.plus(reading.value);
    }
    wanted.set(key, sum.toFixed());
    return sum.toFixed();
  }

  /** Changes rows, and checks them anew with those that share a part with them, before or after. */
  function change(ids: Iterable<number>, how: (state: RowState) => void): CheckedRow[] {
    const again = new Set<number>();
    const addSharing = ({ row }: RowState): void => {
      again.add(row.id);
      const key = keyOf(row);
      if (key === null) return;
      // Stock counts over all orders; where it is not known, the rows of the same order are all that matter.
      const known = parts.get(key)?.available;
      for (const id of known == null ? sharing.inOrder(key, row.groupKey) : sharing.anywhere(key))
        again.add(id);
      wanted.delete(key);
    };
    for (const id of ids) {
      const state = states[id];
      if (state === undefined) continue;
      addSharing(state);
      sharing.remove(state.row);
      how(state);
      sharing.add(state.row);
      addSharing(state);
    }
    return checkAgain(again);
  }

  function checkAgain(ids: Iterable<number>): CheckedRow[] {
    return [...ids].flatMap((id) => {
      const state = states[id];
      if (state === undefined) return [];
      const checked = check(state);
      rows[id] = checked;
      return [checked];
    });
  }

  return {
    rows,
    counts: () => countRows(rows),
    edit(edits) {
      const byRow = new Map<number, RowEdit[]>();
      for (const edit of edits) byRow.set(edit.id, [...(byRow.get(edit.id) ?? []), edit]);
      return change(byRow.keys(), (state) => {
        for (const edit of byRow.get(state.row.id) ?? []) applyEdit(state, edit, mapping);
      });
    },
    leaveOut: (ids, isLeftOut) =>
      change(ids, (state) => {
        state.row = { ...state.row, isLeftOut };
      }),
    accept: (ids, kind, isAccepted) =>
      change(ids, (state) => {
        const accepted = new Set(state.accepted);
        if (isAccepted) accepted.add(kind);
        else accepted.delete(kind);
        state.accepted = accepted;
      }),
    answer(news) {
      for (const [key, part] of news.parts) parts.set(key, part);
      for (const [key, isKnown] of news.customers) customers.set(key, isKnown);
      const concerned = states.filter(
        ({ row }) =>
          news.parts.has(partKey(row.fields.PART_CODE ?? '')) ||
          news.customers.has(customerKey(row.order.CUSTOMER_CODE ?? '')),
      );
      return checkAgain(concerned.map(({ row }) => row.id));
    },
    setDuplicates(policy) {
      duplicates = policy;
      return checkAgain(sharing.repeated());
    },
  };
}

function applyEdit(state: RowState, { table, field, value }: RowEdit, mapping: ImportMapping): void {
  const { row } = state;
  const fields = table === 'ORDERS' ? row.fields : withField(row.fields, field, value);
  const order = table === 'ORDERS' ? withField(row.order, field, value) : row.order;
  state.row = { ...row, fields, order, groupKey: groupKeyOf(mapping, row.cells, order) };
  if (state.misread.includes(field)) state.misread = state.misread.filter((one) => one !== field);
}

function withField(fields: PimsFields, field: string, value: string): PimsFields {
  const { [field]: _, ...others } = fields;
  return value === '' ? others : { ...fields, [field]: value };
}

function countRows(rows: readonly CheckedRow[]): CheckCounts {
  let ready = 0;
  let warned = 0;
  let leftOut = 0;
  let notChecked = 0;
  for (const row of rows) {
    if (row.isLeftOut) leftOut += 1;
    else if (isReady(row)) {
      ready += 1;
      if (row.problems.length > 0) warned += 1;
    }
    if (row.part === 'not-checked' || row.customer === 'not-checked') notChecked += 1;
  }
  return { rows: rows.length, ready, warned, bad: rows.length - ready - leftOut, leftOut, notChecked };
}
