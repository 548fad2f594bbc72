import { z } from 'zod';
import { DeskError } from '../../../shared/errors.ts';
import type { DraftId } from '../../../shared/ids.ts';
import { type OpenScan, openScanSchema } from '../../../shared/scanning/open-scan.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/** Scanned codes of drafts of which it is not known yet what they stand for. They are deleted with their draft. */
export interface OpenScanRepository {
  /** The earliest first. */
  list(draftId: DraftId): OpenScan[];
  /** One of the same code is replaced, and keeps its place. @throws DeskError `not-found` when the draft is gone */
  keep(draftId: DraftId, scan: OpenScan): void;
  drop(draftId: DraftId, code: string): void;
}

const rows = z.array(openScanSchema.extend({ parts: jsonColumn(openScanSchema.shape.parts) }));

export function createOpenScanRepository(db: Database): OpenScanRepository {
  const selectAll = db.prepare(
    'SELECT code, times, problem, parts FROM open_scans WHERE draft_id = ? ORDER BY id',
  );
  const upsert = db.prepare(
    `INSERT INTO open_scans (draft_id, code, times, problem, parts)
     SELECT id, ?2, ?3, ?4, ?5 FROM drafts WHERE id = ?1
     ON CONFLICT (draft_id, code)
     DO UPDATE SET times = excluded.times, problem = excluded.problem, parts = excluded.parts`,
  );
  const remove = db.prepare('DELETE FROM open_scans WHERE draft_id = ? AND code = ?');
  return {
    list: (draftId) => rows.parse(selectAll.all(draftId)),
    keep(draftId, { code, times, problem, parts }) {
      const { changes } = upsert.run(draftId, code, times, problem, JSON.stringify(parts));
      if (changes === 0) {
        throw new DeskError('not-found', 'This draft is not on this machine any more.', { id: draftId });
      }
    },
    drop(draftId, code) {
      remove.run(draftId, code);
    },
  };
}
