import type { Migration } from '../migrate.ts';

/** Which part of Order Desk made a request. It joins the key, so the table is written anew. */
export const usagePurposeMigration: Migration = {
  version: 9,
  name: 'usage-purpose',
  sql: `
CREATE TABLE new_usage (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  -- As shared/usage/purpose.ts has them.
  purpose TEXT NOT NULL,
  requests INTEGER NOT NULL,
  PRIMARY KEY (connection_id, day, endpoint, purpose)
) STRICT, WITHOUT ROWID;
INSERT INTO new_usage (connection_id, day, endpoint, purpose, requests)
  SELECT connection_id, day, endpoint, 'unknown', requests FROM usage;
DROP TABLE usage;
ALTER TABLE new_usage RENAME TO usage;
`,
};
