import { useEffect, useState } from 'react';
import type { Customer } from '../../shared/customers/customer.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import { CallError } from '../bridge/call.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import type { FoundRecords } from '../look-up/record-search.ts';
import { useCustomerSearch } from './use-customer-search.ts';

/** Who looks for one of more than these types on. */
const MOST = 200;

/**
 * The customers that the filters ask for, or else those that fit the text. Null until there is a first answer; `again` asks
 * once more.
 */
export function useFoundCustomers(
  text: string,
  query: OrderQuery | null,
): { found: FoundRecords<Customer> | null; again: () => void } {
  const search = useCustomerSearch(MOST);
  const [byText, setByText] = useState<FoundRecords<Customer> | null>(null);
  const [tries, setTries] = useState(0);
  const isByText = query === null;
  useEffect(() => {
    // Read, so that another try looks again.
    void tries;
    return isByText ? search.look(text, setByText) : undefined;
  }, [search, text, isByText, tries]);
  const filtered = useDeskQuery('customers.query', query);
  if (isByText) return { found: byText && withoutPims(byText), again: () => setTries((count) => count + 1) };
  return { found: ofQuery(filtered), again: () => void filtered.refetch() };
}

/** Out of reach is no failure here: those seen before are there all the same. */
function withoutPims(found: FoundRecords<Customer>): FoundRecords<Customer> {
  const { records, standing } = found;
  const isAway =
    standing.kind === 'failed' &&
    standing.error instanceof CallError &&
    standing.error.code === 'unreachable';
  return isAway ? { records, standing: { kind: 'unreachable' } } : found;
}

function ofQuery({
  data,
  error,
}: ReturnType<typeof useDeskQuery<'customers.query'>>): FoundRecords<Customer> | null {
  if (error !== null) return { records: data?.customers ?? [], standing: { kind: 'failed', error } };
  if (data === undefined) return null;
  return { records: data.customers, standing: { kind: 'answered', cut: data.cut } };
}
