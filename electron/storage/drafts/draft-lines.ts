import { z } from 'zod';
import type { DraftLine } from '../../../shared/drafts/draft.ts';
import { DeskError } from '../../../shared/errors.ts';
import { type DraftId, type DraftLineId, draftLineIdSchema } from '../../../shared/ids.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/** The lines of a draft, each a row of its own: an edit writes one row, whatever the draft's length. */
export interface DraftLineRepository {
  /** In the order in which they will be sent. */
  list(draftId: DraftId): DraftLine[];
  /** @throws DeskError `not-found` */
  setField(draftId: DraftId, lineId: DraftLineId, field: string, value: string): void;
  /** @throws DeskError `not-found` when `after` is no line of the draft, `conflict` when `lineId` already is one */
  insert(draftId: DraftId, lineId: DraftLineId, after: DraftLineId | null, fields: PimsFields): void;
  /** Behind all others, in their order: much faster than one by one. The ids are new. */
  append(draftId: DraftId, added: readonly DraftLine[]): void;
  /** @throws DeskError `not-found` */
  remove(draftId: DraftId, lineId: DraftLineId): void;
  /** Those whose id begins so. Answers how many there were. */
  removeNamed(draftId: DraftId, beginning: string): number;
}

/** The gap between neighbours when a line is added at an end. */
const GAP = 2 ** 32;
/** The distance that a line put between two others keeps from the first: room for a long block that follows it. */
const STEP = 2 ** 16;

const lineRow = z.object({ id: draftLineIdSchema, fields: jsonColumn(pimsFieldsSchema) });
const fieldsRow = z.object({ fields: jsonColumn(pimsFieldsSchema) }).optional();
const positionRow = z.object({ position: z.number().int() }).optional();
const edgeRow = z.object({ position: z.number().int().nullable() });

export function createDraftLineRepository(db: Database): DraftLineRepository {
  const selectAll = db.prepare('SELECT id, fields FROM draft_lines WHERE draft_id = ? ORDER BY position');
  const selectFields = db.prepare('SELECT fields FROM draft_lines WHERE draft_id = ? AND id = ?');
  const updateFields = db.prepare('UPDATE draft_lines SET fields = ? WHERE draft_id = ? AND id = ?');
  const selectPosition = db.prepare('SELECT position FROM draft_lines WHERE draft_id = ? AND id = ?');
  const selectFirst = db.prepare('SELECT MIN(position) AS position FROM draft_lines WHERE draft_id = ?');
  const selectNext = db.prepare(
    'SELECT MIN(position) AS position FROM draft_lines WHERE draft_id = ? AND position > ?',
  );
  const insert = db.prepare('INSERT INTO draft_lines (draft_id, id, position, fields) VALUES (?, ?, ?, ?)');
  const selectLast = db.prepare('SELECT MAX(position) AS position FROM draft_lines WHERE draft_id = ?');
  const removeNamed = db.prepare(
    'DELETE FROM draft_lines WHERE draft_id = ?1 AND substr(id, 1, length(?2)) = ?2',
  );
  const remove = db.prepare('DELETE FROM draft_lines WHERE draft_id = ? AND id = ?');
  // The new positions all lie on one side of the old ones, so that no two rows share one in between; the side
  // changes, so that they never grow beyond what a number holds.
  const renumber = db.prepare(`
    UPDATE draft_lines SET position = fresh.position
    FROM (
      SELECT id,
        CASE WHEN MAX(position) OVER () > 0 THEN MIN(position) OVER () - (COUNT(*) OVER () + 1) * ${GAP}
          ELSE MAX(position) OVER () END + ROW_NUMBER() OVER (ORDER BY position) * ${GAP} AS position
      FROM draft_lines WHERE draft_id = ?1
    ) AS fresh
    WHERE draft_lines.draft_id = ?1 AND draft_lines.id = fresh.id`);

  function positionOf(draftId: DraftId, lineId: DraftLineId): number {
    const row = positionRow.parse(selectPosition.get(draftId, lineId));
    if (row === undefined) throw noSuchLine(lineId);
    return row.position;
  }

  function freePosition(draftId: DraftId, after: DraftLineId | null): number {
    if (after === null) {
      const first = edgeRow.parse(selectFirst.get(draftId)).position;
      return first === null ? 0 : first - GAP;
    }
    const before = positionOf(draftId, after);
    const next = edgeRow.parse(selectNext.get(draftId, before)).position;
    if (next === null) return before + GAP;
    if (next - before > 1) return before + Math.min(STEP, Math.floor((next - before) / 2));
    renumber.run(draftId);
    return positionOf(draftId, after) + STEP;
  }

  return {
    list: (draftId) => z.array(lineRow).parse(selectAll.all(draftId)),
    setField(draftId, lineId, field, value) {
      const row = fieldsRow.parse(selectFields.get(draftId, lineId));
      if (row === undefined) throw noSuchLine(lineId);
      updateFields.run(JSON.stringify(withField(row.fields, field, value)), draftId, lineId);
    },
    insert(draftId, lineId, after, fields) {
      if (selectPosition.get(draftId, lineId) !== undefined) {
        throw new DeskError('conflict', 'This line is in the draft already.', { lineId });
      }
      insert.run(draftId, lineId, freePosition(draftId, after), filledJson(fields));
    },
    append(draftId, added) {
      let position = edgeRow.parse(selectLast.get(draftId)).position ?? -GAP;
      for (const { id, fields } of added) {
        position += GAP;
        insert.run(draftId, id, position, filledJson(fields));
      }
    },
    removeNamed: (draftId, beginning) => Number(removeNamed.run(draftId, beginning).changes),
    remove(draftId, lineId) {
      if (remove.run(draftId, lineId).changes === 0) throw noSuchLine(lineId);
    },
  };
}

/** An empty field is one that is not there. */
function filledJson(fields: PimsFields): string {
  return JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')));
}

/** The record with one field set; an empty value takes the field away. */
export function withField(fields: PimsFields, field: string, value: string): PimsFields {
  if (value !== '') return { ...fields, [field]: value };
  const { [field]: _gone, ...rest } = fields;
  return rest;
}

function noSuchLine(lineId: DraftLineId): DeskError {
  return new DeskError('not-found', 'This line is no longer in the draft. Open the draft again.', { lineId });
}
