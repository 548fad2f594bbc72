import type { Migration } from '../migrate.ts';

/*
 * Scanned codes of which it is not known yet what they stand for. They are no content of the draft: they are not undone,
 * copied, sent or searched with it, and go with it for good.
 */
export const openScansMigration: Migration = {
  version: 7,
  name: 'open-scans',
  sql: `
CREATE TABLE open_scans (
  id INTEGER PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  problem TEXT NOT NULL,
  -- The parts of which it may be one, as PIMS had them then.
  parts TEXT NOT NULL,
  UNIQUE (draft_id, code)
) STRICT;
`,
};
