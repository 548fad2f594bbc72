import { z } from 'zod';
import { type DeskErrorShape, deskErrorSchema } from '../../shared/errors.ts';
import {
  type ConnectionId,
  connectionIdSchema,
  type DraftId,
  draftIdSchema,
  type OrderNumber,
  orderNumberSchema,
  type SubmissionId,
  submissionIdSchema,
} from '../../shared/ids.ts';
import { type Submission, type SubmissionState, submissionStates } from '../../shared/outbox/submission.ts';
import type { Database } from './database.ts';
import { jsonColumn } from './json-column.ts';

export interface NewSubmission {
  readonly id: SubmissionId;
  readonly draftId: DraftId;
  readonly connectionId: ConnectionId;
  readonly reference: string;
  readonly customerCode: string;
  readonly stepsTotal: number;
  readonly queuedAt: string;
}

/** What a submission's state brings with it. */
export interface Standing {
  readonly state: SubmissionState;
  readonly problem?: DeskErrorShape;
  readonly nextTryAt?: string;
  readonly finishedAt?: string;
}

/** The submissions of the outbox. Every change names the states it expects and answers what it changed. */
export interface SubmissionRepository {
  insert(submission: NewSubmission): void;
  /** Of all connections, newest first. */
  list(): Submission[];
  find(id: SubmissionId): Submission | undefined;
  /** The oldest queued one of a connection. */
  nextQueued(connectionId: ConnectionId): SubmissionId | undefined;
  /** Connections that have something to send. */
  connectionsWithWork(): ConnectionId[];
  move(id: SubmissionId, from: readonly SubmissionState[], to: Standing): boolean;
  /** The same for all of a connection; answers which were moved. */
  moveAll(connectionId: ConnectionId, from: readonly SubmissionState[], to: Standing): SubmissionId[];
  /** Back to the person, unless a step has reached or may have reached PIMS. */
  withdraw(id: SubmissionId, at: string): boolean;
  /** One more step is done; the first one brings the order number. */
  countStep(id: SubmissionId, orderNumber: OrderNumber | null): boolean;
  hasReference(reference: string): boolean;
  /** How many are on their way, and how many wait for a person. */
  counts(): { readonly waiting: number; readonly needsAttention: number };
}

const submissionRow = z.object({
  id: submissionIdSchema,
  draftId: draftIdSchema,
  connectionId: connectionIdSchema,
  connectionName: z.string(),
  state: z.enum(submissionStates),
  reference: z.string(),
  customerCode: z.string(),
  orderNumber: orderNumberSchema.nullable(),
  stepsDone: z.number().int(),
  stepsTotal: z.number().int(),
  problem: jsonColumn(deskErrorSchema).nullable(),
  canWithdraw: z.number().transform((flag) => flag === 1),
  nextTryAt: z.string().nullable(),
  queuedAt: z.string(),
  finishedAt: z.string().nullable(),
});
const idRow = z.object({ id: submissionIdSchema });
const connectionRow = z.object({ id: connectionIdSchema });
const countsRow = z.object({ waiting: z.number().int(), needsAttention: z.number().int() });

/** No step has reached PIMS, or may have. */
const untouched = `NOT EXISTS
  (SELECT 1 FROM steps t WHERE t.submission_id = s.id AND t.state IN ('intended', 'done', 'unknown'))`;
const selectColumns = `
  SELECT s.id, s.draft_id AS draftId, s.connection_id AS connectionId, c.name AS connectionName, s.state, s.reference,
    s.customer_code AS customerCode, s.order_number AS orderNumber, s.steps_done AS stepsDone,
    s.steps_total AS stepsTotal, s.problem, s.state NOT IN ('sent', 'withdrawn') AND ${untouched} AS canWithdraw,
    s.next_try_at AS nextTryAt, s.queued_at AS queuedAt, s.finished_at AS finishedAt
  FROM submissions s JOIN connections c ON c.id = s.connection_id`;
const setStanding = 'state = ?, problem = ?, next_try_at = ?, finished_at = ?';
const inGivenStates = 'state IN (SELECT value FROM json_each(?))';

export function createSubmissionRepository(db: Database): SubmissionRepository {
  const insert = db.prepare(`
    INSERT INTO submissions
      (id, draft_id, connection_id, state, reference, customer_code, steps_done, steps_total, queued_at)
    VALUES (?, ?, ?, 'queued', ?, ?, 0, ?, ?)`);
  const selectAll = db.prepare(`${selectColumns} ORDER BY s.number DESC`);
  const selectOne = db.prepare(`${selectColumns} WHERE s.id = ?`);
  const selectNext = db.prepare(
    `SELECT id FROM submissions WHERE connection_id = ? AND state = 'queued' ORDER BY number LIMIT 1`,
  );
  const selectConnections = db.prepare(
    `SELECT DISTINCT connection_id AS id FROM submissions WHERE state NOT IN ('sent', 'withdrawn', 'needs-attention')`,
  );
  const move = db.prepare(`UPDATE submissions SET ${setStanding} WHERE id = ? AND ${inGivenStates}`);
  const moveAll = db.prepare(
    `UPDATE submissions SET ${setStanding} WHERE connection_id = ? AND ${inGivenStates} RETURNING id`,
  );
  const withdraw = db.prepare(`
    UPDATE submissions AS s SET state = 'withdrawn', problem = NULL, next_try_at = NULL, finished_at = ?
    WHERE s.id = ? AND s.state NOT IN ('sent', 'withdrawn') AND ${untouched}`);
  const countStep = db.prepare(`
    UPDATE submissions SET steps_done = steps_done + 1, order_number = COALESCE(?, order_number)
    WHERE id = ? AND state = 'sending'`);
  const selectReference = db.prepare('SELECT id FROM submissions WHERE reference = ? LIMIT 1');
  const selectCounts = db.prepare(`
    SELECT COUNT(*) FILTER (WHERE state <> 'needs-attention') AS waiting,
      COUNT(*) FILTER (WHERE state = 'needs-attention') AS needsAttention
    FROM submissions WHERE state NOT IN ('sent', 'withdrawn')`);

  function standingValues({ state, problem, nextTryAt, finishedAt }: Standing) {
    return [
      state,
      problem === undefined ? null : JSON.stringify(problem),
      nextTryAt ?? null,
      finishedAt ?? null,
    ] as const;
  }

  return {
    insert({ id, draftId, connectionId, reference, customerCode, stepsTotal, queuedAt }) {
      insert.run(id, draftId, connectionId, reference, customerCode, stepsTotal, queuedAt);
    },
    list: () => z.array(submissionRow).parse(selectAll.all()),
    find: (id) => submissionRow.optional().parse(selectOne.get(id)),
    nextQueued: (connectionId) => idRow.optional().parse(selectNext.get(connectionId))?.id,
    connectionsWithWork: () =>
      z
        .array(connectionRow)
        .parse(selectConnections.all())
        .map(({ id }) => id),
    move: (id, from, to) => move.run(...standingValues(to), id, JSON.stringify(from)).changes === 1,
    moveAll: (connectionId, from, to) =>
      z
        .array(idRow)
        .parse(moveAll.all(...standingValues(to), connectionId, JSON.stringify(from)))
        .map(({ id }) => id),
    withdraw: (id, at) => withdraw.run(at, id).changes === 1,
    countStep: (id, orderNumber) => countStep.run(orderNumber, id).changes === 1,
    hasReference: (reference) => selectReference.get(reference) !== undefined,
    counts: () => countsRow.parse(selectCounts.get()),
  };
}
