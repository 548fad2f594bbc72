import type { DraftEdit, DraftLine } from '../../../shared/drafts/draft.ts';
import { workedOut } from '../../../shared/drafts/quantity-expression.ts';
import { type DraftLineId, draftLineIdSchema } from '../../../shared/ids.ts';
import { VALUE_LENGTH } from '../../../shared/pims/fields.ts';
import type { GridCommand } from '../../line-grid/model/grid-model.ts';

/** A new id for a line. */
export function newLineId(): DraftLineId {
  return draftLineIdSchema.parse(crypto.randomUUID());
}

type EditCommand = Extract<GridCommand, { kind: 'write' | 'insert' | 'remove' | 'move' }>;

/** The edits of a draft that a command of its grid comes to. All of them are one step of undo. */
export function editsOf(lines: readonly DraftLine[], command: EditCommand): DraftEdit[] {
  switch (command.kind) {
    case 'write': {
      const set = command.cells.map(
        ({ rowId, column, value }): DraftEdit => ({
          kind: 'set-line',
          lineId: lineId(rowId),
          field: column,
          value: writtenValue(column, value),
        }),
      );
      return [...set, ...insertBehind(lines.at(-1)?.id ?? null, command.added.map(writtenFields))];
    }
    case 'insert':
      return insertBehind(command.after === null ? null : lineId(command.after), command.rows);
    case 'remove':
      return removeAll(command.rowIds);
    case 'move': {
      const moved = new Set(command.rowIds);
      const there = lines.filter(({ id }) => moved.has(id));
      let after = command.after === null ? null : lineId(command.after);
      const put = there.map(({ id, fields }): DraftEdit => {
        const edit: DraftEdit = { kind: 'insert-line', lineId: id, after, fields };
        after = id;
        return edit;
      });
      return [...removeAll(there.map(({ id }) => id)), ...put];
    }
  }
}

/** Which lines were removed, by the numbers that they had; in a sorted view they need not have stood together. */
export function removedWords(before: readonly DraftLine[], removed: ReadonlySet<string>): string {
  const first = before.findIndex(({ id }) => removed.has(id));
  const last = before.findLastIndex(({ id }) => removed.has(id));
  if (removed.size === 1) return `Line ${first + 1} was deleted.`;
  const stoodTogether = last - first + 1 === removed.size;
  return stoodTogether
    ? `${removed.size} lines were deleted, from line ${first + 1} on.`
    : `${removed.size} lines were deleted.`;
}

/** The edits that put removed lines back where they were `before`, as far as they are not there `now`. */
export function putBackEdits(
  before: readonly DraftLine[],
  removed: ReadonlySet<string>,
  now: readonly DraftLine[],
): DraftEdit[] {
  const there = new Set(now.map(({ id }) => id));
  const edits: DraftEdit[] = [];
  let after: DraftLineId | null = null;
  for (const { id, fields } of before) {
    if (!there.has(id)) {
      if (!removed.has(id)) continue;
      edits.push({ kind: 'insert-line', lineId: id, after, fields });
    }
    after = id;
  }
  return edits;
}

/** What a typed or pasted value comes to: a quantity such as `2*12` to its product, also while it is still being typed. */
export function writtenValue(field: string, value: string): string {
  return field === 'QUANTITY' ? workedOut(value) : value;
}

function writtenFields(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { QUANTITY: quantity } = fields;
  return quantity === undefined ? fields : { ...fields, QUANTITY: writtenValue('QUANTITY', quantity) };
}

function insertBehind(
  first: DraftLineId | null,
  rows: readonly Readonly<Record<string, string>>[],
): DraftEdit[] {
  let after = first;
  return rows.map((fields) => {
    const edit: DraftEdit = { kind: 'insert-line', lineId: newLineId(), after, fields };
    after = edit.lineId;
    return edit;
  });
}

/** From the last to the first, so that undo puts them back from the first to the last: each finds room behind the one before. */
function removeAll(rowIds: readonly string[]): DraftEdit[] {
  return rowIds.map((rowId): DraftEdit => ({ kind: 'delete-line', lineId: lineId(rowId) })).reverse();
}

function lineId(rowId: string): DraftLineId {
  return draftLineIdSchema.parse(rowId);
}

/** PIMS fields hold one line of text; spreadsheets put breaks and hard spaces into cells. */
export function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Why a pasted value can't be kept; null when it can. One that is too long would keep the whole draft from being saved. */
export function whyRefused(value: string): string | null {
  return value.length > VALUE_LENGTH ? `No field takes more than ${VALUE_LENGTH} characters.` : null;
}
