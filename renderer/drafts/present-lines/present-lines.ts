import type { DraftChange } from '../../../shared/drafts/draft.ts';
import type { LineLock, OrderLine } from '../../../shared/orders/order.ts';
import { fieldsSetByPims, type PimsFields } from '../../../shared/pims/fields.ts';

/** A line that the order in PIMS has, with what the draft changes of it. */
export interface PresentLine {
  readonly lineNumber: string;
  /** As PIMS has it, as far as that is known. */
  readonly fields: PimsFields;
  /** As it was when its first change was begun; what `fields` is without one. */
  readonly base: PimsFields;
  /** The change of it; null when there is none. */
  readonly change: DraftChange | null;
  readonly lock: LineLock;
}

/** Whoever has it can change the line; the outbox knows the newest one itself. */
const SECRET = 'LINE_REF_LOCK_CODE';

/**
 * The order's lines with the draft's changes. `lines` is null while PIMS can't say what it has: then only those are known
 * that are changed, as they were seen when the change was begun.
 */
export function presentLines(
  lines: readonly OrderLine[] | null,
  changes: readonly DraftChange[],
): PresentLine[] {
  if (lines === null) return changes.map((change) => seenBefore(change, { state: 'open' }));
  const byNumber = new Map(changes.map((change) => [change.lineNumber, change]));
  const present = lines.map(({ fields: { [SECRET]: _code, ...fields }, lock }): PresentLine => {
    const lineNumber = fields.LINE_NUMBER ?? '';
    const change = byNumber.get(lineNumber) ?? null;
    return { lineNumber, fields, base: change?.base ?? fields, change, lock };
  });
  const there = new Set(present.map(({ lineNumber }) => lineNumber));
  const gone = changes
    .filter(({ lineNumber }) => !there.has(lineNumber))
    .map((change) =>
      seenBefore(change, { state: 'closed', reason: 'PIMS does not have this line any more.' }),
    );
  return [...present, ...gone];
}

function seenBefore(change: DraftChange, lock: LineLock): PresentLine {
  const { lineNumber, base } = change;
  return { lineNumber, fields: base, base, change, lock };
}

const firstColumns = ['PART_CODE', 'DESCRIPTION', 'QUANTITY', 'NUMBER_SHIPPED'];

/** The columns: those that people know, then whatever else a line has or a change names. */
export function presentColumns(lines: readonly PresentLine[]): string[] {
  const columns = new Set(firstColumns);
  for (const { fields, change } of lines) {
    for (const [field, value] of Object.entries(fields)) {
      if (value !== '' && field !== 'LINE_NUMBER') columns.add(field);
    }
    for (const field of Object.keys(change?.fields ?? {})) columns.add(field);
  }
  return [...columns];
}

/** What a line is of is fixed once PIMS has it; some fields PIMS sets itself. */
export function isFixedField(field: string): boolean {
  return field === 'PART_CODE' || fieldsSetByPims.ORDER_LINEITEMS.includes(field);
}

/** A cell: what the line is to have, and what was there, when the draft changes it. */
export interface PresentCell {
  readonly value: string;
  /** Null when the draft leaves the field alone. */
  readonly was: string | null;
  /** What PIMS has by now, when somebody else has changed it meanwhile; null when nobody has. */
  readonly now: string | null;
}

export function presentCell({ fields, base, change }: PresentLine, field: string): PresentCell {
  const present = fields[field] ?? '';
  const typed = change?.fields[field];
  if (typed === undefined) return { value: present, was: null, now: null };
  const was = base[field] ?? '';
  return { value: typed, was, now: present === was ? null : present };
}

/** What is said of a changed cell. */
export function changeWords({ was, now }: PresentCell): string {
  if (was === null) return '';
  const before = was === '' ? 'Was empty' : `Was ${was}`;
  return now === null ? before : `${before}; PIMS has ${now === '' ? 'nothing there' : now} by now`;
}
