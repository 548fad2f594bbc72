import Big from 'big.js';
import { readQuantity } from '../../drafts/quantity.ts';
import { partKey } from '../../parts/part.ts';
import { codeKey } from '../../pims/code-key.ts';
import type { PimsFields } from '../../pims/fields.ts';
import type { ImportMapping } from '../columns/import-mapping.ts';
import { rowMapper } from '../columns/map-row.ts';
import type { FileTable } from '../file/read-table.ts';
import { checkRow, type DuplicatePolicy, type PimsAnswers } from './check-row.ts';
import { type CheckedRow, isReady, type ProblemKind, type RowEdit, type RowProblem } from './checked-row.ts';
import { groupKeyReader } from './group-key.ts';
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

type Verdict = Pick<CheckedRow, 'problems' | 'part' | 'customer'>;
/** A row that nobody has seen yet: it is finished in place, for a second object of each row would cost more than its check. */
type Unfinished = { -readonly [K in keyof CheckedRow]: CheckedRow[K] };

const NOTHING_ASKED: PimsAnswers = { parts: new Map(), customers: new Map() };
const NOTHING_ACCEPTED: ReadonlySet<ProblemKind> = new Set();
const NO_LINES: readonly number[] = [];
const NO_FIELDS: readonly string[] = [];
const NO_PROBLEMS: readonly RowProblem[] = [];
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
  const misreads = new Map<number, readonly string[]>();
  const accepted = new Map<number, ReadonlySet<ProblemKind>>();
  const mapRow = rowMapper(mapping);
  const groupKeyOf = groupKeyReader(mapping);
  const rows: Unfinished[] = [];
  /** The part of each row, for it is asked for again and again. */
  const keys: (string | null)[] = [];
  const sharing = createSharedParts();
  let id = 0;
  for (const { line, cells } of table.rows) {
    const { line: fields, order, misread } = mapRow(cells);
    if (misread.length > 0) misreads.set(id, misread);
    const groupKey = groupKeyOf(cells, order);
    const row: Unfinished = {
      id,
      line,
      cells,
      fields,
      order,
      groupKey,
      problems: NO_PROBLEMS,
      part: 'none',
      customer: 'none',
      isLeftOut: false,
    };
    const key = keyOf(row);
    rows.push(row);
    keys.push(key);
    sharing.add(key, row);
    id += 1;
  }
  for (const row of rows) {
    const { problems, part, customer } = check(row);
    row.problems = problems;
    row.part = part;
    row.customer = customer;
  }

  function check(row: CheckedRow): Verdict {
    const { id, groupKey } = row;
    const key = keys[id] ?? null;
    const same = key === null || !sharing.mayShare(id) ? NO_IDS : sharing.inOrder(key, groupKey);
    return checkRow(row, {
      defect: table.rows[id]?.defect,
      width: table.headings.length,
      isGrouped: mapping.groupBy.length > 0,
      duplicates,
      answers,
      partIndex,
      misread: misreads.get(id) ?? NO_FIELDS,
      accepted: accepted.get(id) ?? NOTHING_ACCEPTED,
      sameParts: same.length,
      otherLines: duplicates === 'mark' && same.length > 1 ? otherLines(row, same) : NO_LINES,
      wanted: key === null || parts.get(key)?.available == null ? null : wantedOf(key),
    });
  }

  /** Some are enough, and naming all in each would take the square of the rows. */
  function otherLines(row: CheckedRow, same: readonly number[]): readonly number[] {
    const lines = same.slice(0, LINES_NAMED + 1).map((id) => rows[id]?.line ?? 0);
    return lines.filter((line) => line !== row.line).slice(0, LINES_NAMED);
  }

  function wantedOf(key: string): string {
    const known = wanted.get(key);
    if (known !== undefined) return known;
    let sum = new Big(0);
    for (const id of sharing.anywhere(key)) {
      const reading = readQuantity(rows[id]?.fields.QUANTITY ?? '');
      if (reading.ok) sum = sum.plus(reading.value);
    }
    wanted.set(key, sum.toFixed());
    return sum.toFixed();
  }

  /** Changes rows, and checks them anew with those that share a part with them, before or after. */
  function change(ids: Iterable<number>, how: (row: CheckedRow) => CheckedRow): CheckedRow[] {
    const again = new Set<number>();
    const addSharing = (row: CheckedRow): void => {
      again.add(row.id);
      const key = keys[row.id] ?? null;
      if (key === null) return;
      wanted.delete(key);
      // Stock counts over all orders; where it is not known, the rows of the same order are all that matter.
      const hasStock = parts.get(key)?.available != null;
      for (const id of hasStock ? sharing.anywhere(key) : sharing.inOrder(key, row.groupKey)) again.add(id);
    };
    for (const id of ids) {
      const before = rows[id];
      if (before === undefined) continue;
      addSharing(before);
      sharing.remove(keys[id] ?? null, before);
      const after = how(before);
      const key = keyOf(after);
      rows[id] = after;
      keys[id] = key;
      sharing.add(key, after);
      addSharing(after);
    }
    return checkAgain(again);
  }

  function checkAgain(ids: Iterable<number>): CheckedRow[] {
    return Array.from(ids).flatMap((id) => {
      const row = rows[id];
      if (row === undefined) return [];
      const checked = { ...row, ...check(row) };
      rows[id] = checked;
      return [checked];
    });
  }

  function applyEdit(row: CheckedRow, { table: of, field, value }: RowEdit): CheckedRow {
    const fields = of === 'ORDERS' ? row.fields : withField(row.fields, field, value);
    const order = of === 'ORDERS' ? withField(row.order, field, value) : row.order;
    // What a person wrote is read as it stands.
    const misread = misreads.get(row.id);
    if (misread?.includes(field))
      misreads.set(
        row.id,
        misread.filter((one) => one !== field),
      );
    return { ...row, fields, order, groupKey: groupKeyOf(row.cells, order) };
  }

  return {
    rows,
    counts: () => countRows(rows),
    edit(edits) {
      const byRow = new Map<number, RowEdit[]>();
      for (const edit of edits) {
        const others = byRow.get(edit.id);
        if (others === undefined) byRow.set(edit.id, [edit]);
        else others.push(edit);
      }
      return change(byRow.keys(), (row) => (byRow.get(row.id) ?? []).reduce(applyEdit, row));
    },
    leaveOut: (ids, isLeftOut) => change(ids, (row) => ({ ...row, isLeftOut })),
    accept: (ids, kind, isAccepted) =>
      change(ids, (row) => {
        const kinds = new Set(accepted.get(row.id));
        if (isAccepted) kinds.add(kind);
        else kinds.delete(kind);
        accepted.set(row.id, kinds);
        return row;
      }),
    answer(news) {
      for (const [key, part] of news.parts) parts.set(key, part);
      for (const [key, isKnown] of news.customers) customers.set(key, isKnown);
      const concerned = rows.filter(
        ({ fields, order }) =>
          news.parts.has(partKey(fields.PART_CODE ?? '')) ||
          news.customers.has(codeKey(order.CUSTOMER_CODE ?? '')),
      );
      return checkAgain(concerned.map(({ id }) => id));
    },
    setDuplicates(policy) {
      duplicates = policy;
      return checkAgain(sharing.repeated());
    },
  };
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
