import type { Migration } from '../migrate.ts';

/*
 * Drafts for an order that PIMS has already, templates, and what a person does with the outbox by hand. The steps are
 * written anew since their kinds are checked: a change of a line joins them (docs: exactly-once).
 */
export const outboxByHandMigration: Migration = {
  version: 3,
  name: 'outbox-by-hand',
  sql: `
-- Not NULL: new lines and changes for that order, rather than a new one. The header then only says whose it is.
ALTER TABLE drafts ADD COLUMN target_order TEXT;
-- Not NULL: a template. It is started from, and never sent.
ALTER TABLE drafts ADD COLUMN template_name TEXT;
-- Drawn when the draft is made, and by which run of the program: only within that run is it certain that nothing
-- in PIMS bears it, since a copied or restored folder may have been used elsewhere. NULL in drafts made before.
ALTER TABLE drafts ADD COLUMN own_reference TEXT;
ALTER TABLE drafts ADD COLUMN drawn_in_run TEXT;
CREATE UNIQUE INDEX drafts_by_own_reference ON drafts (own_reference) WHERE own_reference IS NOT NULL;
CREATE UNIQUE INDEX templates_by_name ON drafts (connection_id, template_name)
  WHERE template_name IS NOT NULL AND removed_at IS NULL;

-- Changes of lines that PIMS has: the line as the person saw it, and the fields that the person changed.
CREATE TABLE draft_changes (
  draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  line_number TEXT NOT NULL,
  base TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (draft_id, line_number)
) STRICT;

ALTER TABLE connections ADD COLUMN reference_field TEXT NOT NULL DEFAULT 'REFERENCE_NUMBER';
ALTER TABLE connections ADD COLUMN lines_in_flight INTEGER NOT NULL DEFAULT 1;
ALTER TABLE connections ADD COLUMN settle_seconds INTEGER NOT NULL DEFAULT 60;
-- When a person paused the sending of the connection.
ALTER TABLE connections ADD COLUMN paused_at TEXT;

ALTER TABLE submissions ADD COLUMN reference_field TEXT NOT NULL DEFAULT 'REFERENCE_NUMBER';
-- It is for an order that was in PIMS before.
ALTER TABLE submissions ADD COLUMN is_addition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submissions ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
-- When a person called it off: it goes back to its draft as soon as it is known what PIMS has of it.
ALTER TABLE submissions ADD COLUMN called_off_at TEXT;

-- order_number is filled in when the step is intended: a line can't be sent before its order has a number.
-- target_line and base belong to changes: which line, and how the person saw it. dismissed is a JSON list of the numbers
-- of lines of which a person has said that they are not this one.
CREATE TABLE new_steps (
  submission_id TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create-order', 'add-line', 'update-line')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'intended', 'done', 'unknown', 'rejected')),
  draft_line_id TEXT,
  target_line TEXT,
  base TEXT,
  dismissed TEXT,
  request TEXT NOT NULL,
  order_number TEXT,
  answer TEXT,
  line_number TEXT,
  lock_code TEXT,
  intended_at TEXT,
  ended_at TEXT,
  PRIMARY KEY (submission_id, ordinal)
) STRICT;
INSERT INTO new_steps
  (submission_id, ordinal, kind, state, draft_line_id, request, order_number, answer, line_number, lock_code,
   intended_at, ended_at)
  SELECT submission_id, ordinal, kind, state, draft_line_id, request, order_number, answer, line_number, lock_code,
    intended_at, ended_at
  FROM steps;
DROP TABLE steps;
ALTER TABLE new_steps RENAME TO steps;
CREATE INDEX steps_by_state ON steps (submission_id, state, ordinal);
CREATE INDEX steps_under_way ON steps (submission_id, ordinal) WHERE state = 'intended';
CREATE INDEX steps_by_draft_line ON steps (draft_line_id) WHERE draft_line_id IS NOT NULL;
`,
};
