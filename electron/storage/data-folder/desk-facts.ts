import { z } from 'zod';
import { type DraftId, draftIdSchema, type SubmissionId, submissionIdSchema } from '../../../shared/ids.ts';
import type { Database } from '../database.ts';
import { type DraftLineFact, draftFactSchema, type OrderLineFact, orderFactSchema } from './witness-line.ts';

/** Drafts and orders as the database has them, in the words of the witness. Uses what the first version had. */
export interface DeskFacts {
  /** Undefined when it is not there. */
  draft(id: DraftId): Omit<DraftLineFact, 'n'> | undefined;
  order(id: SubmissionId): Omit<OrderLineFact, 'n'> | undefined;
  /** Where it stands, and nothing that takes counting. */
  draftState(id: DraftId): Pick<DraftLineFact, 'state' | 'at'> | undefined;
  orderState(id: SubmissionId): OrderLineFact['state'] | undefined;
  /** Whether nothing stands in it. */
  isBlank(id: DraftId): boolean;
  /** Drafts that are not sent, without those in which nothing stands, and orders that are on their way. */
  unfinished(): { readonly drafts: DraftId[]; readonly orders: SubmissionId[] };
  /** The time of the newest change; null when nothing has happened yet. */
  newest(): string | null;
}

const draftRow = draftFactSchema.omit({ n: true }).optional();
const draftStateRow = draftFactSchema.pick({ state: true, at: true }).optional();
const orderRow = orderFactSchema.omit({ n: true }).optional();
const orderStateRow = orderFactSchema.pick({ state: true }).optional();
const draftIdRow = z.object({ id: draftIdSchema });
const orderIdRow = z.object({ id: submissionIdSchema });
const newestRow = z.object({ newest: z.string().nullable() });

const draftStateColumns = `CASE WHEN removed_at IS NULL THEN state ELSE 'removed' END AS state,
  COALESCE(removed_at, updated_at) AS at`;

const orderStateColumn = `CASE WHEN state IN ('sent', 'withdrawn') THEN state WHEN order_number IS NULL THEN 'queued'
  ELSE 'in-pims' END AS state`;

/** Of a draft `d`. */
const somethingStands = `(header <> '{}' OR EXISTS
  (SELECT 1 FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}'))`;

export function createDeskFacts(db: Pick<Database, 'prepare'>): DeskFacts {
  const selectDraft = db.prepare(`
    SELECT id AS draft, ${draftStateColumns},
      COALESCE((SELECT d.header ->> ('$."' || c.reference_field || '"') FROM connections c
        WHERE c.id = d.connection_id), '') AS reference,
      COALESCE(header ->> '$.CUSTOMER_CODE', '') AS customerCode,
      (SELECT COUNT(*) FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}') AS lineCount
    FROM drafts d WHERE id = ?`);
  const selectDraftState = db.prepare(`SELECT ${draftStateColumns} FROM drafts WHERE id = ?`);
  const selectOrder = db.prepare(`
    SELECT id AS "order", draft_id AS ofDraft, reference, customer_code AS customerCode, order_number AS orderNumber,
      ${orderStateColumn},
      COALESCE(finished_at,
        (SELECT ended_at FROM steps t WHERE t.submission_id = s.id AND t.kind = 'create-order' AND t.state = 'done'),
        queued_at) AS at,
      (SELECT COUNT(*) FROM steps t WHERE t.submission_id = s.id AND t.kind <> 'create-order') AS lineCount
    FROM submissions s WHERE id = ?`);
  const selectOrderState = db.prepare(`SELECT ${orderStateColumn} FROM submissions WHERE id = ?`);
  const selectWritten = db.prepare(`SELECT id FROM drafts d WHERE id = ? AND ${somethingStands}`);
  const selectUnfinishedDrafts = db.prepare(
    `SELECT id FROM drafts d WHERE state <> 'sent' AND ${somethingStands}`,
  );
  const selectUnfinishedOrders = db.prepare(
    `SELECT id FROM submissions WHERE state NOT IN ('sent', 'withdrawn')`,
  );
  const selectNewest = db.prepare(`
    SELECT MAX(at) AS newest FROM (
      SELECT MAX(updated_at) AS at FROM drafts UNION ALL SELECT MAX(removed_at) FROM drafts
      UNION ALL SELECT at FROM (SELECT at FROM journal ORDER BY number DESC LIMIT 1))`);
  return {
    draft: (id) => draftRow.parse(selectDraft.get(id)),
    order: (id) => orderRow.parse(selectOrder.get(id)),
    draftState: (id) => draftStateRow.parse(selectDraftState.get(id)),
    orderState: (id) => orderStateRow.parse(selectOrderState.get(id))?.state,
    isBlank: (id) => selectWritten.get(id) === undefined,
    unfinished: () => ({
      drafts: z
        .array(draftIdRow)
        .parse(selectUnfinishedDrafts.all())
        .map(({ id }) => id),
      orders: z
        .array(orderIdRow)
        .parse(selectUnfinishedOrders.all())
        .map(({ id }) => id),
    }),
    newest: () => newestRow.parse(selectNewest.get()).newest,
  };
}
