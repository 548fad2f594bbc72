import { passes, readFilters, readMaxReturn } from '../filters.ts';
import { column, type Fields } from '../records.ts';
import { PimsRejection } from '../rejection.ts';
import { readFields } from '../sent-fields.ts';
import type { PimsEndpoint } from './call.ts';

/** GET customers/single (pims-more: Customers). */
export const singleCustomer: PimsEndpoint = ({ query, state }) => {
  const code = query('customerCode')?.trim();
  if (!code) throw new PimsRejection("Missing 'customerCode' parameter!");
  const customer = state.customer(code);
  if (!customer) throw new PimsRejection(`Customer ${code.slice(0, 80)} was not found.`);
  return { body: { status: 'success', data: customer, subRecords: null } };
};

/** POST customers/query, with the same filters as orders (pims-more: Customers). */
export const queryCustomers: PimsEndpoint = ({ query, body, state }) => {
  const most = readMaxReturn(query('maxReturn'));
  const filters = readFilters(body, state.knownFields('customer'));
  const found: Fields[] = [];
  for (const customer of state.customers) {
    if (found.length >= most) break;
    if (passes(customer, filters)) found.push(customer);
  }
  return { body: { status: 'success', data: found, subRecords: null } };
};

/** Creating a customer, by analogy with orders: the answer is the customer code. */
export const createCustomer: PimsEndpoint = ({ body, state }) => {
  const sent = readFields(body);
  const code = sent.CUSTOMER_CODE?.trim() || state.nextCustomerCode();
  if (state.customer(code)) throw new PimsRejection(`CUSTOMER_CODE '${code}' exists already.`);
  if (!sent.CUSTOMER_NAME && !sent.BNAME)
    throw new PimsRejection('A customer needs a CUSTOMER_NAME or a BNAME.');
  const fields = { ...sent, CUSTOMER_CODE: code, CUSTOMER_NAME: sent.CUSTOMER_NAME || column(sent, 'BNAME') };
  return { body: { status: 'success', data: code }, change: { kind: 'customer', fields } };
};

/** Updating a customer, by analogy with lines: its code and the fields to change. */
export const updateCustomer: PimsEndpoint = ({ body, state }) => {
  const { CUSTOMER_CODE, ...sent } = readFields(body);
  if (!CUSTOMER_CODE) throw new PimsRejection('CUSTOMER_CODE is missing.');
  const customer = state.customer(CUSTOMER_CODE);
  if (!customer) throw new PimsRejection(`Customer ${CUSTOMER_CODE.slice(0, 80)} was not found.`);
  const fields = { ...customer, ...sent };
  return {
    body: { status: 'success', data: fields, subRecords: null },
    change: { kind: 'customer', fields },
  };
};
