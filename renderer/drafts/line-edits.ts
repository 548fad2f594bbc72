import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { type DraftLineId, draftLineIdSchema } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { DraftContent } from './draft-model.ts';

/** A new id for a line. */
export function newLineId(): DraftLineId {
  return draftLineIdSchema.parse(crypto.randomUUID());
}

/** Puts an empty line, or a copy of `fields`, behind the line at `index`; -1 puts it first. */
export function insertLineAfter(
  content: DraftContent,
  index: number,
  lineId: DraftLineId,
  fields: PimsFields = {},
): DraftEdit[] {
  return [{ kind: 'insert-line', lineId, after: content.lines[index]?.id ?? null, fields }];
}

export interface PasteResult {
  readonly edits: DraftEdit[];
  /** Lines that the paste adds below the last one. */
  readonly added: number;
  /** Cells with text in them for which there is no column. */
  readonly dropped: number;
}

/**
 * Pastes cells from the cell at line `index` and `field` on, as a spreadsheet does; rows below the last line become
 * new lines, unless they are blank. All of it is meant as one step of undo.
 */
export function pasteCells(
  content: DraftContent,
  index: number,
  field: string,
  columns: readonly string[],
  cells: readonly (readonly string[])[],
): PasteResult {
  const targets = columns.slice(columns.indexOf(field));
  const edits: DraftEdit[] = [];
  let after = content.lines.at(-1)?.id ?? null;
  let added = 0;
  cells.forEach((row, offset) => {
    const values = targets
      .slice(0, row.length)
      .map((column, at) => [column, oneLine(row[at] ?? '')] as const);
    const line = content.lines[index + offset];
    if (line !== undefined) {
      for (const [column, value] of values) {
        if (value === (line.fields[column] ?? '')) continue;
        edits.push({ kind: 'set-line', lineId: line.id, field: column, value });
      }
      return;
    }
    if (values.every(([, value]) => value === '')) return;
    const lineId = newLineId();
    edits.push({ kind: 'insert-line', lineId, after, fields: Object.fromEntries(values) });
    after = lineId;
    added += 1;
  });
  const dropped = cells
    .flatMap((row) => row.slice(targets.length))
    .filter((cell) => cell.trim() !== '').length;
  return { edits, added, dropped };
}

/** PIMS fields hold one line of text; spreadsheets put breaks and hard spaces into cells. */
function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** The columns of the line table: the three that every line has, then whatever else the lines hold, then added ones. */
export function lineColumns(content: DraftContent, added: readonly string[]): string[] {
  const columns = new Set(['PART_CODE', 'DESCRIPTION', 'QUANTITY']);
  for (const line of content.lines) for (const field of Object.keys(line.fields)) columns.add(field);
  for (const field of added) columns.add(field);
  return [...columns];
}
