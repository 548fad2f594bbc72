import { useQueryClient } from '@tanstack/react-query';
import type { Customer } from '../../shared/customers/customer.ts';
import { deskKey } from '../bridge/query-client.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';

/** Coming from a search that has just shown the customer costs no request. */
const NEW_MS = 60_000;
const ANY_AGE = Number.MAX_SAFE_INTEGER;

interface CustomerReading {
  /** As it is known by now, at once and however old, and then as PIMS has it; undefined when nothing is known. */
  readonly customer: Customer | undefined;
  /** PIMS has answered that there is no such customer. */
  readonly isGone: boolean;
  readonly error: Error | null;
  readonly isReading: boolean;
  /** Reads it from PIMS: one metered request. */
  readonly refresh: () => void;
}

/** A customer by the code. */
export function useCustomer(code: string): CustomerReading {
  const client = useQueryClient();
  const newest = { codes: [code], maxAgeMs: NEW_MS };
  const known = useDeskQuery('customers.read', { codes: [code], maxAgeMs: ANY_AGE });
  const fresh = useDeskQuery('customers.read', newest, { refetchOnMount: 'always' });
  const again = useDeskMutation('customers.read', {
    onSuccess: (answer) => client.setQueryData(deskKey('customers.read', newest), answer),
  });
  return {
    customer: fresh.data?.customers[0] ?? known.data?.customers[0],
    isGone: fresh.data !== undefined && fresh.data.unknown.length > 0,
    error: again.error ?? (again.isSuccess ? null : fresh.error),
    isReading: fresh.isFetching || again.isPending,
    refresh: () => again.mutate({ codes: [code], maxAgeMs: 0 }),
  };
}
