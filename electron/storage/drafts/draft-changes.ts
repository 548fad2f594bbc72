import { z } from 'zod';
import { type DraftChange, draftChangeSchema } from '../../../shared/drafts/draft.ts';
import type { DraftId } from '../../../shared/ids.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/** Changes of lines that PIMS has, each line a row of its own. */
export interface DraftChangeRepository {
  /** By line number. */
  list(draftId: DraftId): DraftChange[];
  /**
   * Changes a field of a line. `base` is kept from the first change of the line on; the value that stands in it takes the
   * change away, and the last one the line's row.
   */
  setField(draftId: DraftId, lineNumber: string, base: PimsFields, field: string, value: string): void;
  /** Puts this change of a line in the place of the one that was there. */
  replace(draftId: DraftId, change: DraftChange): void;
  /** Takes away all changes of lines, such as those that have reached PIMS. */
  removeLines(draftId: DraftId, lineNumbers: readonly string[]): void;
}

const changeRow = draftChangeSchema.extend({
  base: jsonColumn(pimsFieldsSchema),
  fields: jsonColumn(pimsFieldsSchema),
});

export function createDraftChangeRepository(db: Database): DraftChangeRepository {
  const columns = 'line_number AS lineNumber, base, fields';
  // PIMS numbers its lines; as text, 10 would come before 9.
  const selectAll = db.prepare(
    `SELECT ${columns} FROM draft_changes WHERE draft_id = ? ORDER BY CAST(line_number AS INTEGER), line_number`,
  );
  const selectOne = db.prepare(`SELECT ${columns} FROM draft_changes WHERE draft_id = ? AND line_number = ?`);
  const upsert = db.prepare(
    `INSERT INTO draft_changes (draft_id, line_number, base, fields) VALUES (?, ?, ?, ?)
     ON CONFLICT (draft_id, line_number) DO UPDATE SET base = excluded.base, fields = excluded.fields`,
  );
  const removeLines = db.prepare(
    'DELETE FROM draft_changes WHERE draft_id = ? AND line_number IN (SELECT value FROM json_each(?))',
  );
  const remove = (draftId: DraftId, lineNumbers: readonly string[]): void => {
    removeLines.run(draftId, JSON.stringify(lineNumbers));
  };

  const replace = (draftId: DraftId, { lineNumber, base, fields }: DraftChange): void => {
    upsert.run(draftId, lineNumber, JSON.stringify(base), JSON.stringify(fields));
  };

  return {
    list: (draftId) => z.array(changeRow).parse(selectAll.all(draftId)),
    setField(draftId, lineNumber, base, field, value) {
      const kept = changeRow.optional().parse(selectOne.get(draftId, lineNumber));
      const before = kept?.base ?? base;
      const { [field]: _replaced, ...others } = kept?.fields ?? {};
      const fields = value === (before[field] ?? '') ? others : { ...others, [field]: value };
      if (Object.keys(fields).length === 0) remove(draftId, [lineNumber]);
      else replace(draftId, { lineNumber, base: before, fields });
    },
    replace,
    removeLines: remove,
  };
}
