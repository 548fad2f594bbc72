import { extendedPrice } from '../amounts.ts';
import { nextLineNumber } from '../endpoints/line-items.ts';
import { newLockCode } from '../lock-code.ts';
import type { Fields, OrderRecord } from '../records.ts';
import type { PracticeState, StateChange } from './practice-state.ts';

/** What the edits need of the practice PIMS. */
interface Place {
  readonly state: PracticeState;
  today(): string;
  commit(change: StateChange): void;
}

/**
 * Adds an order as somebody at another screen would. An empty ORDER_NUMBER is kept, since PIMS may
 * have no number for a record.
 */
export function addOrder(place: Place, sent: Fields, lines: readonly Fields[]): OrderRecord {
  const fields: Fields = {
    ORDER_NUMBER: place.state.nextOrderNumber(),
    REFERENCE_NUMBER: '',
    CUSTOMER_CODE: '',
    ORDER_DATE: place.today(),
    ORDER_STATUS: 'Open',
    ORDER_TYPE: 'sales_order',
    MODIFIED_DATE: place.today(),
    LOCATION_CODE: 'MAIN',
    ...sent,
  };
  const order: OrderRecord = { fields, lines: [] };
  for (const line of lines) order.lines.push(complete(order, line));
  place.commit({ kind: 'order', ...order });
  return order;
}

/** Adds a line as somebody at another screen would. Throws when there is no such order. */
export function addLine(place: Place, number: string, sent: Fields): Fields {
  const line = complete(orderOf(place, number), sent);
  place.commit({ kind: 'line', order: number, modified: place.today(), fields: line });
  return line;
}

/** Changes a line as somebody at another screen would. Throws when there is no such line. */
export function updateLine(place: Place, number: string, lineNumber: string, change: Fields): Fields {
  const line = orderOf(place, number).lines.find(({ LINE_NUMBER }) => LINE_NUMBER === lineNumber);
  if (!line) throw new Error(`Order ${number} of the practice server has no line ${lineNumber}.`);
  const changed: Fields = { ...line, LINE_REF_LOCK_CODE: newLockCode(), ...change };
  if (change.EXTENDED_PRICE === undefined) changed.EXTENDED_PRICE = extendedPrice(changed);
  place.commit({ kind: 'line', order: number, modified: place.today(), fields: changed });
  return changed;
}

function orderOf(place: Place, number: string): OrderRecord {
  const order = place.state.order(number);
  if (!order) throw new Error(`The practice server has no order ${number}.`);
  return order;
}

function complete(order: OrderRecord, sent: Fields): Fields {
  const line: Fields = {
    LINE_NUMBER: nextLineNumber(order),
    PART_CODE: '',
    DESCRIPTION: '',
    QUANTITY: '1',
    LINE_REF_LOCK_CODE: newLockCode(),
    NUMBER_SHIPPED: '0',
    UNIT_PRICE: '0.00',
    DISCOUNT: '0',
    NO_TAX: 'N',
    SERIAL_NUMBERS: '',
    ...sent,
  };
  return { ...line, EXTENDED_PRICE: line.EXTENDED_PRICE ?? extendedPrice(line) };
}
