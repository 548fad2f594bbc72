import { z } from 'zod';
import { assertNever, DeskError } from '../../shared/errors.ts';
import {
  type DraftLineId,
  type OrderNumber,
  type SubmissionId,
  submissionIdSchema,
} from '../../shared/ids.ts';
import { stepKinds } from '../../shared/outbox/submission.ts';
import { type PimsFields, pimsFieldsSchema } from '../../shared/pims/fields.ts';
import type { Database } from './database.ts';
import { jsonColumn } from './json-column.ts';

/**
 * A step as it is laid down when a draft is submitted; `request` is what PIMS will be sent. `ordinal` is 0 for the
 * order and the line's place in the draft, from 1, for a line.
 */
export type PlannedStep = { readonly ordinal: number; readonly request: PimsFields } & (
  | { readonly kind: 'create-order' }
  | { readonly kind: 'add-line'; readonly draftLineId: DraftLineId }
);

/**
 * A step whose turn has come: to be sent, or, when its outcome is `unknown`, to be looked for. A line that lacks its
 * order's number can't be built.
 */
export type DueStep = {
  readonly ordinal: number;
  readonly state: 'planned' | 'unknown' | 'rejected';
  readonly request: PimsFields;
} & ({ readonly kind: 'create-order' } | { readonly kind: 'add-line'; readonly orderNumber: OrderNumber });

/** What PIMS answered to a step. */
export type StepAnswer =
  | { readonly kind: 'create-order'; readonly orderNumber: OrderNumber }
  | { readonly kind: 'add-line'; readonly line: PimsFields };

/** Where a step stands: `unknown` means that it may have reached PIMS, `rejected` that PIMS refused it. */
export type StepState = 'planned' | 'intended' | 'done' | 'unknown' | 'rejected';

/** The steps of submissions. Every change names the state it expects and answers whether it took place. */
export interface StepRepository {
  plan(id: SubmissionId, steps: readonly PlannedStep[]): void;
  /** The first step that is not in PIMS for certain; undefined when there is none. Never asked while one is under way. */
  next(id: SubmissionId, orderNumber: OrderNumber | null): DueStep | undefined;
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
  /** Steps that are intended and have not ended. */
  listIntended(): IntendedStep[];
}

const dueRow = z
  .object({
    ordinal: z.number().int(),
    kind: z.enum(stepKinds),
    state: z.enum(['planned', 'unknown', 'rejected']),
    request: jsonColumn(pimsFieldsSchema),
  })
  .optional();
const intendedRow = z.object({
  submissionId: submissionIdSchema,
  ordinal: z.number().int(),
  kind: z.enum(stepKinds),
  request: jsonColumn(pimsFieldsSchema),
});
export type IntendedStep = z.infer<typeof intendedRow>;

export function createStepRepository(db: Database): StepRepository {
  const insert = db.prepare(
    `INSERT INTO steps (submission_id, ordinal, kind, state, draft_line_id, request) VALUES (?, ?, ?, 'planned', ?, ?)`,
  );
  const selectNext = db.prepare(
    `SELECT ordinal, kind, state, request FROM steps WHERE submission_id = ? AND state <> 'done' ORDER BY ordinal LIMIT 1`,
  );
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
  const selectIntended = db.prepare(
    `SELECT submission_id AS submissionId, ordinal, kind, request FROM steps WHERE state = 'intended'
     ORDER BY submission_id, ordinal`,
  );

  return {
    plan(id, steps) {
      for (const step of steps) {
        const lineId = step.kind === 'add-line' ? step.draftLineId : null;
        insert.run(id, step.ordinal, step.kind, lineId, JSON.stringify(step.request));
      }
    },
    next(id, orderNumber) {
      const row = dueRow.parse(selectNext.get(id));
      if (row === undefined) return undefined;
      const { kind, ordinal, state, request } = row;
      switch (kind) {
        case 'create-order':
          return { kind, ordinal, state, request };
        case 'add-line':
          if (orderNumber === null) {
            throw new DeskError('internal', 'A line is due before its order has a number.', { id, ordinal });
          }
          return { kind, ordinal, state, request, orderNumber };
        default:
          return assertNever(kind);
      }
    },
    intend(id, step, at) {
      const orderNumber = step.kind === 'add-line' ? step.orderNumber : null;
      return intend.run(orderNumber, at, id, step.ordinal).changes === 1;
    },
    done(id, ordinal, from, answer, at) {
      const line: PimsFields = answer.kind === 'add-line' ? answer.line : {};
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
    listIntended: () => z.array(intendedRow).parse(selectIntended.all()),
  };
}
