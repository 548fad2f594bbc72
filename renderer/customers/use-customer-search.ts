import { useMemo } from 'react';
import type { Customer } from '../../shared/customers/customer.ts';
import { orderCustomers } from '../../shared/customers/match-customers.ts';
import { phoneDigits } from '../../shared/customers/phone.ts';
import { CODE_LENGTH } from '../../shared/parts/pack.ts';
import { callDesk } from '../bridge/call.ts';
import { RecordSearch, type RecordSearchKind } from '../look-up/record-search.ts';
import { useLookUps } from '../look-up/use-look-ups.ts';

const customerCalls = {
  complete: (text: string, limit: number) => callDesk('customers.complete', { text, limit }),
  search: async (text: string, limit: number, ticket: string) => {
    const { customers, cut } = await callDesk('customers.search', { text, limit, ticket });
    return { records: customers, cut };
  },
  cancel: (ticket: string) => callDesk('customers.cancel', { ticket }),
};

/** A search of customers for one place where a person types; it shows at most so many. */
export function useCustomerSearch(most: number): RecordSearch<Customer> {
  const lookUps = useLookUps(customerCalls);
  return useMemo(() => new RecordSearch(customerSearch(most), lookUps), [lookUps, most]);
}

function customerSearch(most: number): RecordSearchKind<Customer> {
  return {
    // With nothing typed they come as they were read.
    order: (text, customers, limit) => (text === '' ? [] : orderCustomers(text, customers, limit)),
    // The same number may be written in several ways, and only a whole one is looked for in all of them.
    isFoundWhole: (text) => phoneDigits(text) !== null,
    most,
    showsLatest: true,
    longest: CODE_LENGTH,
  };
}
