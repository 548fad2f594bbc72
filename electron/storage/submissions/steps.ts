import { z } from 'zod';
import { assertNever, DeskError } from '../../../shared/errors.ts';
import {
  type DraftLineId,
  type OrderNumber,
  type SubmissionId,
  submissionIdSchema,
} from '../../../shared/ids.ts';
import { type FieldChoices, fieldChoicesSchema } from '../../../shared/outbox/field-choice.ts';
import { type StepStanding, stepStandingSchema } from '../../../shared/outbox/step-standing.ts';
import { type StepState, stepKinds } from '../../../shared/outbox/submission.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/**
 * A step as it is laid down when a draft is submitted; `request` is what PIMS will be sent. `ordinal` is 0 for the
 * order, the line's place in the draft, from 1, for a new line, and below 0 for a change of a line that PIMS has.
 */
export type PlannedStep = { readonly ordinal: number; readonly request: PimsFields } & (
  | { readonly kind: 'create-order' }
  | { readonly kind: 'add-line'; readonly draftLineId: DraftLineId }
  | { readonly kind: 'update-line'; readonly targetLine: string; readonly base: PimsFields }
);

/** What every step has whose turn has come: to be sent, or, when its outcome is `unknown`, to be looked for. */
interface Due {
  readonly ordinal: number;
  readonly state: 'planned' | 'unknown' | 'rejected';
  readonly request: PimsFields;
}
export interface DueCreate extends Due {
  readonly kind: 'create-order';
}
/** A line that lacks its order's number can't be built. */
export interface DueAdd extends Due {
  readonly kind: 'add-line';
  readonly orderNumber: OrderNumber;
  /** The numbers of lines of which a person has said that they are not this one. */
  readonly dismissed: readonly string[];
}
export interface DueUpdate extends Due {
  readonly kind: 'update-line';
  readonly orderNumber: OrderNumber;
  readonly targetLine: string;
  /** The line as the person saw it. */
  readonly base: PimsFields;
}
export type DueLine = DueAdd | DueUpdate;
export type DueStep = DueCreate | DueLine;

/** What PIMS answered to a step. */
export type StepAnswer =
  | { readonly kind: 'create-order'; readonly orderNumber: OrderNumber }
  | { readonly kind: 'add-line' | 'update-line'; readonly line: PimsFields };

/** The steps of submissions. Every change names the state it expects and answers whether it took place. */
export interface StepRepository {
  plan(id: SubmissionId, steps: readonly PlannedStep[]): void;
  /**
   * The first step that is not in PIMS for certain: the order before its lines, and those of unknown outcome before all
   * others; undefined when there is none. Never asked while one is under way.
   */
  next(id: SubmissionId, orderNumber: OrderNumber | null): DueStep | undefined;
  /** The lines that are in one state, in their order, at most `limit`. */
  lines(id: SubmissionId, orderNumber: OrderNumber, state: 'planned' | 'unknown', limit?: number): DueLine[];
  /** Whether it is not known of some step if it is in PIMS. */
  isInDoubt(id: SubmissionId): boolean;
  /** A step that is not in PIMS for certain. */
  at(id: SubmissionId, ordinal: number, orderNumber: OrderNumber | null): DueStep | undefined;
  intend(id: SubmissionId, step: DueStep, at: string): boolean;
  /** To *done*, with the answer. */
  done(
    id: SubmissionId,
    ordinal: number,
    from: 'planned' | 'intended' | 'unknown',
    answer: StepAnswer,
    at: string,
  ): boolean;
  move(
    id: SubmissionId,
    ordinal: number,
    from: StepState,
    to: Exclude<StepState, 'done'>,
    at: string,
  ): boolean;
  /** These lines of PIMS are not what a step has sent. */
  dismiss(id: SubmissionId, ordinal: number, lineNumbers: readonly string[]): void;
  /** Where each step stands, in the order in which they go. */
  standings(id: SubmissionId): StepStanding[];
  /** What a person has chosen so far for a change. */
  choices(id: SubmissionId, ordinal: number): FieldChoices;
  keepChoices(id: SubmissionId, ordinal: number, choices: FieldChoices): void;
  /** The changes for which something is chosen and not sent. */
  chosen(id: SubmissionId): ChosenChange[];
  /** What a change is to send from now on, and how the person saw the line when deciding so; nothing more is to be chosen. */
  revise(id: SubmissionId, ordinal: number, request: PimsFields, base: PimsFields): boolean;
  /** The order is not there, so that none of its lines is: those in doubt are to be sent. */
  undoubtLines(id: SubmissionId, at: string): void;
  /**
   * Of submissions that have not ended: what is planned may have been sent by a copy of this folder. Not of one whose order
   * PIMS refused to create: without an order there are no lines to look for, and a person decides about it anyway.
   */
  doubtPlanned(at: string): SubmissionId[];
  /** The lines of a submission whose change is in PIMS. */
  changedLines(id: SubmissionId): string[];
  /** Steps that are intended and have not ended. */
  listIntended(): IntendedStep[];
}

/** A change of a line with what a person has chosen for it. */
export type ChosenChange = z.infer<typeof chosenRow>;

const stepRow = {
  ordinal: z.number().int(),
  kind: z.enum(stepKinds),
  targetLine: z.string().nullable(),
  request: jsonColumn(pimsFieldsSchema),
};
const dueRow = z.object({
  ...stepRow,
  state: z.enum(['planned', 'unknown', 'rejected']),
  base: jsonColumn(pimsFieldsSchema).nullable(),
  dismissed: jsonColumn(z.array(z.string())).nullable(),
});
const intendedRow = z.object({ ...stepRow, submissionId: submissionIdSchema });
export type IntendedStep = z.infer<typeof intendedRow>;
const idRow = z.object({ id: submissionIdSchema });
const lineRow = z.object({ targetLine: z.string() });
const chosenRow = z.object({
  targetLine: z.string(),
  base: jsonColumn(pimsFieldsSchema),
  request: jsonColumn(pimsFieldsSchema),
  choices: jsonColumn(fieldChoicesSchema),
});
const choicesRow = z.object({ choices: jsonColumn(fieldChoicesSchema).nullable() }).optional();

export function createStepRepository(db: Database): StepRepository {
  const insert = db.prepare(
    `INSERT INTO steps (submission_id, ordinal, kind, state, draft_line_id, target_line, base, request)
     VALUES (?, ?, ?, 'planned', ?, ?, ?, ?)`,
  );
  const due = 'SELECT ordinal, kind, state, target_line AS targetLine, base, dismissed, request FROM steps';
  // One look at the index for each state: an order of thousands of lines must not be gone through for each of them.
  const first = (state: string) =>
    `SELECT * FROM (${due} WHERE submission_id = ?1 AND state = '${state}' ORDER BY ordinal LIMIT 1)`;
  const selectNext = db.prepare(
    `${['unknown', 'rejected', 'planned'].map(first).join(' UNION ALL ')} LIMIT 1`,
  );
  const selectCreate = db.prepare(`${due} WHERE submission_id = ? AND ordinal = 0 AND state <> 'done'`);
  const selectLines = db.prepare(
    `${due} WHERE submission_id = ? AND state = ? AND kind <> 'create-order' ORDER BY ordinal LIMIT ?`,
  );
  const selectDoubt = db.prepare("SELECT 1 FROM steps WHERE submission_id = ? AND state = 'unknown' LIMIT 1");
  const selectAt = db.prepare(`${due} WHERE submission_id = ? AND ordinal = ? AND state <> 'done'`);
  const intend = db.prepare(
    `UPDATE steps SET state = 'intended', order_number = ?, intended_at = ?, ended_at = NULL
     WHERE submission_id = ? AND ordinal = ? AND state = 'planned'`,
  );
  const finish = db.prepare(
    `UPDATE steps SET state = 'done', order_number = COALESCE(?, order_number), line_number = ?, lock_code = ?,
       answer = ?, ended_at = ?
     WHERE submission_id = ? AND ordinal = ? AND state = ?`,
  );
  const move = db.prepare(
    'UPDATE steps SET state = ?, ended_at = ? WHERE submission_id = ? AND ordinal = ? AND state = ?',
  );
  const dismiss = db.prepare(
    `UPDATE steps SET dismissed = (SELECT json_group_array(value) FROM (
       SELECT value FROM json_each(COALESCE(steps.dismissed, '[]')) UNION SELECT value FROM json_each(?)))
     WHERE submission_id = ? AND ordinal = ?`,
  );
  const revise = db.prepare(
    `UPDATE steps SET request = ?, base = ?, choices = NULL WHERE submission_id = ? AND ordinal = ? AND kind = 'update-line'
       AND state <> 'done'`,
  );
  const selectStandings = db.prepare(
    `SELECT ordinal, kind, state, draft_line_id AS draftLineId, COALESCE(target_line, line_number) AS lineNumber
     FROM steps WHERE submission_id = ? ORDER BY ordinal`,
  );
  const selectChoices = db.prepare('SELECT choices FROM steps WHERE submission_id = ? AND ordinal = ?');
  const keepChoices = db.prepare('UPDATE steps SET choices = ? WHERE submission_id = ? AND ordinal = ?');
  const selectChosen = db.prepare(
    `SELECT target_line AS targetLine, base, request, choices FROM steps
     WHERE submission_id = ? AND choices IS NOT NULL AND state <> 'done'`,
  );
  const doubt = db.prepare(`
    UPDATE steps SET state = 'unknown', ended_at = ?
    WHERE state = 'planned' AND submission_id IN
      (SELECT id FROM submissions WHERE state NOT IN ('sent', 'withdrawn'))
      AND NOT EXISTS (SELECT 1 FROM steps c
        WHERE c.submission_id = steps.submission_id AND c.kind = 'create-order' AND c.state = 'rejected')
    RETURNING submission_id AS id`);
  const undoubt = db.prepare(
    `UPDATE steps SET state = 'planned', ended_at = ? WHERE submission_id = ? AND state = 'unknown' AND ordinal <> 0`,
  );
  const selectChanged = db.prepare(
    `SELECT target_line AS targetLine FROM steps
     WHERE submission_id = ? AND kind = 'update-line' AND state = 'done'`,
  );
  const selectIntended = db.prepare(
    `SELECT submission_id AS submissionId, ordinal, kind, target_line AS targetLine, request FROM steps
     WHERE state = 'intended' ORDER BY submission_id, ordinal`,
  );

  return {
    plan(id, steps) {
      for (const step of steps) {
        insert.run(
          id,
          step.ordinal,
          step.kind,
          step.kind === 'add-line' ? step.draftLineId : null,
          step.kind === 'update-line' ? step.targetLine : null,
          step.kind === 'update-line' ? JSON.stringify(step.base) : null,
          JSON.stringify(step.request),
        );
      }
    },
    next(id, orderNumber) {
      const create = orderNumber === null ? selectCreate.get(id) : undefined;
      const row = dueRow.optional().parse(create ?? selectNext.get(id));
      return row === undefined ? undefined : dueStep(id, row, orderNumber);
    },
    lines: (id, orderNumber, state, limit = -1) =>
      z
        .array(dueRow)
        .parse(selectLines.all(id, state, limit))
        .map((row) => dueStep(id, row, orderNumber))
        .filter((step) => step.kind !== 'create-order'),
    isInDoubt: (id) => selectDoubt.get(id) !== undefined,
    at(id, ordinal, orderNumber) {
      const row = dueRow.optional().parse(selectAt.get(id, ordinal));
      return row === undefined ? undefined : dueStep(id, row, orderNumber);
    },
    intend(id, step, at) {
      const orderNumber = step.kind === 'create-order' ? null : step.orderNumber;
      return intend.run(orderNumber, at, id, step.ordinal).changes === 1;
    },
    done(id, ordinal, from, answer, at) {
      const line: PimsFields = answer.kind === 'create-order' ? {} : answer.line;
      return (
        finish.run(
          answer.kind === 'create-order' ? answer.orderNumber : null,
          line.LINE_NUMBER ?? null,
          line.LINE_REF_LOCK_CODE ?? null,
          JSON.stringify(answer),
          at,
          id,
          ordinal,
          from,
        ).changes === 1
      );
    },
    move: (id, ordinal, from, to, at) => move.run(to, at, id, ordinal, from).changes === 1,
    dismiss(id, ordinal, lineNumbers) {
      dismiss.run(JSON.stringify(lineNumbers), id, ordinal);
    },
    standings: (id) => z.array(stepStandingSchema).parse(selectStandings.all(id)),
    choices: (id, ordinal) => choicesRow.parse(selectChoices.get(id, ordinal))?.choices ?? {},
    keepChoices(id, ordinal, choices) {
      keepChoices.run(JSON.stringify(choices), id, ordinal);
    },
    chosen: (id) => z.array(chosenRow).parse(selectChosen.all(id)),
    revise: (id, ordinal, request, base) =>
      revise.run(JSON.stringify(request), JSON.stringify(base), id, ordinal).changes === 1,
    undoubtLines(id, at) {
      undoubt.run(at, id);
    },
    doubtPlanned(at) {
      const ids = z
        .array(idRow)
        .parse(doubt.all(at))
        .map(({ id }) => id);
      return [...new Set(ids)];
    },
    changedLines: (id) =>
      z
        .array(lineRow)
        .parse(selectChanged.all(id))
        .map(({ targetLine }) => targetLine),
    listIntended: () => z.array(intendedRow).parse(selectIntended.all()),
  };
}

function dueStep(id: SubmissionId, row: z.infer<typeof dueRow>, orderNumber: OrderNumber | null): DueStep {
  const { kind, ordinal, state, request, targetLine, base, dismissed } = row;
  const step = { ordinal, state, request };
  if (kind === 'create-order') return { kind, ...step };
  if (orderNumber === null) {
    throw new DeskError('internal', 'A line is due before its order has a number.', { id, ordinal });
  }
  switch (kind) {
    case 'add-line':
      return { kind, ...step, orderNumber, dismissed: dismissed ?? [] };
    case 'update-line':
      if (targetLine === null || base === null) {
        throw new DeskError('internal', 'A change does not say of which line.', { id, ordinal });
      }
      return { kind, ...step, orderNumber, targetLine, base };
    default:
      return assertNever(kind);
  }
}
