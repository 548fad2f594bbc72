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

/** A step as it is laid down when a draft is submitted; `request` is what PIMS will be sent. */
export type PlannedStep =
  | { readonly kind: 'create-order'; readonly request: PimsFields }
  | { readonly kind: 'add-line'; readonly draftLineId: DraftLineId; readonly request: PimsFields };

/** A step whose turn has come. A line that lacks its order's number can't be built. */
export type DueStep = { readonly ordinal: number; readonly request: PimsFields } & (
  | { readonly kind: 'create-order' }
  | { readonly kind: 'add-line'; readonly orderNumber: OrderNumber }
);

/** What PIMS answered to a step. */
export type StepAnswer =
  | { readonly kind: 'create-order'; readonly orderNumber: OrderNumber }
  | { readonly kind: 'add-line'; readonly line: PimsFields };

/** How an intended step ends that is not done: to be sent again, refused by PIMS, or nobody knows. */
export type StepEnd = 'planned' | 'rejected' | 'unknown';

/** The steps of submissions. Every change names the state it expects and answers whether it took place. */
export interface StepRepository {
  plan(id: SubmissionId, steps: readonly PlannedStep[]): void;
  /** The first step that is still to be sent; undefined when there is none. */
  next(id: SubmissionId, orderNumber: OrderNumber | null): DueStep | undefined;
  intend(id: SubmissionId, step: DueStep, at: string): boolean;
  /** From *intended* to *done*, with the answer. */
  done(id: SubmissionId, ordinal: number, answer: StepAnswer, at: string): boolean;
  end(id: SubmissionId, ordinal: number, state: StepEnd, at: string): boolean;
  /** Steps that are intended and have not ended. */
  listIntended(): IntendedStep[];
}

const dueRow = z
  .object({ ordinal: z.number().int(), kind: z.enum(stepKinds), request: jsonColumn(pimsFieldsSchema) })
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
    `SELECT ordinal, kind, request FROM steps WHERE submission_id = ? AND state = 'planned' ORDER BY ordinal LIMIT 1`,
  );
  const intend = db.prepare(
    `UPDATE steps SET state = 'intended', order_number = ?, intended_at = ?, ended_at = NULL
     WHERE submission_id = ? AND ordinal = ? AND state = 'planned'`,
  );
  const finish = db.prepare(
    `UPDATE steps SET state = 'done', order_number = COALESCE(?, order_number), line_number = ?, lock_code = ?,
       answer = ?, ended_at = ?
     WHERE submission_id = ? AND ordinal = ? AND state = 'intended'`,
  );
  const end = db.prepare(
    `UPDATE steps SET state = ?, ended_at = ? WHERE submission_id = ? AND ordinal = ? AND state = 'intended'`,
  );
  const selectIntended = db.prepare(
    `SELECT submission_id AS submissionId, ordinal, kind, request FROM steps WHERE state = 'intended'
     ORDER BY submission_id, ordinal`,
  );

  return {
    plan(id, steps) {
      steps.forEach((step, ordinal) => {
        const lineId = step.kind === 'add-line' ? step.draftLineId : null;
        insert.run(id, ordinal, step.kind, lineId, JSON.stringify(step.request));
      });
    },
    next(id, orderNumber) {
      const row = dueRow.parse(selectNext.get(id));
      if (row === undefined) return undefined;
      const { kind, ordinal, request } = row;
      switch (kind) {
        case 'create-order':
          return { kind, ordinal, request };
        case 'add-line':
          if (orderNumber === null) {
            throw new DeskError('internal', 'A line is due before its order has a number.', { id, ordinal });
          }
          return { kind, ordinal, request, orderNumber };
        default:
          return assertNever(kind);
      }
    },
    intend(id, step, at) {
      const orderNumber = step.kind === 'add-line' ? step.orderNumber : null;
      return intend.run(orderNumber, at, id, step.ordinal).changes === 1;
    },
    done(id, ordinal, answer, at) {
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
        ).changes === 1
      );
    },
    end: (id, ordinal, state, at) => end.run(state, at, id, ordinal).changes === 1,
    listIntended: () => z.array(intendedRow).parse(selectIntended.all()),
  };
}
