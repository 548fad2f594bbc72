import type { Migration } from '../migrate.ts';

/** Files that were imported, and the drafts that they made or were added to. */
export const importsMigration: Migration = {
  version: 6,
  name: 'imports',
  sql: `
CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  target TEXT NOT NULL CHECK (target IN ('new-drafts', 'draft')),
  file_name TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  -- JSON, as shared/import/import-record.ts has them.
  row_counts TEXT NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX imports_by_connection ON imports (connection_id, at);
CREATE INDEX imports_by_content ON imports (connection_id, content_hash);

-- made: the import made the draft, rather than adding to it. A draft that is deleted for good leaves its row here.
CREATE TABLE import_drafts (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  draft_id TEXT NOT NULL,
  made INTEGER NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- How the columns of files are imported: under a name that a person gave, or, with an empty name, as it was done the last time
-- for files with the same headings (their signature). JSON, as shared/import/columns/import-mapping.ts has it.
CREATE TABLE import_mappings (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  signature TEXT NOT NULL,
  headings TEXT NOT NULL,
  mapping TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX import_mappings_by_name ON import_mappings (connection_id, name) WHERE name <> '';
CREATE UNIQUE INDEX import_mappings_by_signature ON import_mappings (connection_id, signature) WHERE name = '';
`,
};
