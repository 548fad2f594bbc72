import type { DraftLineId } from '../ids.ts';
import { fieldsSetByPims, isFieldName, type PimsFields } from '../pims/fields.ts';
import type { Confirmable, Draft, DraftChange, DraftLine } from './draft.ts';
import { quantityProblem } from './quantity-expression.ts';

/** Where a problem is, so that the screen can lead there. */
export type ProblemPlace =
  | { readonly kind: 'header'; readonly field: string }
  | {
      readonly kind: 'line';
      readonly lineId: DraftLineId;
      readonly lineIndex: number;
      readonly field: string;
    }
  /** A line that the order in PIMS has. */
  | { readonly kind: 'change'; readonly lineNumber: string; readonly field: string }
  | { readonly kind: 'lines' };

export interface DraftProblem {
  readonly place: ProblemPlace;
  readonly message: string;
  /** What the person confirms by submitting all the same; null when it can't be submitted so. */
  readonly confirmable: Confirmable | null;
}

/** What of a draft is checked. */
export type CheckedDraft = Pick<Draft, 'header' | 'lines' | 'changes' | 'target' | 'inPims'>;

/** True for a line in which nothing was typed; such lines are not sent. */
export function isBlankLine(fields: PimsFields): boolean {
  for (const field in fields) if (fields[field]?.trim() !== '') return false;
  return true;
}

/** The lines that would be sent, in order. */
export function linesToSend<T extends { readonly fields: PimsFields }>(lines: readonly T[]): T[] {
  return lines.filter((line) => !isBlankLine(line.fields));
}

/**
 * Everything that keeps a draft from being submitted, all at once. PIMS calls every order field optional
 * (pims-orders: Create an order); a customer and at least one line are our own rules, since an order without
 * them is nearly always a slip, and a person may submit one knowingly.
 */
export function validateDraft(draft: CheckedDraft): DraftProblem[] {
  return [
    ...(draft.target === null ? headerProblems(draft) : []),
    ...nothingToSend(draft),
    ...draft.lines.flatMap((line, index) =>
      fieldProblems(line.fields).length === 0 ? [] : lineProblems(line, index),
    ),
    ...draft.changes.flatMap(changeProblems),
  ];
}

/** The problems that stand once the person has confirmed what can be confirmed. */
export function problemsLeft(draft: CheckedDraft, confirmed: readonly Confirmable[]): DraftProblem[] {
  return validateDraft(draft).filter(
    ({ confirmable }) => confirmable === null || !confirmed.includes(confirmable),
  );
}

function headerProblems({ header, inPims }: CheckedDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  // The header of an order that PIMS has begun can't be edited any more.
  if (inPims === null && (header.CUSTOMER_CODE ?? '').trim() === '') {
    const place = { kind: 'header', field: 'CUSTOMER_CODE' } as const;
    problems.push({ place, message: 'Enter the customer code.', confirmable: 'no-customer' });
  }
  for (const [field, value] of Object.entries(header)) {
    const message = value.trim() === '' ? undefined : fieldProblem('ORDERS', field);
    if (message !== undefined)
      problems.push({ place: { kind: 'header', field }, message, confirmable: null });
  }
  return problems;
}

function nothingToSend({ target, lines, changes }: CheckedDraft): DraftProblem[] {
  if (lines.some(({ fields }) => !isBlankLine(fields))) return [];
  const place = { kind: 'lines' } as const;
  if (target === null) return [{ place, message: 'Add at least one line.', confirmable: 'no-lines' }];
  if (changes.length > 0) return [];
  return [{ place, message: 'Add a line or change one: there is nothing to send yet.', confirmable: null }];
}

/** What is wrong with one field of a line. */
interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/*
 * By the record, which never changes: a draft of 100,000 lines is checked with every edit, and all but one of its lines are those
 * of before.
 */
const known = new WeakMap<PimsFields, readonly FieldProblem[]>();

function lineProblems({ id, fields }: DraftLine, lineIndex: number): DraftProblem[] {
  return fieldProblems(fields).map(({ field, message }) => ({
    place: { kind: 'line', lineId: id, lineIndex, field },
    message,
    confirmable: null,
  }));
}

/** What keeps a line from being sent; nothing for a blank one. */
export function fieldProblems(fields: PimsFields): readonly FieldProblem[] {
  let problems = known.get(fields);
  if (problems === undefined) {
    problems = findFieldProblems(fields);
    known.set(fields, problems);
  }
  return problems;
}

const NO_PROBLEMS: readonly FieldProblem[] = [];

/** The same, worked out anew: for records that are looked at once, such as those of an import. */
export function findFieldProblems(fields: PimsFields): readonly FieldProblem[] {
  if (isBlankLine(fields)) return NO_PROBLEMS;
  const problems: FieldProblem[] = [];
  if (hasNoContent(fields)) {
    problems.push({
      field: 'PART_CODE',
      message: 'Enter a part code, or a description for a line without a part.',
    });
  }
  const quantity = quantityProblem(fields.QUANTITY ?? '');
  if (quantity !== null) problems.push({ field: 'QUANTITY', message: quantity });
  for (const field in fields) {
    const message = fields[field]?.trim() === '' ? undefined : fieldProblem('ORDER_LINEITEMS', field);
    if (message !== undefined) problems.push({ field, message });
  }
  return problems.length === 0 ? NO_PROBLEMS : problems;
}

function changeProblems({ lineNumber, base, fields }: DraftChange): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (field: string, message: string): void => {
    problems.push({ place: { kind: 'change', lineNumber, field }, message, confirmable: null });
  };
  for (const [field, value] of Object.entries(fields)) {
    const problem = fieldProblem('ORDER_LINEITEMS', field);
    const quantity = field === 'QUANTITY' ? quantityProblem(value) : null;
    if (problem !== undefined) add(field, problem);
    else if (quantity !== null) add(field, quantity);
  }
  const isEmptied = hasNoContent({ ...base, ...fields }) && !hasNoContent(base);
  if (isEmptied) add('DESCRIPTION', 'Enter a description: the line has no part code.');
  return problems;
}

function hasNoContent({ PART_CODE: part = '', DESCRIPTION: description = '' }: PimsFields): boolean {
  return part.trim() === '' && description.trim() === '';
}

function fieldProblem(table: 'ORDERS' | 'ORDER_LINEITEMS', field: string): string | undefined {
  if (!isFieldName(field)) return `“${field}” is not a PIMS field name.`;
  if (fieldsSetByPims[table].includes(field)) return `PIMS sets ${field} itself. Take this field out.`;
  return undefined;
}
