import type { DraftChange, DraftLine } from '../../../shared/drafts/draft.ts';
import { linesToSend } from '../../../shared/drafts/validate-draft.ts';
import type { OrderLine } from '../../../shared/orders/order.ts';
import { isSame } from '../../../shared/outbox/differences.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { DraftContent } from '../draft-model.ts';
import { type InPims, isLineInPims } from '../in-pims.ts';

/** A field that is to be changed. Empty text is a field without a value. */
export interface ReviewedField {
  readonly field: string;
  /** As it was when the person began to change the line. */
  readonly before: string;
  readonly after: string;
  /** What PIMS has by now, when that is neither of the two; null otherwise, also while it is not known. */
  readonly now: string | null;
}

/** A line of the order with what is to be changed of it. */
export interface ReviewedChange {
  readonly change: DraftChange;
  readonly lineNumber: string;
  /** “MDVQ4LL/A · Screen” */
  readonly what: string;
  readonly fields: readonly ReviewedField[];
}

/** A line that is to be added. */
export interface ReviewedLine {
  readonly id: string;
  /** Its place among the draft's lines, from 1. */
  readonly place: number;
  readonly part: string;
  readonly description: string;
  readonly quantity: string;
  /** What else it brings. */
  readonly further: PimsFields;
}

/** What saving a draft would bring into the order that it is for. */
export interface Review {
  readonly changes: readonly ReviewedChange[];
  readonly added: readonly ReviewedLine[];
}

/**
 * What a person looks over before lines and changes are saved. `present` is what PIMS has, as far as it was read; null
 * when it was not.
 */
export function reviewOf(
  { lines, changes }: Pick<DraftContent, 'lines' | 'changes'>,
  inPims: InPims,
  present: readonly OrderLine[] | null,
): Review {
  const byNumber = new Map(present?.map(({ fields }) => [fields.LINE_NUMBER ?? '', fields]));
  const places = new Map(lines.map(({ id }, index) => [id, index + 1]));
  return {
    changes: changes.map((change) => reviewedChange(change, byNumber.get(change.lineNumber))),
    added: linesToSend(lines)
      .filter(({ id }) => !isLineInPims(inPims, id))
      .map((line) => reviewedLine(line, places.get(line.id) ?? 0)),
  };
}

function reviewedChange(change: DraftChange, present: PimsFields | undefined): ReviewedChange {
  const { lineNumber, base, fields } = change;
  return {
    change,
    lineNumber,
    what: [base.PART_CODE, base.DESCRIPTION].filter((part) => (part ?? '') !== '').join(' · '),
    fields: Object.entries(fields).map(([field, typed]) => {
      const before = base[field] ?? '';
      const after = typed.trim();
      const now = present === undefined ? before : (present[field] ?? '');
      const isNews = !isSame(field, now, before) && !isSame(field, now, after);
      return { field, before, after, now: isNews ? now : null };
    }),
  };
}

function reviewedLine({ id, fields }: DraftLine, place: number): ReviewedLine {
  const { PART_CODE: part = '', DESCRIPTION: description = '', QUANTITY: quantity = '', ...others } = fields;
  const further = Object.fromEntries(Object.entries(others).filter(([, value]) => value.trim() !== ''));
  return { id, place, part, description, quantity, further };
}

/** “2 lines change in 3 fields, 1 new line” */
export function reviewWords({ changes, added }: Review): string {
  const fields = changes.reduce((sum, change) => sum + change.fields.length, 0);
  const changed = `${counted(changes.length, 'line changes', 'lines change')} in ${counted(fields, 'field', 'fields')}`;
  return [
    changes.length === 0 ? '' : changed,
    added.length === 0 ? '' : counted(added.length, 'new line', 'new lines'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** How many fields somebody else has changed since, as far as is known. */
export function clashCount({ changes }: Review): number {
  return changes.reduce((sum, { fields }) => sum + fields.filter(({ now }) => now !== null).length, 0);
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
