import type { Migration } from '../migrate.ts';

/*
 * What finding out whether a step arrived needs (docs: exactly-once). What was there before is a JSON list of order
 * or line numbers; NULL: nobody has looked yet. Submissions of the first version looked up nothing, so that of those
 * only the ones with a reference of ours are known to have had no order before.
 */
export const reconcileMigration: Migration = {
  version: 2,
  name: 'reconcile',
  sql: `
-- 1: the reference was drawn at random for this submission alone.
ALTER TABLE submissions ADD COLUMN own_reference INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submissions ADD COLUMN orders_before TEXT;
ALTER TABLE submissions ADD COLUMN lines_before TEXT;
ALTER TABLE submissions ADD COLUMN evidence TEXT;
ALTER TABLE submissions ADD COLUMN duplicate_confirmed INTEGER NOT NULL DEFAULT 0;

UPDATE submissions SET lines_before = '[]';
UPDATE submissions SET orders_before = '[]', own_reference = 1 WHERE EXISTS
  (SELECT 1 FROM drafts d WHERE d.id = draft_id AND trim(COALESCE(d.header ->> '$.REFERENCE_NUMBER', '')) = '');

CREATE INDEX submissions_by_reference_in_any_case ON submissions (reference COLLATE NOCASE);
CREATE INDEX submissions_by_order ON submissions (connection_id, order_number) WHERE order_number IS NOT NULL;
CREATE INDEX steps_by_draft_line ON steps (draft_line_id) WHERE draft_line_id IS NOT NULL;
CREATE INDEX submissions_by_draft ON submissions (draft_id, number);
`,
};
