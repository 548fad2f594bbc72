import Big from 'big.js';
import { isQuantityProduct, workedOut } from '../../drafts/quantity-expression.ts';
import { findFieldProblems, isBlankLine } from '../../drafts/validate-draft.ts';
import { fieldLabel } from '../../orders/field-labels.ts';
import { CODE_LENGTH } from '../../parts/pack.ts';
import { type Part, partKey } from '../../parts/part.ts';
import { isShort } from '../../parts/stock.ts';
import { codeKey } from '../../pims/code-key.ts';
import { type PimsTable, VALUE_LENGTH } from '../../pims/fields.ts';
import { requiredFields } from '../fields/import-fields.ts';
import type { FileRow } from '../file/file-reading.ts';
import type { CheckedRow, Knowledge, ProblemKind, Proposal, RowProblem } from './checked-row.ts';
import { looksDamaged, type PartIndex } from './part-index.ts';

/** What PIMS has said so far: by `partKey` and `codeKey`. What is not in it was not asked; null or false: PIMS has no such. */
export interface PimsAnswers {
  readonly parts: ReadonlyMap<string, Part | null>;
  readonly customers: ReadonlyMap<string, boolean>;
}

/** What is done with a part that comes more than once in an order. */
export const duplicatePolicies = ['mark', 'keep', 'merge'] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

/** A row as it is mapped and edited, before it is checked. */
export type UncheckedRow = Omit<CheckedRow, 'problems' | 'part' | 'customer'>;

/** What a row is checked against. */
export interface RowContext {
  readonly defect: FileRow['defect'] | undefined;
  /** Cells that a row has to have: those of the heading. */
  readonly width: number;
  readonly isGrouped: boolean;
  readonly duplicates: DuplicatePolicy;
  readonly answers: PimsAnswers;
  readonly partIndex: PartIndex;
  readonly misread: readonly string[];
  readonly accepted: ReadonlySet<ProblemKind>;
  /** How many rows have the same part in the same order, this one among them, and lines of some others. */
  readonly sameParts: number;
  readonly otherLines: readonly number[];
  /** How many pieces of its part the whole import takes; null when it does not matter. */
  readonly wanted: string | null;
}

/** Everything that is the matter with one row, all at once. */
export function checkRow(
  row: UncheckedRow,
  context: RowContext,
): Pick<CheckedRow, 'problems' | 'part' | 'customer'> {
  const problems: RowProblem[] = [];
  const code = (row.fields.PART_CODE ?? '').trim();
  const customerCode = (row.order.CUSTOMER_CODE ?? '').trim();
  const { parts, customers } = context.answers;
  const part = code === '' || parts.size === 0 ? undefined : parts.get(partKey(code));
  const customer =
    customerCode === '' || customers.size === 0 ? undefined : customers.get(codeKey(customerCode));
  checkShape(row, context, problems);
  checkFields(row, context, problems);
  if (code !== '') checkPart(code, part, context, problems);
  if (customer === false) {
    problems.push(
      problem('unknown-customer', 'CUSTOMER_CODE', `PIMS has no customer “${customerCode}”.`, 'ORDERS'),
    );
  }
  return {
    problems: problems.length === 0 ? NO_PROBLEMS : problems,
    part: knowledge(code, part === undefined ? undefined : part !== null),
    customer: knowledge(customerCode, customer),
  };
}

const NO_PROBLEMS: readonly RowProblem[] = [];

function knowledge(code: string, isKnown: boolean | undefined): Knowledge {
  if (code === '') return 'none';
  return isKnown === undefined ? 'not-checked' : isKnown ? 'known' : 'unknown';
}

function checkShape(row: UncheckedRow, context: RowContext, problems: RowProblem[]): void {
  const { defect, width, accepted, isGrouped } = context;
  if (defect !== undefined && !accepted.has('quotes')) {
    const message =
      defect === 'unclosed-quote'
        ? 'A cell begins with a quote that is never closed. Compare its cells with the file, then take the row as it is or leave it out.'
        : 'A quote stands in the middle of a quoted cell. Compare its cells with the file, then take the row as it is or leave it out.';
    problems.push(problem('quotes', null, message));
  }
  const { length } = row.cells;
  if (length !== width && !accepted.has('ragged')) {
    const isTooLong = length > width && row.cells.slice(width).some((cell) => cell.trim() !== '');
    if (length < width || isTooLong) {
      const message = `It has ${count(length, 'cell')}, the heading has ${width}, so cells may have moved. Take the row as it is, or leave it out.`;
      problems.push(problem('ragged', null, message));
    }
  }
  if (isGrouped && row.groupKey === null) {
    problems.push(
      problem(
        'no-group-key',
        null,
        'It does not say which order it belongs to: a grouping column is blank.',
        'ORDERS',
      ),
    );
  }
}

function checkFields({ fields, order }: UncheckedRow, { misread }: RowContext, problems: RowProblem[]): void {
  if (isBlankLine(fields)) {
    problems.push(problem('no-content', null, 'Nothing stands in the columns that are imported as a line.'));
  }
  for (const { field, message } of findFieldProblems(fields)) {
    const proposals = field === 'QUANTITY' ? proposalsForQuantity(fields.QUANTITY ?? '') : [];
    problems.push({ ...problem(kindOf(field, fields.QUANTITY ?? ''), field, message), proposals });
  }
  for (const field of misread) {
    if (problems.some((known) => known.field === field)) continue;
    const isLine = Object.hasOwn(fields, field);
    const value = (isLine ? fields[field] : order[field]) ?? '';
    const kind = field === 'QUANTITY' ? 'not-a-number' : 'misread';
    const message = `“${shorten(value)}” can’t be read as the other cells of its column are. Write ${fieldLabel(field)} anew.`;
    problems.push(problem(kind, field, message, isLine ? 'ORDER_LINEITEMS' : 'ORDERS'));
  }
  checkLengths('ORDER_LINEITEMS', fields, problems);
  checkLengths('ORDERS', order, problems);
}

function checkLengths(table: PimsTable, fields: UncheckedRow['fields'], problems: RowProblem[]): void {
  for (const field in fields) {
    const { length } = fields[field] ?? '';
    if (length <= CODE_LENGTH) continue;
    const longest = field.endsWith('_CODE') || field.endsWith('_NUMBER') ? CODE_LENGTH : VALUE_LENGTH;
    if (length > longest) {
      const message = `${fieldLabel(field)} has ${length.toLocaleString('en-US')} characters, at most ${longest.toLocaleString('en-US')} are taken.`;
      problems.push(problem('too-long', field, message, table));
    }
  }
}

function kindOf(field: string, quantity: string): ProblemKind {
  if (field === 'PART_CODE') return 'no-part';
  if (!requiredFields.includes(field)) return 'not-a-field';
  const text = quantity.trim();
  if (text === '') return 'no-quantity';
  return NOT_POSITIVE.test(text) ? 'not-positive' : 'not-a-number';
}

const NOT_POSITIVE = /^(?:-\d[\d.]*|0+(?:\.0+)?)$/;

function proposalsForQuantity(quantity: string): Proposal[] {
  const value = isQuantityProduct(quantity) ? workedOut(quantity) : quantity;
  return value === quantity ? [] : [{ value, message: `Take ${value}.` }];
}

function checkPart(
  code: string,
  part: Part | null | undefined,
  context: RowContext,
  problems: RowProblem[],
): void {
  const { partIndex, sameParts, otherLines, duplicates, wanted } = context;
  // What PIMS or an earlier reading knows is no damage, whatever it looks like.
  const isKnown = (part !== undefined && part !== null) || (part === undefined && partIndex.has(code));
  const before = isKnown ? [] : partIndex.before(code);
  const proposals = before.map((value) => ({ value, message: `Take ${value}, which PIMS has.` }));
  if (part === null) {
    problems.push({
      ...problem('unknown-part', 'PART_CODE', `PIMS has no part “${shorten(code)}”.`),
      proposals,
    });
  } else if (!isKnown && (before.length > 0 || looksDamaged(code))) {
    const why = looksDamaged(code)
      ? `A spreadsheet may have made “${code}” of another code.`
      : `“${code}” may have lost zeros in a spreadsheet.`;
    problems.push({ ...problem('excel-damage', 'PART_CODE', why), isError: false, proposals });
  }
  const [first] = otherLines;
  if (duplicates === 'mark' && first !== undefined) {
    const more = sameParts - 1 > otherLines.length ? ' …' : '';
    const message = `The part is in this order ${sameParts} times, also in line ${otherLines.join(', ')}${more}.`;
    problems.push({ ...problem('duplicate-part', 'PART_CODE', message), isError: false });
  }
  if (part?.available != null && wanted !== null && isShort(wanted, part.available)) {
    const message = `${new Big(part.available).toFixed()} are available, the file takes ${wanted}.`;
    problems.push({ ...problem('short-stock', 'QUANTITY', message), isError: false });
  }
}

function problem(
  kind: ProblemKind,
  field: string | null,
  message: string,
  table: PimsTable = 'ORDER_LINEITEMS',
): RowProblem {
  return { kind, table, field, isError: true, message, proposals: [] };
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
