import { extendedPrice, isNumberText } from '../amounts.ts';
import { newLockCode } from '../lock-code.ts';
import { column, type Fields, type OrderRecord } from '../records.ts';
import { PimsRejection } from '../rejection.ts';
import { readFields } from '../sent-fields.ts';
import type { PimsAnswer, PimsCall, PimsEndpoint } from './call.ts';

const OPTIONAL_NUMBERS = ['NUMBER_SHIPPED', 'UNIT_PRICE', 'DISCOUNT', 'EXTENDED_PRICE'];
const NUMBER_FIELDS = ['QUANTITY', ...OPTIONAL_NUMBERS];
const PRICED_BY = ['QUANTITY', 'UNIT_PRICE', 'DISCOUNT', 'PART_CODE'];

/**
 * POST orders/line_item. It updates a line (pims-orders: Update a line item), but the page's own
 * command for *adding* one carries no `-X PUT`, so curl sends it as POST. A body without a
 * LINE_REF_LOCK_CODE can't be meant as an update and is taken as that command; one with an empty
 * or wrong code stays an update and is refused.
 */
export const postLineItem: PimsEndpoint = (call) =>
  isObject(call.body) && 'LINE_REF_LOCK_CODE' in call.body ? updateLineItem(call) : addLineItem(call);

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}

/** PUT orders/line_item (pims-orders: Add a line item to an order). */
export const addLineItem: PimsEndpoint = (call) => {
  const { order, sent } = openOrder(call);
  // An empty price is one that was not given; an empty quantity is a mistake.
  for (const name of OPTIONAL_NUMBERS) if (sent[name] === '') delete sent[name];
  if ('LINE_REF_LOCK_CODE' in sent)
    throw new PimsRejection(
      'LINE_REF_LOCK_CODE is not sent when a line is added; to update a line, use POST.',
    );
  if ('LINE_NUMBER' in sent) throw new PimsRejection('LINE_NUMBER must not be sent: PIMS assigns it.');
  // PIMS's page does not say what an absent quantity means. Guessing 1 would let a lost column through.
  if (!('QUANTITY' in sent)) throw new PimsRejection('QUANTITY is missing.');
  checkNumbers(sent);
  if (Number(sent.NUMBER_SHIPPED ?? 0) !== 0)
    throw new PimsRejection('NUMBER_SHIPPED of a new line is 0: nothing of it has been shipped.');

  const part = findPart(call, sent);
  if (!part && !sent.DESCRIPTION) throw new PimsRejection('A line without PART_CODE needs a DESCRIPTION.');
  const line: Fields = {
    LINE_NUMBER: nextLineNumber(order),
    PART_CODE: '',
    DESCRIPTION: '',
    QUANTITY: '',
    LINE_REF_LOCK_CODE: newLockCode(),
    NUMBER_SHIPPED: '0',
    DISCOUNT: '0',
    NO_TAX: 'N',
    SERIAL_NUMBERS: '',
    ...sent,
  };
  if (part) line.PART_CODE = column(part, 'PART_CODE');
  line.DESCRIPTION ||= part ? column(part, 'PART_DESCRIPTION') : '';
  line.UNIT_PRICE ??= part ? column(part, 'UNIT_PRICE') : '0.00';
  line.EXTENDED_PRICE ??= extendedPrice(line);
  return answer(call, order, line);
};

/** POST orders/line_item with a lock code (pims-orders: Update a line item on an order). */
const updateLineItem: PimsEndpoint = (call) => {
  const { order, sent } = openOrder(call);
  const code = column(sent, 'LINE_REF_LOCK_CODE');
  if (code === '') throw new PimsRejection('LINE_REF_LOCK_CODE is missing.');
  const line = order.lines.find(({ LINE_REF_LOCK_CODE }) => LINE_REF_LOCK_CODE === code);
  if (!line)
    throw new PimsRejection(
      `LINE_REF_LOCK_CODE '${code.slice(0, 80)}' is not valid for order ${column(order.fields, 'ORDER_NUMBER')}: the line was changed or does not exist.`,
    );
  if (sent.LINE_NUMBER !== undefined && sent.LINE_NUMBER !== line.LINE_NUMBER)
    throw new PimsRejection('LINE_NUMBER can not be changed.');
  checkNumbers(sent);

  const part = findPart(call, sent);
  const changed = { ...line, ...sent };
  if (part) changed.PART_CODE = column(part, 'PART_CODE');
  if (isAbove(changed.NUMBER_SHIPPED, changed.QUANTITY))
    throw new PimsRejection(`QUANTITY can not be below the ${changed.NUMBER_SHIPPED} that were shipped.`);
  const isRepriced = PRICED_BY.some((name) => name in sent) && !('EXTENDED_PRICE' in sent);
  if (isRepriced) changed.EXTENDED_PRICE = extendedPrice(changed);
  changed.LINE_REF_LOCK_CODE = call.lockCodesChange ? newLockCode() : code;
  return answer(call, order, changed);
};

function openOrder(call: PimsCall): { order: OrderRecord; sent: Fields } {
  const { ORDER_NUMBER, ...sent } = readFields(call.body);
  const number = ORDER_NUMBER?.trim();
  if (!number) throw new PimsRejection('ORDER_NUMBER is missing.');
  const order = call.state.order(number);
  if (!order) throw new PimsRejection(`Order ${number.slice(0, 80)} was not found.`);
  const status = column(order.fields, 'ORDER_STATUS');
  if (order.fields.ORDER_TYPE === 'invoice')
    throw new PimsRejection(`Order ${number} is an invoice and can not be changed.`);
  if (status === 'Void' || status === 'Closed')
    throw new PimsRejection(`Order ${number} is ${status.toLowerCase()} and can not be changed.`);
  return { order, sent };
}

function checkNumbers(sent: Fields): void {
  for (const name of NUMBER_FIELDS) {
    const value = sent[name];
    if (value !== undefined && !isNumberText(value))
      throw new PimsRejection(`${name} must be a number, not '${value.slice(0, 80)}'.`);
  }
}

/** Part numbers are typed in any case (pims-more); without one it is a free line, which moves no stock. */
function findPart(call: PimsCall, sent: Fields): Fields | undefined {
  if (!sent.PART_CODE) return undefined;
  const part = call.state.part(sent.PART_CODE);
  if (!part) throw new PimsRejection(`PART_CODE '${sent.PART_CODE.slice(0, 80)}' does not exist.`);
  return part;
}

function isAbove(shipped: string | undefined, quantity: string | undefined): boolean {
  return Number(shipped) > Math.max(0, Number(quantity));
}

/** One more than the highest of the order. */
export function nextLineNumber(order: OrderRecord): string {
  return String(order.lines.reduce((last, { LINE_NUMBER }) => Math.max(last, Number(LINE_NUMBER)), 0) + 1);
}

function answer(call: PimsCall, order: OrderRecord, line: Fields): PimsAnswer {
  const number = column(order.fields, 'ORDER_NUMBER');
  return {
    body: { status: 'success', data: line, subRecords: null },
    change: { kind: 'line', order: number, modified: call.today, fields: line },
  };
}
