import { z } from 'zod';
import {
  type ConnectionId,
  type DraftId,
  type OrderNumber,
  orderNumberSchema,
  type SubmissionId,
} from '../../../shared/ids.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';

/**
 * What PIMS had before a submission sent anything, and what this machine knows to be its own: the two things by
 * which an arrived step is told from everything else.
 */
export interface KnownBefore {
  /** Orders that bore the reference already; null when nobody has looked. */
  orders(id: SubmissionId): OrderNumber[] | null;
  setOrders(id: SubmissionId, numbers: readonly OrderNumber[] | null): void;
  /** Lines, by number, that the order had already and that are not ours; null when nobody has looked. */
  lines(id: SubmissionId): string[] | null;
  /** Whether somebody has looked; asked for each line of an order that may have thousands. */
  areLinesKnown(id: SubmissionId): boolean;
  setLines(id: SubmissionId, numbers: readonly string[] | null): void;
  /** Whether the reference was drawn at random for this submission alone. */
  isOwnReference(id: SubmissionId): boolean;
  /** The reference was drawn for this submission: nothing in PIMS can bear it. */
  ownReference(id: SubmissionId): void;
  /** Which of the orders belong to other submissions of this machine. */
  claimed(connectionId: ConnectionId, id: SubmissionId, numbers: readonly OrderNumber[]): Set<OrderNumber>;
  /** The lines of an order that this machine has added and PIMS has: what was sent, and what PIMS answered. */
  confirmedLines(connectionId: ConnectionId, orderNumber: OrderNumber): ConfirmedLine[];
  /**
   * What this machine has put into the lines of an order, by line number, as they were added and changed, the latest value
   * of each field: somebody else's change is told from our own by it. `until`: without what was queued after that one, which
   * is to be overwritten as little as anybody else's.
   */
  ownValues(
    connectionId: ConnectionId,
    orderNumber: OrderNumber,
    until?: SubmissionId,
  ): ReadonlyMap<string, PimsFields>;
  /** The lines that a draft's submissions have brought into PIMS or changed there, in the order in which that was done. */
  linesOfDraft(draftId: DraftId): ConfirmedLine[];
  /** What was sent as the order itself; undefined when no submission of the draft created it. */
  headerOfDraft(draftId: DraftId): PimsFields | undefined;
}

const ordersRow = z.object({ found: jsonColumn(z.array(orderNumberSchema)).nullable() }).optional();
const linesRow = z.object({ found: jsonColumn(z.array(z.string())).nullable() }).optional();
const numberRow = z.object({ orderNumber: orderNumberSchema });
const lineRow = z.object({ request: jsonColumn(pimsFieldsSchema), line: jsonColumn(pimsFieldsSchema) });
export type ConfirmedLine = z.infer<typeof lineRow>;
const ownRow = z.object({ lineNumber: z.string(), request: jsonColumn(pimsFieldsSchema) });
const requestRow = z.object({ request: jsonColumn(pimsFieldsSchema) });

export function createKnownBefore(db: Database): KnownBefore {
  const selectOrders = db.prepare('SELECT orders_before AS found FROM submissions WHERE id = ?');
  const selectLines = db.prepare('SELECT lines_before AS found FROM submissions WHERE id = ?');
  const selectLooked = db.prepare('SELECT 1 FROM submissions WHERE id = ? AND lines_before IS NOT NULL');
  const updateOrders = db.prepare('UPDATE submissions SET orders_before = ? WHERE id = ?');
  const updateLines = db.prepare('UPDATE submissions SET lines_before = ? WHERE id = ?');
  const selectOwn = db.prepare('SELECT 1 FROM submissions WHERE id = ? AND own_reference = 1');
  const updateOwn = db.prepare("UPDATE submissions SET own_reference = 1, orders_before = '[]' WHERE id = ?");
  const selectClaimed = db.prepare(`
    SELECT DISTINCT order_number AS orderNumber FROM submissions
    WHERE connection_id = ? AND id <> ? AND order_number IN (SELECT value FROM json_each(?))`);
  const selectConfirmed = db.prepare(`
    SELECT t.request, t.answer ->> '$.line' AS line FROM submissions s JOIN steps t ON t.submission_id = s.id
    WHERE s.connection_id = ? AND s.order_number = ? AND t.kind = 'add-line' AND t.state = 'done'
    ORDER BY s.number, t.ordinal`);
  // By the journal, since the wall clock may jump.
  const selectOwnValues = db.prepare(`
    SELECT t.line_number AS lineNumber, t.request FROM submissions s
    JOIN journal j ON j.submission_id = s.id AND j.kind IN ('done', 'adopted')
    JOIN steps t ON t.submission_id = s.id AND t.ordinal = j.step_ordinal
    WHERE s.connection_id = ?1 AND s.order_number = ?2 AND t.kind <> 'create-order' AND t.state = 'done'
      AND t.line_number IS NOT NULL
      AND (?3 = '' OR s.number <= (SELECT number FROM submissions WHERE id = ?3))
    ORDER BY j.number`);
  const selectOfDraft = db.prepare(`
    SELECT t.request, t.answer ->> '$.line' AS line FROM submissions s JOIN steps t ON t.submission_id = s.id
    WHERE s.draft_id = ? AND t.kind <> 'create-order' AND t.state = 'done' ORDER BY s.number, t.ordinal`);
  const selectHeader = db.prepare(`
    SELECT t.request FROM submissions s JOIN steps t ON t.submission_id = s.id
    WHERE s.draft_id = ? AND t.kind = 'create-order' AND t.state = 'done'`);
  return {
    orders: (id) => ordersRow.parse(selectOrders.get(id))?.found ?? null,
    setOrders(id, numbers) {
      updateOrders.run(numbers === null ? null : JSON.stringify(numbers), id);
    },
    lines: (id) => linesRow.parse(selectLines.get(id))?.found ?? null,
    areLinesKnown: (id) => selectLooked.get(id) !== undefined,
    setLines(id, numbers) {
      updateLines.run(numbers === null ? null : JSON.stringify(numbers), id);
    },
    isOwnReference: (id) => selectOwn.get(id) !== undefined,
    ownReference(id) {
      updateOwn.run(id);
    },
    claimed: (connectionId, id, numbers) =>
      new Set(
        z
          .array(numberRow)
          .parse(selectClaimed.all(connectionId, id, JSON.stringify(numbers)))
          .map(({ orderNumber }) => orderNumber),
      ),
    confirmedLines: (connectionId, orderNumber) =>
      z.array(lineRow).parse(selectConfirmed.all(connectionId, orderNumber)),
    ownValues(connectionId, orderNumber, until) {
      const values = new Map<string, PimsFields>();
      const rows = z.array(ownRow).parse(selectOwnValues.all(connectionId, orderNumber, until ?? ''));
      for (const { lineNumber, request } of rows) {
        values.set(lineNumber, { ...values.get(lineNumber), ...request });
      }
      return values;
    },
    linesOfDraft: (draftId) => z.array(lineRow).parse(selectOfDraft.all(draftId)),
    headerOfDraft: (draftId) => requestRow.optional().parse(selectHeader.get(draftId))?.request,
  };
}
