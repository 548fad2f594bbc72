import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import { headerSignature } from '../../shared/import/columns/fit-mapping.ts';
import {
  importMappingSchema,
  type NamedMapping,
  type SavedMapping,
} from '../../shared/import/columns/import-mapping.ts';
import type { Database } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** How a person has imported the columns of files: by name, and as it was done the last time. */
export interface ImportMappingRepository {
  /** By name. */
  named(connectionId: ConnectionId): NamedMapping[];
  /** As files with these headings were imported the last time. */
  remembered(connectionId: ConnectionId, headings: readonly string[]): SavedMapping | undefined;
  /** One of the same name is replaced. */
  save(connectionId: ConnectionId, saved: NamedMapping, at: string): void;
  remember(connectionId: ConnectionId, saved: SavedMapping, at: string): void;
  remove(connectionId: ConnectionId, name: string): void;
}

/** So many files that differ in their headings are remembered. */
const MOST_REMEMBERED = 200;

const mappingRow = z.object({
  name: z.string(),
  headings: jsonColumn(z.array(z.string())),
  mapping: jsonColumn(importMappingSchema),
});

export function createImportMappingRepository(db: Database): ImportMappingRepository {
  const columns = 'name, headings, mapping';
  const selectNamed = db.prepare(
    `SELECT ${columns} FROM import_mappings WHERE connection_id = ? AND name <> '' ORDER BY name COLLATE NOCASE, name`,
  );
  const selectRemembered = db.prepare(
    `SELECT ${columns} FROM import_mappings WHERE connection_id = ? AND name = '' AND signature = ?`,
  );
  const insert = db.prepare(
    `INSERT INTO import_mappings (connection_id, name, signature, headings, mapping, used_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const removeNamed = db.prepare(
    "DELETE FROM import_mappings WHERE connection_id = ? AND name = ? AND name <> ''",
  );
  const removeRemembered = db.prepare(
    "DELETE FROM import_mappings WHERE connection_id = ? AND name = '' AND signature = ?",
  );
  const removeOldest = db.prepare(`
    DELETE FROM import_mappings WHERE rowid IN (
      SELECT rowid FROM import_mappings WHERE connection_id = ? AND name = ''
      ORDER BY used_at DESC, rowid DESC LIMIT -1 OFFSET ${MOST_REMEMBERED})`);

  function put(
    connectionId: ConnectionId,
    name: string,
    { headings, mapping }: SavedMapping,
    at: string,
  ): void {
    const signature = headerSignature(headings);
    insert.run(connectionId, name, signature, JSON.stringify(headings), JSON.stringify(mapping), at);
  }

  return {
    named: (connectionId) => z.array(mappingRow).parse(selectNamed.all(connectionId)),
    remembered: (connectionId, headings) =>
      mappingRow.optional().parse(selectRemembered.get(connectionId, headerSignature(headings))),
    save(connectionId, saved, at) {
      db.transaction(() => {
        removeNamed.run(connectionId, saved.name);
        put(connectionId, saved.name, saved, at);
      });
    },
    remember(connectionId, saved, at) {
      db.transaction(() => {
        removeRemembered.run(connectionId, headerSignature(saved.headings));
        put(connectionId, '', saved, at);
        removeOldest.run(connectionId);
      });
    },
    remove(connectionId, name) {
      removeNamed.run(connectionId, name);
    },
  };
}
