import { describe, expect, it } from 'vitest';
import type { Database } from '../../../electron/storage/database.ts';
import { createSentWork } from '../../../electron/storage/submissions/sent-work.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import { submissionIdSchema } from '../../../shared/ids.ts';
import { addConnection, openTestDatabase } from './open-test-database.ts';

interface Row {
  readonly id: string;
  readonly draftId?: string;
  readonly orderNumber?: string | null;
  readonly state?: string;
  readonly queuedAt: string;
}

/** Submissions as the outbox leaves them behind, oldest first. */
function addSubmissions(db: Database, connectionId: ConnectionId, rows: readonly Row[]): void {
  const insert = db.prepare(`
    INSERT INTO submissions
      (id, draft_id, connection_id, state, reference, customer_code, order_number, steps_done, steps_total, queued_at)
    VALUES (?, ?, ?, ?, ?, 'M-1', ?, 1, 1, ?)`);
  for (const { id, draftId = `draft-${id}`, orderNumber = null, state = 'sent', queuedAt } of rows) {
    insert.run(id, draftId, connectionId, state, `R-${id}`, orderNumber, queuedAt);
  }
}

const day = {
  from: '2026-06-15T00:00:00.000Z',
  until: '2026-06-16T00:00:00.000Z',
  connectionId: null,
} as const;

describe('what was sent in a period', () => {
  it('is what was queued from its first moment until before its last, of one connection or all', () => {
    const { db, connectionId } = openTestDatabase();
    const other = addConnection(db, 'other');
    addSubmissions(db, connectionId, [
      { id: 'before', queuedAt: '2026-06-14T23:59:59.999Z' },
      { id: 'first', queuedAt: '2026-06-15T00:00:00.000Z' },
    ]);
    addSubmissions(db, other, [
      { id: 'last', queuedAt: '2026-06-15T23:59:59.999Z' },
      { id: 'after', queuedAt: '2026-06-16T00:00:00.000Z' },
    ]);
    const work = createSentWork(db);
    expect(work.ofPeriod(day).map(({ id }) => id)).toEqual(['first', 'last']);
    expect(work.ofPeriod({ ...day, connectionId: other }).map(({ id }) => id)).toEqual(['last']);
  });

  it('brings along what went on with the same drafts and orders on other days, and nothing else', () => {
    const { db, connectionId } = openTestDatabase();
    const other = addConnection(db, 'other');
    addSubmissions(db, connectionId, [
      { id: 'earlier', draftId: 'd', state: 'withdrawn', queuedAt: '2026-06-10T09:00:00.000Z' },
      { id: 'today', draftId: 'd', orderNumber: '7', queuedAt: '2026-06-15T09:00:00.000Z' },
      { id: 'addition', orderNumber: '7', queuedAt: '2026-06-20T09:00:00.000Z' },
      { id: 'unrelated', orderNumber: '8', queuedAt: '2026-06-20T09:00:00.000Z' },
    ]);
    addSubmissions(db, other, [{ id: 'elsewhere', orderNumber: '7', queuedAt: '2026-06-20T09:00:00.000Z' }]);
    db.prepare(`
      INSERT INTO drafts (id, connection_id, state, header, created_at, updated_at, removed_at)
      VALUES ('d', ?, 'open', '{}', '', '', '2026-06-16T00:00:00.000Z')`).run(connectionId);
    expect(createSentWork(db).ofPeriod(day)).toEqual([
      { id: 'earlier', inPeriod: false, draftRemoved: true },
      { id: 'today', inPeriod: true, draftRemoved: true },
      { id: 'addition', inPeriod: false, draftRemoved: false },
    ]);
  });

  it('has its steps in the order in which they go, with the line that each added or changed', () => {
    const { db, connectionId } = openTestDatabase();
    addSubmissions(db, connectionId, [{ id: 'one', queuedAt: '2026-06-15T09:00:00.000Z' }]);
    const insert = db.prepare(`
      INSERT INTO steps (submission_id, ordinal, kind, state, target_line, base, request, answer, line_number, lock_code)
      VALUES ('one', ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    const answer = JSON.stringify({ kind: 'add-line', line: { LINE_NUMBER: '4' } });
    insert.run(1, 'add-line', 'done', null, null, '{"QUANTITY":"1"}', answer, '4', 'CODE');
    insert.run(-1, 'update-line', 'planned', '2', '{"QUANTITY":"1"}', '{"QUANTITY":"3"}', null, null, null);
    const id = submissionIdSchema.parse('one');
    expect(createSentWork(db).steps(id)).toMatchObject([
      { ordinal: -1, kind: 'update-line', state: 'planned', request: { QUANTITY: '3' }, lineNumber: '2' },
      { ordinal: 1, kind: 'add-line', state: 'done', request: { QUANTITY: '1' }, lineNumber: '4' },
    ]);
    expect(createSentWork(db).recordedSteps(id)).toMatchObject([
      { base: { QUANTITY: '1' }, answer: null, lockCode: null },
      { base: null, answer: { line: { LINE_NUMBER: '4' } }, lockCode: 'CODE' },
    ]);
  });
});
