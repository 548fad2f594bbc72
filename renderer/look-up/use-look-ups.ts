import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeskStatus } from '../../shared/status.ts';
import { deskKey } from '../bridge/query-client.ts';
import type { RecordLookUps } from './record-search.ts';

interface TicketedCalls<R> {
  readonly complete: RecordLookUps<R>['complete'];
  readonly search: (
    text: string,
    limit: number,
    ticket: string,
  ) => Promise<{ records: readonly R[]; cut: boolean }>;
  readonly cancel: (ticket: string) => Promise<unknown>;
}

/** The look-ups of one place where a person types: its searches call each other off, and nobody else's. `calls` never changes. */
export function useLookUps<R>(calls: TicketedCalls<R>): RecordLookUps<R> {
  const client = useQueryClient();
  return useMemo(() => {
    const ticket = crypto.randomUUID();
    return {
      complete: calls.complete,
      search: (text, limit) => calls.search(text, limit, ticket),
      cancel: () => void calls.cancel(ticket).catch(() => undefined),
      isReachable: () => client.getQueryData<DeskStatus>(deskKey('status.read', {}))?.reach !== 'unreachable',
      now: Date.now,
    };
  }, [client, calls]);
}
