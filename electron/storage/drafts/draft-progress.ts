import { z } from 'zod';
import type { Draft, Refusal } from '../../../shared/drafts/draft.ts';
import { deskErrorSchema } from '../../../shared/errors.ts';
import {
  type DraftId,
  type DraftLineId,
  draftLineIdSchema,
  type OrderNumber,
  orderNumberSchema,
} from '../../../shared/ids.ts';
import { stepKinds } from '../../../shared/outbox/submission.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/** What earlier submissions of a draft have brought into PIMS: a corrected draft goes on from there. */
export interface DraftProgress {
  /** Null when no order has come of the draft. */
  inPims(draftId: DraftId): Draft['inPims'];
  /** The order's number alone. */
  orderOf(draftId: DraftId): OrderNumber | undefined;
  isLineInPims(draftId: DraftId, lineId: DraftLineId): boolean;
  /** Why the latest submission of the draft came back, when PIMS had refused a step of it. */
  refusal(draftId: DraftId): Refusal | null;
  /** The reference under which the order was sent at least once, whatever came of it. */
  usedReference(draftId: DraftId): string | undefined;
}

const orderRow = z.object({ orderNumber: orderNumberSchema }).optional();
const lineRow = z.object({ lineId: draftLineIdSchema });
const refusedRow = z
  .object({
    problem: jsonColumn(deskErrorSchema),
    kind: z.enum(stepKinds),
    lineId: draftLineIdSchema.nullable(),
    lineNumber: z.string().nullable(),
  })
  .optional();
const referenceRow = z.object({ reference: z.string() }).optional();

export function createDraftProgress(db: Database): DraftProgress {
  const selectOrder = db.prepare(`
    SELECT order_number AS orderNumber FROM submissions
    WHERE draft_id = ? AND order_number IS NOT NULL ORDER BY number DESC LIMIT 1`);
  const selectLines = db.prepare(`
    SELECT t.draft_line_id AS lineId FROM submissions s JOIN steps t ON t.submission_id = s.id
    WHERE s.draft_id = ? AND t.kind = 'add-line' AND t.state = 'done' ORDER BY s.number, t.ordinal`);
  const selectLine = db.prepare(`
    SELECT 1 FROM steps t JOIN submissions s ON s.id = t.submission_id
    WHERE t.draft_line_id = ? AND t.state = 'done' AND s.draft_id = ?`);
  const selectRefused = db.prepare(`
    SELECT s.problem, t.kind, t.draft_line_id AS lineId, t.target_line AS lineNumber
    FROM submissions s JOIN steps t ON t.submission_id = s.id AND t.state = 'rejected'
    WHERE s.number = (SELECT max(number) FROM submissions WHERE draft_id = ?)
      AND s.state = 'withdrawn' AND s.problem IS NOT NULL
    ORDER BY t.ordinal LIMIT 1`);
  const selectReference = db.prepare(`
    SELECT s.reference FROM submissions s JOIN steps t ON t.submission_id = s.id
    WHERE s.draft_id = ? AND t.kind = 'create-order' AND t.intended_at IS NOT NULL ORDER BY s.number DESC LIMIT 1`);
  const orderOf = (draftId: DraftId) => orderRow.parse(selectOrder.get(draftId))?.orderNumber;
  return {
    orderOf,
    inPims(draftId) {
      const orderNumber = orderOf(draftId);
      if (orderNumber === undefined) return null;
      const lines = z.array(lineRow).parse(selectLines.all(draftId));
      return { orderNumber, lineIds: lines.map(({ lineId }) => lineId) };
    },
    refusal(draftId) {
      const row = refusedRow.parse(selectRefused.get(draftId));
      return row === undefined ? null : refusalOf(row);
    },
    isLineInPims: (draftId, lineId) => selectLine.get(lineId, draftId) !== undefined,
    usedReference: (draftId) => referenceRow.parse(selectReference.get(draftId))?.reference,
  };
}

function refusalOf({ problem, kind, lineId, lineNumber }: NonNullable<z.infer<typeof refusedRow>>): Refusal {
  const { said } = problem.details ?? {};
  const words = typeof said === 'string' ? said : problem.message;
  if (kind === 'add-line' && lineId !== null) return { words, place: { kind: 'line', lineId } };
  if (kind === 'update-line' && lineNumber !== null) return { words, place: { kind: 'change', lineNumber } };
  return { words, place: { kind: 'order' } };
}
