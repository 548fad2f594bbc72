import type { DraftLineId } from '../ids.ts';
import { fieldsSetByPims, isFieldName, type PimsFields } from '../pims/fields.ts';
import { readQuantity } from './quantity.ts';

/** Where a problem is, so that the screen can lead there. */
export type ProblemPlace =
  | { readonly kind: 'header'; readonly field: string }
  | {
      readonly kind: 'line';
      readonly lineId: DraftLineId;
      readonly lineIndex: number;
      readonly field: string;
    }
  | { readonly kind: 'lines' };

export interface DraftProblem {
  readonly place: ProblemPlace;
  readonly message: string;
}

interface Checkable {
  readonly header: PimsFields;
  readonly lines: readonly { readonly id: DraftLineId; readonly fields: PimsFields }[];
}

/** True for a line in which nothing was typed; such lines are not sent. */
export function isBlankLine(fields: PimsFields): boolean {
  return Object.values(fields).every((value) => value.trim() === '');
}

/** The lines that would be sent, in order. */
export function linesToSend<T extends { readonly fields: PimsFields }>(lines: readonly T[]): T[] {
  return lines.filter((line) => !isBlankLine(line.fields));
}

/**
 * Everything that keeps a draft from being submitted, all at once. PIMS calls every order field optional
 * (pims-orders: Create an order); a customer and at least one line are our own rules, since an order without
 * them is nearly always a slip.
 */
export function validateDraft(draft: Checkable): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if ((draft.header.CUSTOMER_CODE ?? '').trim() === '') {
    problems.push({ place: { kind: 'header', field: 'CUSTOMER_CODE' }, message: 'Enter the customer code.' });
  }
  for (const [field, value] of Object.entries(draft.header)) {
    const problem = value.trim() === '' ? undefined : fieldProblem('ORDERS', field);
    if (problem !== undefined) problems.push({ place: { kind: 'header', field }, message: problem });
  }
  if (linesToSend(draft.lines).length === 0) {
    problems.push({ place: { kind: 'lines' }, message: 'Add at least one line.' });
  }
  draft.lines.forEach((line, lineIndex) => {
    if (isBlankLine(line.fields)) return;
    const at = (field: string): ProblemPlace => ({ kind: 'line', lineId: line.id, lineIndex, field });
    const part = (line.fields.PART_CODE ?? '').trim();
    const description = (line.fields.DESCRIPTION ?? '').trim();
    if (part === '' && description === '') {
      problems.push({
        place: at('PART_CODE'),
        message: 'Enter a part code, or a description for a line without a part.',
      });
    }
    const quantity = readQuantity(line.fields.QUANTITY ?? '');
    if (!quantity.ok) problems.push({ place: at('QUANTITY'), message: quantity.problem });
    for (const [field, value] of Object.entries(line.fields)) {
      const problem = value.trim() === '' ? undefined : fieldProblem('ORDER_LINEITEMS', field);
      if (problem !== undefined) problems.push({ place: at(field), message: problem });
    }
  });
  return problems;
}

function fieldProblem(table: 'ORDERS' | 'ORDER_LINEITEMS', field: string): string | undefined {
  if (!isFieldName(field)) return `“${field}” is not a PIMS field name.`;
  if (fieldsSetByPims[table].includes(field)) return `PIMS sets ${field} itself. Take this field out.`;
  return undefined;
}
