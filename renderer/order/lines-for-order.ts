import { REFERENCE_FIELD } from '../../shared/connections/connection.ts';
import type { DraftId } from '../../shared/ids.ts';
import { addressFields } from '../../shared/orders/field-labels.ts';
import type { Order } from '../../shared/orders/order.ts';
import { callDesk } from '../bridge/call.ts';

/** What says whose order it is while PIMS can't be asked. */
const shownFields: readonly string[] = [
  'ORDER_TYPE',
  'ORDER_STATUS',
  'ORDER_DATE',
  'CUSTOMER_CODE',
  REFERENCE_FIELD,
  'LOCATION_CODE',
  ...addressFields('B'),
  ...addressFields('S'),
];

/** The draft with new lines and changes for an order: the open one, or a new one. Throws CallError. */
export async function linesForOrder(order: Order, referenceField: string): Promise<DraftId> {
  const header = Object.fromEntries(
    [...new Set([...shownFields, referenceField])].flatMap((field) => {
      const value = order.fields[field] ?? '';
      return value.trim() === '' ? [] : [[field, value]];
    }),
  );
  const draft = await callDesk('drafts.create', { target: { orderNumber: order.orderNumber, header } });
  return draft.id;
}
