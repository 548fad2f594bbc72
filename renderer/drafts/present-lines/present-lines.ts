import type { DraftChange } from '../../../shared/drafts/draft.ts';
import { lockWords } from '../../../shared/orders/lock-words.ts';
import type { LineLock, OrderLine } from '../../../shared/orders/order.ts';
import { fieldsSetByPims, type PimsFields } from '../../../shared/pims/fields.ts';
import type { RowState } from '../../line-grid/line-grid-props.ts';
import type { CellLook, GridRow } from '../../line-grid/model/grid-model.ts';
import { changeKey } from '../draft-problems.ts';
import type { LineProgress } from '../line-progress.ts';
import { unsavedState } from '../lines/line-looks.ts';
import type { SaveState } from '../save-queue.ts';
import { remembered } from './remembered.ts';

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
 * that are changed, as they were seen when the change was begun. A line that is as before is the same object as before.
 */
export function presentLines(
  lines: readonly OrderLine[] | null,
  changes: readonly DraftChange[],
): PresentLine[] {
  if (lines === null) return changes.map((change) => seenBefore(change, false));
  const byNumber = new Map(changes.map((change) => [change.lineNumber, change]));
  const present = lines.map((line) => presentLine(line, byNumber.get(line.fields.LINE_NUMBER ?? '') ?? null));
  const there = new Set(present.map(({ lineNumber }) => lineNumber));
  const gone = changes.filter(({ lineNumber }) => !there.has(lineNumber));
  return [...present, ...gone.map((change) => seenBefore(change, true))];
}

const presentLine = remembered((line: OrderLine, change: DraftChange | null): PresentLine => {
  const { [SECRET]: _code, ...fields } = line.fields;
  return {
    lineNumber: fields.LINE_NUMBER ?? '',
    fields,
    base: change?.base ?? fields,
    change,
    lock: line.lock,
  };
});

const seenBefore = remembered((change: DraftChange, isGone: boolean): PresentLine => {
  const { lineNumber, base } = change;
  const lock: LineLock = isGone
    ? { state: 'closed', reason: 'PIMS does not have this line any more.' }
    : { state: 'open' };
  return { lineNumber, fields: base, base, change, lock };
});

const linesOfRows = new WeakMap<GridRow, PresentLine>();

/** A line as a row of the grid: with the values that it is to have. That of the same line is the same row. */
export const presentRow = remembered((line: PresentLine): GridRow => {
  const { lineNumber, fields, change } = line;
  const row = { id: lineNumber, fields: change === null ? fields : { ...fields, ...change.fields } };
  linesOfRows.set(row, line);
  return row;
});

/** The line that a row was made of. */
export function lineOfRow(row: GridRow | undefined): PresentLine | undefined {
  return row === undefined ? undefined : linesOfRows.get(row);
}

/**
 * What of a line is summed up: an amount that PIMS reckoned for another quantity or price counts no more. For the same line the
 * same object.
 */
export const summedFields = remembered((line: PresentLine): { readonly fields: PimsFields } => {
  const { fields } = presentRow(line);
  const changed = line.change?.fields ?? {};
  const isOutdated = changed.QUANTITY !== undefined || changed.UNIT_PRICE !== undefined;
  if (!isOutdated || changed.EXTENDED_PRICE !== undefined) return { fields };
  const { EXTENDED_PRICE: _outdated, ...rest } = fields;
  return { fields: rest };
});

/** Why a cell can't be changed here; null when it can. */
export function whyFixed(line: PresentLine | undefined, field: string): string | null {
  if (line === undefined) return null;
  if (line.lock.state === 'closed') return lockWords(line.lock);
  if (field === 'PART_CODE') return 'The part of a line stays. Add a new line for another part.';
  return isFixedField(field) ? `PIMS sets ${field} itself.` : null;
}

/** What the looks of an order's lines come from. */
export interface PresentStanding {
  /** Those that are to be shown, by place. */
  readonly problems: ReadonlyMap<string, string>;
  readonly progress: LineProgress;
  readonly saving: SaveState;
}

/** What is to be seen of a cell; null when the draft leaves it alone. */
export function presentLook(
  line: PresentLine | undefined,
  field: string,
  { problems, progress }: PresentStanding,
): CellLook | null {
  if (line?.change == null) return null;
  const cell = presentCell(line, field);
  const problem = problems.get(changeKey(line.lineNumber, field)) ?? null;
  if (cell.was === null && problem === null) return null;
  const changed = cell.was === null ? null : (progress.ofCell(line.lineNumber, field) ?? 'changed');
  const state = cell.now === null ? changed : 'conflict';
  return { problem, state, was: cell.was, words: changeWords(cell), aside: '', warning: null };
}

/** Where a line stands, in words. A change that is saved here is not in PIMS yet, and is not called saved. */
export function presentState(line: PresentLine | undefined, standing: PresentStanding): RowState | null {
  if (line === undefined) return null;
  if (line.lock.state === 'closed') return { words: 'Locked', tone: 'calm' };
  if (line.change === null) return null;
  const looks = Object.keys(line.change.fields).map((field) => presentLook(line, field, standing));
  if (looks.some((look) => look?.problem != null)) return { words: 'To correct', tone: 'bad' };
  if (standing.progress.ofLine(line.lineNumber) === 'saving') return unsavedState(standing.saving);
  if (looks.some((look) => look?.state === 'conflict')) return { words: 'Conflict', tone: 'bad' };
  return { words: 'Changed', tone: 'warn' };
}

/** What a line is of is fixed once PIMS has it; some fields PIMS sets itself. */
function isFixedField(field: string): boolean {
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
