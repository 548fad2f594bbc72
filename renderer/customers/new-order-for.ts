import type { Customer } from '../../shared/customers/customer.ts';
import type { DraftId } from '../../shared/ids.ts';
import { callDesk } from '../bridge/call.ts';
import { chosenCustomerEdits } from '../drafts/customer/chosen-customer.ts';

/** Makes a draft of a new order with the customer's code and addresses. Throws CallError. */
export async function newOrderFor(customer: Customer): Promise<DraftId> {
  const { id, header } = await callDesk('drafts.create', {});
  await callDesk('drafts.edit', {
    id,
    edits: chosenCustomerEdits({ header, customer, before: null }, 'all'),
  });
  return id;
}
