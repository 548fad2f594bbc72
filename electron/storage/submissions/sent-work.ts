import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '../../../shared/ids.ts';
import type { DayPeriod } from '../../../shared/outbox/day-check.ts';
import type { SentStep } from '../../../shared/outbox/sent-order.ts';
import { stepKinds, stepStates } from '../../../shared/outbox/submission.ts';
import { pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { flagColumn } from '../flag-column.ts';
import { jsonColumn } from '../json-column.ts';

/** A submission of a period, or one that has to do with an order of the period. */
export interface SentInPeriod {
  readonly id: SubmissionId;
  /** Queued in the period; the others are for the same drafts or orders. */
  readonly inPeriod: boolean;
  readonly draftRemoved: boolean;
}

/** A step with all that is on record of it. Times are ISO. */
export type RecordedStep = z.infer<typeof recordedRow>;

/** Reads what this desk has sent, for whoever looks back: nothing here changes anything. */
export interface SentWork {
  /** Oldest first. The period's times are as `toISOString` writes them. */
  ofPeriod(period: DayPeriod): SentInPeriod[];
  /** The steps of a submission in the order in which they go. */
  steps(id: SubmissionId): SentStep[];
  recordedSteps(id: SubmissionId): RecordedStep[];
}

const sentRow = z.object({
  id: submissionIdSchema,
  inPeriod: flagColumn,
  draftRemoved: flagColumn,
});
const stepRow = z.object({
  ordinal: z.number().int(),
  kind: z.enum(stepKinds),
  state: z.enum(stepStates),
  request: jsonColumn(pimsFieldsSchema),
  lineNumber: z.string().nullable(),
  endedAt: z.string().nullable(),
});
const recordedRow = stepRow.extend({
  orderNumber: z.string().nullable(),
  base: jsonColumn(pimsFieldsSchema).nullable(),
  answer: jsonColumn(z.unknown()).nullable(),
  lockCode: z.string().nullable(),
  intendedAt: z.string().nullable(),
});

export function createSentWork(db: Database): SentWork {
  // What went on with an order on another day belongs to it too: it says where the order stands, and what it is to be.
  const selectPeriod = db.prepare(`
    WITH RECURSIVE
      chosen (id) AS (
        SELECT id FROM submissions
        WHERE queued_at >= ?1 AND queued_at < ?2 AND (?3 IS NULL OR connection_id = ?3)),
      concerned (id) AS (
        SELECT id FROM chosen
        UNION
        SELECT o.id FROM concerned c JOIN submissions s ON s.id = c.id
          JOIN submissions o ON o.draft_id = s.draft_id
        UNION
        SELECT o.id FROM concerned c JOIN submissions s ON s.id = c.id
          JOIN submissions o ON o.connection_id = s.connection_id AND o.order_number = s.order_number)
    SELECT s.id, s.id IN (SELECT id FROM chosen) AS inPeriod,
      EXISTS (SELECT 1 FROM drafts d WHERE d.id = s.draft_id AND d.removed_at IS NOT NULL) AS draftRemoved
    FROM concerned JOIN submissions s ON s.id = concerned.id ORDER BY s.number`);
  const from = `ended_at AS endedAt, COALESCE(target_line, line_number) AS lineNumber FROM steps WHERE submission_id = ? ORDER BY ordinal`;
  const selectSteps = db.prepare(`SELECT ordinal, kind, state, request, ${from}`);
  const selectRecorded = db.prepare(
    `SELECT ordinal, kind, state, request, order_number AS orderNumber, base, answer, lock_code AS lockCode,
       intended_at AS intendedAt, ${from}`,
  );
  return {
    ofPeriod: ({ from: start, until, connectionId }) =>
      z.array(sentRow).parse(selectPeriod.all(start, until, connectionId)),
    steps: (id) => z.array(stepRow).parse(selectSteps.all(id)),
    recordedSteps: (id) => z.array(recordedRow).parse(selectRecorded.all(id)),
  };
}
