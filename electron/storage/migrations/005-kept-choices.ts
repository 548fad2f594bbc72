import type { Migration } from '../migrate.ts';

/** What a person has chosen for a change that met somebody else's is kept until it is sent. */
export const keptChoicesMigration: Migration = {
  version: 5,
  name: 'kept-choices',
  sql: `
-- By field, as shared/outbox/field-choice.ts has them; NULL while nothing is chosen.
ALTER TABLE steps ADD COLUMN choices TEXT;
`,
};
