import type { Migration } from '../migrate.ts';

/*
 * Times are ISO text in UTC. Records of PIMS are JSON objects of text. There is no column for a secret, on
 * purpose: secrets live in the keychain or in memory.
 */
export const firstMigration: Migration = {
  version: 1,
  name: 'first',
  sql: `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE preferences (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- A removed connection stays as a row: the outbox's history names it.
CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  base_url TEXT NOT NULL,
  team_id TEXT NOT NULL,
  api_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'test', 'live')),
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  UNIQUE (connection_id, name)
) STRICT;

CREATE TABLE seen_fields (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  pims_table TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (connection_id, pims_table, field)
) STRICT, WITHOUT ROWID;

-- The newest lock code known for each line of each order.
CREATE TABLE lock_codes (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  order_number TEXT NOT NULL,
  line_number TEXT NOT NULL,
  lock_code TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (connection_id, order_number, line_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage (
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  requests INTEGER NOT NULL,
  PRIMARY KEY (connection_id, day, endpoint)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('open', 'queued', 'sent')),
  header TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX drafts_by_connection ON drafts (connection_id, updated_at);

-- Positions leave gaps, so that inserting a line touches one row.
CREATE TABLE draft_lines (
  draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (draft_id, id),
  UNIQUE (draft_id, position)
) STRICT;

-- The number is the order in which submissions were queued.
CREATE TABLE submissions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  draft_id TEXT NOT NULL,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'waiting', 'held', 'needs-attention', 'sent', 'withdrawn')),
  reference TEXT NOT NULL,
  customer_code TEXT NOT NULL,
  order_number TEXT,
  steps_done INTEGER NOT NULL,
  steps_total INTEGER NOT NULL,
  problem TEXT,
  next_try_at TEXT,
  queued_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE UNIQUE INDEX one_submission_per_draft ON submissions (draft_id) WHERE state <> 'withdrawn';
CREATE INDEX submissions_by_state ON submissions (connection_id, state, number);
CREATE INDEX submissions_by_reference ON submissions (reference);

-- order_number is filled in when the step is intended: a line can't be sent before its order has a number.
CREATE TABLE steps (
  submission_id TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create-order', 'add-line')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'intended', 'done', 'unknown', 'rejected')),
  draft_line_id TEXT,
  request TEXT NOT NULL,
  order_number TEXT,
  answer TEXT,
  line_number TEXT,
  lock_code TEXT,
  intended_at TEXT,
  ended_at TEXT,
  PRIMARY KEY (submission_id, ordinal)
) STRICT;
CREATE INDEX steps_by_state ON steps (submission_id, state, ordinal);
CREATE INDEX steps_under_way ON steps (submission_id, ordinal) WHERE state = 'intended';

-- Only ever added to.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  submission_id TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  step_ordinal INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_submission ON journal (submission_id, number);
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'The journal is only ever added to.');
END;
`,
};
