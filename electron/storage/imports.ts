import { z } from 'zod';
import {
  type ConnectionId,
  type DraftId,
  draftIdSchema,
  type ImportId,
  importIdSchema,
} from '../../shared/ids.ts';
import {
  type ImportedFile,
  type ImportRecord,
  type ImportTarget,
  importRecordSchema,
  rowCountsSchema,
} from '../../shared/import/import-record.ts';
import type { Database } from './database.ts';
import { flagColumn } from './flag-column.ts';
import { jsonColumn } from './json-column.ts';

/** A draft that an import made, or added lines to. */
export interface ImportedDraft {
  readonly id: DraftId;
  readonly made: boolean;
}

export interface NewImport {
  readonly id: ImportId;
  readonly connectionId: ConnectionId;
  readonly target: ImportTarget['kind'];
  readonly file: ImportedFile;
  readonly drafts: readonly ImportedDraft[];
}

/** What was imported, and what became of it. */
export interface ImportRepository {
  insert(created: NewImport, at: string): void;
  /** Newest first, so many at most. */
  list(connectionId: ConnectionId, most: number): ImportRecord[];
  find(connectionId: ConnectionId, id: ImportId): ImportRecord | undefined;
  /** Of files with the same content, without those that were undone, newest first. */
  ofContent(connectionId: ConnectionId, contentHash: string): ImportRecord[];
  /** In the order of the file. */
  drafts(id: ImportId): ImportedDraft[];
  /** Those of them that can be submitted. */
  openDrafts(id: ImportId): DraftId[];
  setUndone(id: ImportId, at: string): void;
}

const recordRow = z
  .object({
    id: importIdSchema,
    fileName: z.string(),
    contentHash: z.string(),
    rows: jsonColumn(rowCountsSchema),
    target: importRecordSchema.shape.target,
    at: z.string(),
    undoneAt: z.string().nullable(),
    open: z.number().int(),
    queued: z.number().int(),
    sent: z.number().int(),
    removed: z.number().int(),
    firstDraft: draftIdSchema.nullable(),
    isEdited: flagColumn,
  })
  .transform(
    ({ fileName, contentHash, rows, open, queued, sent, removed, ...record }): ImportRecord => ({
      ...record,
      file: { name: fileName, contentHash, rows },
      drafts: { open, queued, sent, removed },
    }),
  );
const draftRow = z.object({ id: draftIdSchema, made: flagColumn });

export function createImportRepository(db: Database): ImportRepository {
  const insert = db.prepare(
    `INSERT INTO imports (id, connection_id, target, file_name, content_hash, row_counts, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertDraft = db.prepare(
    'INSERT INTO import_drafts (import_id, position, draft_id, made) VALUES (?, ?, ?, ?)',
  );
  const standing = (state: string) => `total(d.state = '${state}' AND d.removed_at IS NULL)`;
  const select = (where: string) =>
    db.prepare(`
      SELECT i.id, i.file_name AS fileName, i.content_hash AS contentHash, i.row_counts AS rows, i.target, i.at,
        i.undone_at AS undoneAt,
        CAST(${standing('open')} AS INTEGER) AS open, CAST(${standing('queued')} AS INTEGER) AS queued,
        CAST(${standing('sent')} AS INTEGER) AS sent,
        CAST(total(d.id IS NULL OR d.removed_at IS NOT NULL) AS INTEGER) AS removed,
        (SELECT f.draft_id FROM import_drafts f JOIN drafts e ON e.id = f.draft_id AND e.removed_at IS NULL
          WHERE f.import_id = i.id ORDER BY f.position LIMIT 1) AS firstDraft,
        COALESCE(max(d.state = 'open' AND d.updated_at > i.at), 0) AS isEdited
      FROM imports i JOIN import_drafts m ON m.import_id = i.id LEFT JOIN drafts d ON d.id = m.draft_id
      WHERE i.connection_id = ? ${where}
      GROUP BY i.id ORDER BY i.at DESC, i.rowid DESC`);
  const selectListed = select(
    'AND i.id IN (SELECT id FROM imports WHERE connection_id = ?1 ORDER BY at DESC, rowid DESC LIMIT ?2)',
  );
  const selectOne = select('AND i.id = ?');
  const selectOfContent = select('AND i.content_hash = ? AND i.undone_at IS NULL');
  const selectDrafts = db.prepare(
    'SELECT draft_id AS id, made FROM import_drafts WHERE import_id = ? ORDER BY position',
  );
  const selectOpen = db.prepare(`
    SELECT m.draft_id AS id, m.made FROM import_drafts m JOIN drafts d ON d.id = m.draft_id
    WHERE m.import_id = ? AND d.state = 'open' AND d.removed_at IS NULL ORDER BY m.position`);
  const setUndone = db.prepare('UPDATE imports SET undone_at = ? WHERE id = ?');

  return {
    insert({ id, connectionId, target, file, drafts }, at) {
      insert.run(id, connectionId, target, file.name, file.contentHash, JSON.stringify(file.rows), at);
      for (const [position, draft] of drafts.entries())
        insertDraft.run(id, position, draft.id, draft.made ? 1 : 0);
    },
    list: (connectionId, most) => z.array(recordRow).parse(selectListed.all(connectionId, most)),
    find: (connectionId, id) => recordRow.optional().parse(selectOne.get(connectionId, id)),
    ofContent: (connectionId, contentHash) =>
      z.array(recordRow).parse(selectOfContent.all(connectionId, contentHash)),
    drafts: (id) => z.array(draftRow).parse(selectDrafts.all(id)),
    openDrafts: (id) =>
      z
        .array(draftRow)
        .parse(selectOpen.all(id))
        .map((draft) => draft.id),
    setUndone(id, at) {
      setUndone.run(at, id);
    },
  };
}
