import type { Candidate, Evidence } from '../../../shared/outbox/evidence.ts';

/** What PIMS has in a field: a value, or null when it does not show the field. */
export interface HasCell {
  readonly value: string | null;
  readonly differs: boolean;
}

/** A field of the comparison: what was sent, and what each candidate has. */
export interface ComparisonRow {
  readonly field: string;
  /** Null when it was not sent; it is shown since it helps to tell the candidates apart. */
  readonly sent: string | null;
  readonly has: readonly HasCell[];
}

/** Not sent by us, but telling whose record it is and since when. */
const tellingFields = {
  'create-order': ['ORDER_DATE', 'MODIFIED_DATE', 'ORDER_TYPE', 'ORDER_STATUS', 'CUSTOMER_CODE', 'BNAME'],
  'add-line': ['NUMBER_SHIPPED'],
  'update-line': ['NUMBER_SHIPPED'],
} as const;

/** The fields to compare: those that differ, the others that were sent, then what tells the candidates apart. */
export function comparisonRows(
  { sent, step }: Pick<Evidence, 'sent' | 'step'>,
  candidates: readonly Candidate[],
): ComparisonRow[] {
  const telling = tellingFields[step?.kind ?? 'create-order'].filter(
    (field) => sent[field] === undefined && candidates.some(({ fields }) => (fields[field] ?? '') !== ''),
  );
  const rows = [...Object.keys(sent), ...telling].map((field) => ({
    field,
    sent: sent[field] ?? null,
    has: candidates.map((candidate) => ({
      value: candidate.fields[field] ?? null,
      differs: candidate.differences.some((one) => one.field === field),
    })),
  }));
  const differing = rows.filter(({ has }) => has.some(({ differs }) => differs));
  return [...differing, ...rows.filter((row) => !differing.includes(row))];
}

/** The candidates that are most like what was sent first. */
export function likestFirst(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => a.differences.length - b.differences.length);
}

/** The sent fields that a refusal names: they are where to look first. */
export function fieldsNamed(message: string, { sent }: Pick<Evidence, 'sent'>): ReadonlySet<string> {
  const words = new Set(message.toUpperCase().match(/[A-Z][A-Z0-9_]*/g));
  return new Set(Object.keys(sent).filter((field) => words.has(field)));
}
