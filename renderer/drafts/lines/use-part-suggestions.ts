import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeskStatus } from '../../../shared/status.ts';
import { callDesk } from '../../bridge/call.ts';
import { deskKey } from '../../bridge/query-client.ts';
import { PartSuggestions } from './part-suggestions.ts';

/** Suggestions of parts for one grid: its searches call each other off, and nobody else's. */
export function usePartSuggestions(): PartSuggestions {
  const client = useQueryClient();
  return useMemo(() => {
    const ticket = crypto.randomUUID();
    return new PartSuggestions({
      complete: (text, limit) => callDesk('parts.complete', { text, limit }),
      search: (text, limit) => callDesk('parts.search', { text, limit, ticket }),
      cancel: () => void callDesk('parts.cancel', { ticket }).catch(() => undefined),
      isReachable: () => client.getQueryData<DeskStatus>(deskKey('status.read', {}))?.reach !== 'unreachable',
      now: Date.now,
    });
  }, [client]);
}
