import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/storage/database.ts';
import { firstMigration } from '../../../electron/storage/migrations/001-first.ts';
import { createKnownBefore } from '../../../electron/storage/submissions/known-before.ts';
import { submissionIdSchema } from '../../../shared/ids.ts';
import { makeFolder } from '../../make-folder.ts';
import { someTime } from './open-test-database.ts';

const now = () => new Date(someTime);

describe('submissions of the first version', () => {
  it.each([
    ['a reference of ours was new', '{}', true, []],
    ['one that a person gave may be in use', '{"REFERENCE_NUMBER":"R-1"}', false, null],
  ])('%s', (_what, header, isOwn, orders) => {
    const folder = makeFolder();
    const before = openDatabase(folder, now, [firstMigration]);
    // As that version wrote it: the repositories of today need today's columns.
    const connectionId = 'c';
    before
      .prepare(
        "INSERT INTO connections (id, name, base_url, team_id, api_id, kind, created_at) VALUES (?, 'first', '', '', '', 'test', ?)",
      )
      .run(connectionId, someTime);
    before
      .prepare(
        "INSERT INTO drafts (id, connection_id, state, header, created_at, updated_at) VALUES ('d', ?, 'queued', ?, ?, ?)",
      )
      .run(connectionId, header, someTime, someTime);
    before
      .prepare(
        `INSERT INTO submissions (id, draft_id, connection_id, state, reference, customer_code, steps_done, steps_total, queued_at)
         VALUES ('s', 'd', ?, 'queued', 'R-1', 'C', 0, 1, ?)`,
      )
      .run(connectionId, someTime);
    before.close();

    const after = openDatabase(folder, now);
    const known = createKnownBefore(after);
    const id = submissionIdSchema.parse('s');
    expect(known.isOwnReference(id)).toBe(isOwn);
    expect(known.orders(id)).toEqual(orders);
    expect(known.lines(id)).toEqual([]);
    after.close();
  });
});
