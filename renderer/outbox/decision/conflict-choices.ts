import { differences } from '../../../shared/outbox/differences.ts';
import type { Evidence } from '../../../shared/outbox/evidence.ts';
import type { FieldChoice, FieldChoices } from '../../../shared/outbox/field-choice.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

/** A field of a line that somebody else changed too: as it was seen, as it was typed, and as PIMS has it now. */
export interface ConflictRow {
  readonly field: string;
  /** Null when the field was not shown. */
  readonly base: string | null;
  /** Null when the person did not change it: it stays as PIMS has it. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** Somebody else changed it to something else than was typed. */
  readonly isClash: boolean;
}

/** Changes with every change of the line: nobody typed it. */
const KEPT_BY_PIMS: ReadonlySet<string> = new Set(['LINE_REF_LOCK_CODE', 'MODIFIED_DATE']);

/** The fields to choose for, clashes first; then what else changed in PIMS meanwhile. */
export function conflictRows(
  { base, sent }: Pick<Evidence, 'base' | 'sent'>,
  has: PimsFields,
): ConflictRow[] {
  const seen = base ?? {};
  const typed = Object.keys(sent).map((field) => {
    const isChanged = differs(field, seen[field], has[field]);
    return rowOf(field, isChanged && differs(field, sent[field], has[field]));
  });
  const others = Object.keys(has)
    .filter((field) => sent[field] === undefined && seen[field] !== undefined && !KEPT_BY_PIMS.has(field))
    .filter((field) => differs(field, seen[field], has[field]))
    .map((field) => rowOf(field, false));
  return [...typed.filter((row) => row.isClash), ...typed.filter((row) => !row.isClash), ...others];

  function rowOf(field: string, isClash: boolean): ConflictRow {
    return {
      field,
      base: seen[field] ?? null,
      mine: sent[field] ?? null,
      theirs: has[field] ?? null,
      isClash,
    };
  }
}

/** What goes without saying: what nobody else touched is sent as typed. A clash is the person's to choose. */
export function plainChoices(rows: readonly ConflictRow[]): FieldChoices {
  const entries = rows.flatMap(({ field, mine, theirs, isClash }): [string, FieldChoice][] => {
    if (mine === null || isClash) return [];
    return [[field, { kind: differs(field, mine, theirs ?? undefined) ? 'mine' : 'theirs' }]];
  });
  return Object.fromEntries(entries);
}

/** The fields for which nothing is chosen yet, or "another value" without one. */
export function fieldsToChoose(rows: readonly ConflictRow[], choices: FieldChoices): string[] {
  return rows
    .filter(({ field, mine }) => {
      const choice = choices[field];
      if (mine === null) return false;
      return choice === undefined || (choice.kind === 'other' && choice.value.trim() === '');
    })
    .map(({ field }) => field);
}

/** What is to be sent: of the chosen values those that PIMS does not have already. */
export function valuesToSend(rows: readonly ConflictRow[], choices: FieldChoices): Record<string, string> {
  const entries = rows.flatMap(({ field, mine, theirs }): [string, string][] => {
    const value = chosenValue(choices[field], mine);
    return value === null || !differs(field, value, theirs ?? undefined) ? [] : [[field, value]];
  });
  return Object.fromEntries(entries);
}

function chosenValue(choice: FieldChoice | undefined, mine: string | null): string | null {
  switch (choice?.kind) {
    case 'mine':
      return mine;
    case 'other':
      return choice.value.trim();
    case 'theirs':
    case undefined:
      return null;
  }
}

/** A field that is not shown is another than any value. */
function differs(field: string, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one !== other;
  return differences({ [field]: one }, { [field]: other }).length > 0;
}
