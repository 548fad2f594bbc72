import { useMemo } from 'react';
import { callDesk } from '../../bridge/call.ts';
import { useLookUps } from '../../look-up/use-look-ups.ts';
import { PartSuggestions } from './part-suggestions.ts';

const partCalls = {
  complete: (text: string, limit: number) => callDesk('parts.complete', { text, limit }),
  search: async (text: string, limit: number, ticket: string) => {
    const { parts, cut } = await callDesk('parts.search', { text, limit, ticket });
    return { records: parts, cut };
  },
  cancel: (ticket: string) => callDesk('parts.cancel', { ticket }),
};

/** Suggestions of parts for one place where a person types. */
export function usePartSuggestions(): PartSuggestions {
  const lookUps = useLookUps(partCalls);
  return useMemo(() => new PartSuggestions(lookUps), [lookUps]);
}
