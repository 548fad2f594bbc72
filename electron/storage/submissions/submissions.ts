import { z } from 'zod';
import { type DeskErrorShape, deskErrorSchema } from '../../../shared/errors.ts';
import {
  type ConnectionId,
  connectionIdSchema,
  type DraftId,
  draftIdSchema,
  type OrderNumber,
  orderNumberSchema,
  type SubmissionId,
  submissionIdSchema,
} from '../../../shared/ids.ts';
import { type Evidence, evidenceSchema } from '../../../shared/outbox/evidence.ts';
import { hasText } from '../../../shared/outbox/listed.ts';
import { olderSchema, type SubmissionState, submissionStates } from '../../../shared/outbox/submission.ts';
import type { Database } from '../database.ts';
import { flagColumn } from '../flag-column.ts';
import { jsonColumn } from '../json-column.ts';

export interface NewSubmission {
  readonly id: SubmissionId;
  readonly draftId: DraftId;
  readonly connectionId: ConnectionId;
  readonly reference: string;
  readonly customerCode: string;
  readonly stepsTotal: number;
  readonly queuedAt: string;
  /** Of the order that an earlier submission of the same draft began. */
  readonly orderNumber: OrderNumber | null;
  /** A person knows that other orders bear the reference. */
  readonly duplicateConfirmed: boolean;
  /** The field of an order that carries the reference. */
  readonly referenceField: string;
  /** It is for an order that was in PIMS before. */
  readonly isAddition: boolean;
}

/** A submission as the outbox works with it. */
export type OutboxSubmission = z.infer<typeof submissionRow>;

/** How a submission is stored: all else shows in its steps, and in what a person has asked for. */
export type StoredState = Exclude<SubmissionState, 'checking' | 'accepted' | 'paused' | 'calling-off'>;

/** What a submission's state brings with it. */
export interface Standing {
  readonly state: StoredState;
  readonly problem?: DeskErrorShape;
  readonly evidence?: Evidence;
  readonly nextTryAt?: string;
  readonly finishedAt?: string;
}

/** The submissions of the outbox. Every change names the states it expects and answers what it changed. */
export interface SubmissionRepository {
  insert(submission: NewSubmission): void;
  /** Of all connections, newest first: those that have not ended, and so many of the others, which ended last. */
  list(finished: number): OutboxSubmission[];
  /** Of those that ended, so many at most that have the text, newest first. */
  searchFinished(text: string, most: number): OutboxSubmission[];
  find(id: SubmissionId): OutboxSubmission | undefined;
  /**
   * The oldest queued one of a connection that nobody has paused (where nothing is sent, also those), without those named; without those whose reference
   * another one is bringing, or an older one is about to bring, into PIMS: of two orders that bear the same, it could not
   * be told which arrived; and without those for an order that another one is working on, or an older one will. One of which
   * it is still being found out what PIMS has goes before the others, and where nothing is sent only such a one does.
   */
  nextQueued(
    connectionId: ConnectionId,
    except: Iterable<SubmissionId>,
    which: QueuedOnly,
  ): SubmissionId | undefined;
  /** Connections that have something to send. */
  connectionsWithWork(): ConnectionId[];
  /** Those that have not ended and of which something is planned, oldest first. */
  withPlannedSteps(): SubmissionId[];
  /** Whether a queue is at it, and nobody has paused it, called it off or taken it back meanwhile. */
  mayGoOn(id: SubmissionId): boolean;
  /** Whether another order with the same reference is being sent at this moment. */
  isTwinBeingSent(id: SubmissionId): boolean;
  move(id: SubmissionId, from: readonly StoredState[], to: Standing): boolean;
  /** The same for all of a connection; answers which were moved. */
  moveAll(connectionId: ConnectionId, from: readonly StoredState[], to: Standing): SubmissionId[];
  /** Back to the person, unless a step is under way or in doubt, or everything is in PIMS. */
  withdraw(id: SubmissionId, at: string): boolean;
  /** A person wants it back as soon as that is possible. False when it is over, or everything is in PIMS. */
  callOff(id: SubmissionId, at: string): boolean;
  setPaused(id: SubmissionId, paused: boolean): boolean;
  /** Of a folder that may be a copy: how its submissions stand. `since` is when it was noticed. */
  standingOfCopy(since: string): {
    readonly checking: number;
    readonly held: number;
    readonly foundSent: number;
  };
  /** Everything that has not ended, oldest first. */
  unfinished(): OutboxSubmission[];
  /** One more step is done; the first one brings the order number. */
  countStep(id: SubmissionId, from: StoredState, orderNumber: OrderNumber | null): boolean;
  /** What a person needs in order to decide; null when there is nothing to decide. */
  evidence(id: SubmissionId): Evidence | null;
  /** Whether a person knows that other orders bear the reference. */
  isDuplicateConfirmed(id: SubmissionId): boolean;
  confirmDuplicate(id: SubmissionId, confirmed: boolean): void;
  /** How many that have not ended stand in each state. */
  countOpen(): (Pick<OutboxSubmission, 'connectionId' | 'state'> & { readonly count: number })[];
}

/** What of a queue may go on: everything, what a person called off, or what only looks in PIMS. */
export type QueuedOnly = 'all' | 'called-off' | 'looking';

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
  backToDraft: z.enum(['now', 'soon', 'after-decision', 'no']),
  isPaused: flagColumn,
  waitsFor: jsonColumn(olderSchema).nullable(),
  isAddition: flagColumn,
  makesOrder: flagColumn,
  referenceField: z.string(),
  calledOffAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  queuedAt: z.string(),
  finishedAt: z.string().nullable(),
});
const evidenceRow = z
  .object({ evidence: jsonColumn(evidenceSchema).nullable(), confirmed: flagColumn })
  .optional();
const idRow = z.object({ id: submissionIdSchema });
const copyRow = z.object({
  checking: z.number().int(),
  held: z.number().int(),
  foundSent: z.number().int(),
});
const connectionRow = z.object({ id: connectionIdSchema });
const textsRow = submissionRow.pick({ id: true, reference: true, customerCode: true, orderNumber: true });
const countRow = submissionRow.pick({ connectionId: true, state: true }).extend({ count: z.number().int() });

/** It is not known of some step of it whether that arrived; `s` is the name of its row. */
const hasDoubt = (s: string) =>
  `EXISTS (SELECT 1 FROM steps t WHERE t.submission_id = ${s}.id AND t.state = 'unknown')`;
/** Whether `o` is worked on, or is to be, before `s`; `which` is what of the queue may go on. */
const goesBefore = (which: string) => `o.connection_id = s.connection_id AND o.id <> s.id
  AND (o.state = 'sending' OR (o.state IN ('queued', 'waiting', 'held')
    AND CASE WHEN ${hasDoubt('o')} THEN o.number < s.number OR NOT ${hasDoubt('s')}
      ELSE ${which} = 'all' AND o.number < s.number AND NOT ${hasDoubt('s')} END))`;
const older = "json_object('id', o.id, 'isPaused', json(iif(o.paused = 1, 'true', 'false')))";
/** The oldest one of the same reference or order that goes before `s`; NULL when there is none. */
const waitsFor = (which: string) => `CASE WHEN s.order_number IS NULL
  THEN (SELECT ${older} FROM submissions o
    WHERE o.reference = s.reference COLLATE NOCASE AND o.order_number IS NULL AND ${goesBefore(which)}
    ORDER BY o.number LIMIT 1)
  ELSE (SELECT ${older} FROM submissions o
    WHERE o.order_number = s.order_number AND ${goesBefore(which)} ORDER BY o.number LIMIT 1) END`;
/** Named one by one, so that the index finds them among any number that are over. */
const openStates = "'queued', 'sending', 'waiting', 'held', 'needs-attention'";
const isOver = "s.state IN ('sent', 'withdrawn')";
const inDoubt =
  "EXISTS (SELECT 1 FROM steps t WHERE t.submission_id = s.id AND t.state IN ('intended', 'unknown'))";
/** No step is under way or in doubt: what is in PIMS is known, so that the draft can go on with it. */
const canGoBack = `NOT ${isOver} AND s.steps_done < s.steps_total AND NOT ${inDoubt}`;
const backToDraft = `CASE
  WHEN ${isOver} OR s.steps_done = s.steps_total THEN 'no'
  WHEN s.state = 'needs-attention' AND (s.evidence ->> '$.kind' IN ('unsure', 'unreadable')
    OR (s.evidence ->> '$.kind' = 'conflict' AND ${hasDoubt('s')})) THEN 'after-decision'
  WHEN s.called_off_at IS NOT NULL AND s.state <> 'needs-attention' THEN 'no'
  WHEN s.state = 'sending' OR ${inDoubt} THEN 'soon'
  ELSE 'now' END`;
const shownState = `CASE
  WHEN s.state NOT IN ('queued', 'sending', 'waiting', 'held') THEN s.state
  WHEN s.called_off_at IS NOT NULL AND s.state <> 'held' THEN 'calling-off'
  WHEN s.called_off_at IS NULL AND s.state <> 'sending' AND (s.paused = 1 OR c.paused_at IS NOT NULL) THEN 'paused'
  WHEN s.state = 'held' THEN s.state
  WHEN ${hasDoubt('s')} THEN 'checking'
  WHEN s.steps_done = s.steps_total AND s.order_number IS NOT NULL THEN 'accepted'
  ELSE s.state END`;
const selectColumns = `
  SELECT s.id, s.draft_id AS draftId, s.connection_id AS connectionId, c.name AS connectionName,
    ${shownState} AS state, s.reference, s.reference_field AS referenceField, s.is_addition AS isAddition,
    EXISTS (SELECT 1 FROM steps o WHERE o.submission_id = s.id AND o.ordinal = 0) AS makesOrder,
    s.customer_code AS customerCode, s.order_number AS orderNumber, s.steps_done AS stepsDone,
    s.steps_total AS stepsTotal, iif(s.state = 'withdrawn', NULL, s.problem) AS problem, ${backToDraft} AS backToDraft, (s.paused = 1 AND NOT ${isOver}) AS isPaused,
    CASE ${shownState} WHEN 'queued' THEN ${waitsFor("'all'")} END AS waitsFor, s.called_off_at AS calledOffAt,
    s.next_try_at AS nextTryAt, s.queued_at AS queuedAt, s.finished_at AS finishedAt
  FROM submissions s JOIN connections c ON c.id = s.connection_id`;
const setStanding = 'state = ?, problem = ?, next_try_at = ?, finished_at = ?, evidence = ?';
const inGivenStates = 'state IN (SELECT value FROM json_each(?))';

export function createSubmissionRepository(db: Database): SubmissionRepository {
  const insert = db.prepare(`
    INSERT INTO submissions
      (id, draft_id, connection_id, state, reference, customer_code, steps_done, steps_total, queued_at, order_number,
       duplicate_confirmed, reference_field, is_addition)
    VALUES (?, ?, ?, 'queued', ?, ?, 0, ?, ?, ?, ?, ?, ?)`);
  const selectListed = db.prepare(`
    ${selectColumns}
    WHERE s.state IN (${openStates}) OR s.number IN
      (SELECT number FROM submissions WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT ?)
    ORDER BY s.number DESC`);
  // SQLite itself knows upper and lower case of A to Z alone.
  const selectTexts = db.prepare(`
    SELECT id, reference, customer_code AS customerCode, order_number AS orderNumber
    FROM submissions s WHERE ${isOver} ORDER BY number DESC`);
  const selectThese = db.prepare(
    `${selectColumns} WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.number DESC`,
  );
  const selectOne = db.prepare(`${selectColumns} WHERE s.id = ?`);
  const selectNext = db.prepare(`
    SELECT id FROM submissions s
    WHERE connection_id = ?1 AND state = 'queued' AND id NOT IN (SELECT value FROM json_each(?2))
      AND (paused = 0 OR called_off_at IS NOT NULL OR ?3 = 'looking')
      AND (?3 <> 'called-off' OR called_off_at IS NOT NULL)
      AND (?3 <> 'looking' OR called_off_at IS NOT NULL OR steps_done = steps_total
        OR ${hasDoubt('s')})
      AND ${waitsFor('?3')} IS NULL
    ORDER BY number LIMIT 1`);
  const selectTwin = db.prepare(`
    SELECT 1 FROM submissions s JOIN submissions o
      ON o.reference = s.reference COLLATE NOCASE AND o.connection_id = s.connection_id AND o.id <> s.id
    WHERE s.id = ? AND o.order_number IS NULL AND o.state = 'sending'`);
  const selectConnections = db.prepare(
    `SELECT DISTINCT connection_id AS id FROM submissions WHERE state NOT IN ('sent', 'withdrawn', 'needs-attention')`,
  );
  const selectPlanned = db.prepare(`
    SELECT s.id FROM submissions s WHERE NOT ${isOver}
      AND EXISTS (SELECT 1 FROM steps t WHERE t.submission_id = s.id AND t.state = 'planned') ORDER BY s.number`);
  const selectMayGoOn = db.prepare(
    "SELECT 1 FROM submissions WHERE id = ? AND state = 'sending' AND paused = 0 AND called_off_at IS NULL",
  );
  const move = db.prepare(`UPDATE submissions SET ${setStanding} WHERE id = ? AND ${inGivenStates}`);
  const moveAll = db.prepare(
    `UPDATE submissions SET ${setStanding} WHERE connection_id = ? AND ${inGivenStates} RETURNING id`,
  );
  const withdraw = db.prepare(`
    UPDATE submissions AS s SET state = 'withdrawn', evidence = NULL, next_try_at = NULL, paused = 0,
      finished_at = ?
    WHERE s.id = ? AND ${canGoBack}`);
  const callOff = db.prepare(`
    UPDATE submissions AS s SET called_off_at = ?, paused = 0
    WHERE s.id = ? AND NOT ${isOver} AND s.called_off_at IS NULL AND s.steps_done < s.steps_total`);
  const setPaused = db.prepare(
    `UPDATE submissions AS s SET paused = ?1 WHERE s.id = ?2 AND s.paused <> ?1 AND NOT ${isOver}
       AND s.called_off_at IS NULL`,
  );
  const selectUnfinished = db.prepare(`${selectColumns} WHERE NOT ${isOver} ORDER BY s.number`);
  const selectCopy = db.prepare(`
    SELECT
      COUNT(*) FILTER (WHERE NOT ${isOver} AND s.state <> 'needs-attention' AND
        ${hasDoubt('s')}) AS checking,
      COUNT(*) FILTER (WHERE NOT ${isOver}) AS held,
      COUNT(*) FILTER (WHERE s.state = 'sent' AND EXISTS (SELECT 1 FROM journal j
        WHERE j.submission_id = s.id AND j.kind = 'copy-found' AND j.at >= ?)) AS foundSent
    FROM submissions s`);
  const countStep = db.prepare(`
    UPDATE submissions SET steps_done = steps_done + 1, order_number = COALESCE(?, order_number)
    WHERE id = ? AND state = ?`);
  const selectEvidence = db.prepare(
    'SELECT evidence, duplicate_confirmed AS confirmed FROM submissions WHERE id = ?',
  );
  const setConfirmed = db.prepare('UPDATE submissions SET duplicate_confirmed = ? WHERE id = ?');
  const countOpen = db.prepare(`
    SELECT s.connection_id AS connectionId, ${shownState} AS state, COUNT(*) AS count
    FROM connections c CROSS JOIN submissions s ON s.connection_id = c.id AND s.state IN (${openStates})
    GROUP BY 1, 2`);

  function standingValues({ state, problem, nextTryAt, finishedAt, evidence }: Standing) {
    return [
      state,
      problem === undefined ? null : JSON.stringify(problem),
      nextTryAt ?? null,
      finishedAt ?? null,
      evidence === undefined ? null : JSON.stringify(evidence),
    ] as const;
  }

  return {
    insert({ id, draftId, connectionId, reference, customerCode, stepsTotal, queuedAt, ...more }) {
      const { orderNumber, duplicateConfirmed, referenceField, isAddition } = more;
      insert.run(
        id,
        draftId,
        connectionId,
        reference,
        customerCode,
        stepsTotal,
        queuedAt,
        orderNumber,
        duplicateConfirmed ? 1 : 0,
        referenceField,
        isAddition ? 1 : 0,
      );
    },
    list: (finished) => z.array(submissionRow).parse(selectListed.all(finished)),
    searchFinished(text, most) {
      const found = z
        .array(textsRow)
        .parse(selectTexts.all())
        .filter((one) => hasText(one, text))
        .slice(0, most);
      return z.array(submissionRow).parse(selectThese.all(JSON.stringify(found.map(({ id }) => id))));
    },
    find: (id) => submissionRow.optional().parse(selectOne.get(id)),
    nextQueued: (connectionId, except, which) =>
      idRow.optional().parse(selectNext.get(connectionId, JSON.stringify([...except]), which))?.id,
    connectionsWithWork: () =>
      z
        .array(connectionRow)
        .parse(selectConnections.all())
        .map(({ id }) => id),
    withPlannedSteps: () =>
      z
        .array(idRow)
        .parse(selectPlanned.all())
        .map(({ id }) => id),
    mayGoOn: (id) => selectMayGoOn.get(id) !== undefined,
    isTwinBeingSent: (id) => selectTwin.get(id) !== undefined,
    move: (id, from, to) => move.run(...standingValues(to), id, JSON.stringify(from)).changes === 1,
    moveAll: (connectionId, from, to) =>
      z
        .array(idRow)
        .parse(moveAll.all(...standingValues(to), connectionId, JSON.stringify(from)))
        .map(({ id }) => id),
    withdraw: (id, at) => withdraw.run(at, id).changes === 1,
    callOff: (id, at) => callOff.run(at, id).changes === 1,
    setPaused: (id, paused) => setPaused.run(paused ? 1 : 0, id).changes === 1,
    standingOfCopy: (since) => copyRow.parse(selectCopy.get(since)),
    unfinished: () => z.array(submissionRow).parse(selectUnfinished.all()),
    countStep: (id, from, orderNumber) => countStep.run(orderNumber, id, from).changes === 1,
    evidence: (id) => evidenceRow.parse(selectEvidence.get(id))?.evidence ?? null,
    isDuplicateConfirmed: (id) => evidenceRow.parse(selectEvidence.get(id))?.confirmed === true,
    confirmDuplicate(id, confirmed) {
      setConfirmed.run(confirmed ? 1 : 0, id);
    },
    countOpen: () => z.array(countRow).parse(countOpen.all()),
  };
}
