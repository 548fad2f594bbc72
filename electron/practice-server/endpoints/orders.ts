import { dayOfPimsDate } from '../dates.ts';
import { passes, readFilters, readMaxReturn } from '../filters.ts';
import { column, type Fields } from '../records.ts';
import { PimsRejection } from '../rejection.ts';
import { readFields } from '../sent-fields.ts';
import type { PimsCall, PimsEndpoint } from './call.ts';

const STAGES = ['worksheet', 'quote', 'sales_order', 'invoice'];

/**
 * GET orders/single (pims-orders: Get a single order). The page shows no lock codes on the lines but
 * calls its fields representative, so whether they are there is a switch.
 */
export const singleOrder: PimsEndpoint = (call) => {
  const number = call.query('orderNum')?.trim();
  if (!number) throw new PimsRejection("Missing 'orderNum' parameter!");
  const order = call.state.order(number);
  if (!order) throw new PimsRejection(`Order ${number.slice(0, 80)} was not found.`);
  const shown = call.lockCodesShown ? order.lines : order.lines.map(withoutLockCode);
  return {
    body: {
      status: 'success',
      data: order.fields,
      subRecords: shown.map((line) => ({ ORDER_LINEITEMS: line })),
    },
  };
};

function withoutLockCode({ LINE_REF_LOCK_CODE, ...shown }: Fields): Fields {
  return shown;
}

/** POST orders/query (pims-orders: Query a list of orders). The newest orders come first. */
export const queryOrders: PimsEndpoint = ({ state, query, body }) => {
  const most = readMaxReturn(query('maxReturn'));
  const filters = readFilters(body, state.knownFields('order'));
  const found: Fields[] = [];
  for (let index = state.orders.length - 1; index >= 0 && found.length < most; index--) {
    const fields = state.orders[index]?.fields;
    if (fields && passes(fields, filters)) found.push(fields);
  }
  return { body: { status: 'success', data: found, subRecords: null } };
};

/**
 * PUT orders/create (pims-orders: Create an order). All fields are optional. The order begins as a
 * sales order, the stage in which lines ship, unless ORDER_TYPE (a column name of ours) says otherwise.
 */
export const createOrder: PimsEndpoint = (call) => {
  const sent = readFields(call.body);
  checkOrder(sent, call);
  const number = call.state.nextOrderNumber();
  const fields: Fields = {
    ORDER_NUMBER: number,
    REFERENCE_NUMBER: '',
    CUSTOMER_CODE: '',
    ...sent,
    ORDER_DATE: sent.ORDER_DATE || call.today,
    ORDER_STATUS: sent.ORDER_STATUS || 'Open',
    ORDER_TYPE: sent.ORDER_TYPE || 'sales_order',
    MODIFIED_DATE: call.today,
    LOCATION_CODE: sent.LOCATION_CODE || 'MAIN',
    SUBTOTAL: '0.00',
    TAX: '0.00',
    TOTAL: '0.00',
  };
  const customer = call.state.customer(fields.CUSTOMER_CODE ?? '');
  if (customer) fields.CUSTOMER_CODE = column(customer, 'CUSTOMER_CODE');
  return { body: { status: 'success', data: number }, change: { kind: 'order', fields, lines: [] } };
};

function checkOrder(sent: Fields, { state }: PimsCall): void {
  if (sent.ORDER_NUMBER) throw new PimsRejection('ORDER_NUMBER must not be sent: PIMS assigns it.');
  if (sent.CUSTOMER_CODE && !state.customer(sent.CUSTOMER_CODE))
    throw new PimsRejection(`CUSTOMER_CODE '${sent.CUSTOMER_CODE}' does not exist.`);
  if (sent.ORDER_TYPE && !STAGES.includes(sent.ORDER_TYPE))
    throw new PimsRejection(`ORDER_TYPE must be one of ${STAGES.join(', ')}.`);
  if (sent.ORDER_DATE && dayOfPimsDate(sent.ORDER_DATE) === undefined)
    throw new PimsRejection(`ORDER_DATE '${sent.ORDER_DATE}' is not a date like 05/15/2026.`);
}
