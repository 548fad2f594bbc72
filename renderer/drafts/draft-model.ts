import type { Draft, DraftChange, DraftEdit, DraftLine } from '../../shared/drafts/draft.ts';
import { assertNever } from '../../shared/errors.ts';
import type { DraftLineId } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { LineList } from './line-list.ts';

/** What a person edits of a draft: its header, its lines in the order in which they will be sent, and changes. */
export type DraftContent = Pick<Draft, 'header' | 'lines' | 'changes'>;

/**
 * The content after an edit, as the database has it too (shared/drafts/draft.ts). An edit of a line that is not
 * there changes nothing. What an edit leaves alone keeps its identity, so that only changed rows are drawn again.
 */
export function applyEdit(content: DraftContent, edit: DraftEdit): DraftContent {
  switch (edit.kind) {
    case 'set-header':
      return { ...content, header: withField(content.header, edit.field, edit.value) };
    case 'set-line': {
      const at = indexOfLine(content, edit.lineId);
      const line = content.lines[at];
      if (line === undefined) return content;
      const fields = withField(line.fields, edit.field, edit.value);
      // Copied as one block: looking at each of 100,000 lines again would be felt while typing.
      return { ...content, lines: content.lines.with(at, { ...line, fields }) };
    }
    case 'insert-line': {
      const at = edit.after === null ? 0 : indexOfLine(content, edit.after) + 1;
      if ((at === 0 && edit.after !== null) || indexOfLine(content, edit.lineId) >= 0) return content;
      return { ...content, lines: content.lines.toSpliced(at, 0, newLine(edit.lineId, edit.fields)) };
    }
    case 'delete-line':
      return { ...content, lines: content.lines.filter((line) => line.id !== edit.lineId) };
    case 'change-line':
      return { ...content, changes: withChange(content.changes, edit) };
    default:
      return assertNever(edit);
  }
}

/** The edits that take an edit back; none when it changes nothing. `content` is what was before it. */
export function inverseOf(content: DraftContent, edit: DraftEdit): DraftEdit[] {
  switch (edit.kind) {
    case 'set-header':
      return [{ kind: 'set-header', field: edit.field, value: content.header[edit.field] ?? '' }];
    case 'set-line': {
      const line = content.lines.find((one) => one.id === edit.lineId);
      if (line === undefined) return [];
      return [{ kind: 'set-line', lineId: line.id, field: edit.field, value: line.fields[edit.field] ?? '' }];
    }
    case 'insert-line':
      return applyEdit(content, edit) === content ? [] : [{ kind: 'delete-line', lineId: edit.lineId }];
    case 'delete-line': {
      const at = indexOfLine(content, edit.lineId);
      const line = content.lines[at];
      if (line === undefined) return [];
      const after = content.lines[at - 1]?.id ?? null;
      return [{ kind: 'insert-line', lineId: line.id, after, fields: line.fields }];
    }
    case 'change-line': {
      const { lineNumber, field } = edit;
      const change = content.changes.find((one) => one.lineNumber === lineNumber);
      const base = change?.base ?? edit.base;
      return [{ ...edit, base, value: change?.fields[field] ?? base[field] ?? '' }];
    }
    default:
      return assertNever(edit);
  }
}

/** Fewer edits than this are made one by one: that copies the lines a few times, but needs no list of them all. */
const MANY = 12;

/** Applies edits in order; answers the content after them and the edits that take all of them back. */
export function applyEdits(
  content: DraftContent,
  edits: readonly DraftEdit[],
): { content: DraftContent; inverse: DraftEdit[] } {
  if (edits.length >= MANY) return applyMany(content, edits);
  const inverses: DraftEdit[][] = [];
  let after = content;
  for (const edit of edits) {
    inverses.push(inverseOf(after, edit));
    after = applyEdit(after, edit);
  }
  return { content: after, inverse: inverses.reverse().flat() };
}

/** The same as making them one by one, in a time that grows with the edits and the lines, not with their product. */
function applyMany(
  content: DraftContent,
  edits: readonly DraftEdit[],
): { content: DraftContent; inverse: DraftEdit[] } {
  const list = new LineList(content.lines);
  const inverse: DraftEdit[] = [];
  let isListChanged = false;
  let others: DraftContent = content;
  for (const edit of edits) {
    switch (edit.kind) {
      case 'set-line': {
        const line = list.get(edit.lineId);
        if (line === undefined) break;
        inverse.push({ ...edit, value: line.fields[edit.field] ?? '' });
        list.replace({ ...line, fields: withField(line.fields, edit.field, edit.value) });
        isListChanged = true;
        break;
      }
      case 'insert-line': {
        if (!list.insertAfter(edit.after, newLine(edit.lineId, edit.fields))) break;
        inverse.push({ kind: 'delete-line', lineId: edit.lineId });
        isListChanged = true;
        break;
      }
      case 'delete-line': {
        const line = list.get(edit.lineId);
        if (line === undefined) break;
        inverse.push({
          kind: 'insert-line',
          lineId: line.id,
          after: list.before(line.id),
          fields: line.fields,
        });
        list.remove(line.id);
        isListChanged = true;
        break;
      }
      case 'set-header':
      case 'change-line':
        inverse.push(...inverseOf(others, edit));
        others = applyEdit(others, edit);
        break;
      default:
        assertNever(edit);
    }
  }
  return {
    content: isListChanged ? { ...others, lines: list.toArray() } : others,
    inverse: inverse.reverse(),
  };
}

/** The edits that take every change of a line back. */
export function takeBackEdits({ lineNumber, base, fields }: DraftChange): DraftEdit[] {
  return Object.keys(fields).map((field) => ({
    kind: 'change-line',
    lineNumber,
    base,
    field,
    value: base[field] ?? '',
  }));
}

/** Where a line is; -1 when it is not there. */
export function indexOfLine(content: DraftContent, id: DraftLineId): number {
  return content.lines.findIndex((line) => line.id === id);
}

function withField(fields: PimsFields, field: string, value: string): PimsFields {
  if (value !== '') return { ...fields, [field]: value };
  const { [field]: _dropped, ...rest } = fields;
  return rest;
}

type LineChange = Extract<DraftEdit, { kind: 'change-line' }>;

function withChange(changes: readonly DraftChange[], edit: LineChange): DraftChange[] {
  const { lineNumber, field, value } = edit;
  const present = changes.find((one) => one.lineNumber === lineNumber);
  const base = present?.base ?? edit.base;
  const { [field]: _replaced, ...others } = present?.fields ?? {};
  const fields = value === (base[field] ?? '') ? others : { ...others, [field]: value };
  const rest = changes.filter((one) => one !== present);
  if (Object.keys(fields).length === 0) return rest;
  return [...rest, { lineNumber, base, fields }].sort(byLineNumber);
}

/** As the database has them: PIMS numbers its lines. */
function byLineNumber({ lineNumber: one }: DraftChange, { lineNumber: other }: DraftChange): number {
  const difference = (Number.parseInt(one, 10) || 0) - (Number.parseInt(other, 10) || 0);
  if (difference !== 0) return difference;
  return one < other ? -1 : 1;
}

function newLine(id: DraftLineId, fields: PimsFields): DraftLine {
  return { id, fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) };
}

/** Whether two lists of changes say the same. */
export function isSameChanges(one: readonly DraftChange[], other: readonly DraftChange[]): boolean {
  return (
    one.length === other.length &&
    one.every((change, index) => {
      const twin = other[index];
      return (
        change.lineNumber === twin?.lineNumber &&
        isSameRecord(change.fields, twin.fields) &&
        isSameRecord(change.base, twin.base)
      );
    })
  );
}

function isSameRecord(one: PimsFields, other: PimsFields): boolean {
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => one[field] === other[field]);
}
