import { copyOfOrder } from '../../shared/drafts/copy-of-order.ts';
import type { DraftEdit } from '../../shared/drafts/draft.ts';
import { type DraftId, type DraftLineId, draftLineIdSchema } from '../../shared/ids.ts';
import type { Order } from '../../shared/orders/order.ts';
import { callDesk } from '../bridge/call.ts';

/** Makes a draft with the customer, addresses and lines of an order. Throws CallError. */
export async function newOrderLike(order: Order): Promise<DraftId> {
  const { header, lines } = copyOfOrder(order);
  const draft = await callDesk('drafts.create', {});
  const edits: DraftEdit[] = Object.entries(header).map(([field, value]) => ({
    kind: 'set-header',
    field,
    value,
  }));
  let after: DraftLineId | null = draft.lines.at(-1)?.id ?? null;
  for (const fields of lines) {
    const lineId = draftLineIdSchema.parse(crypto.randomUUID());
    edits.push({ kind: 'insert-line', lineId, after, fields });
    after = lineId;
  }
  if (edits.length > 0) await callDesk('drafts.edit', { id: draft.id, edits });
  return draft.id;
}
