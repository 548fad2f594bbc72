import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { CallInput, Channel } from '../../shared/ipc/contract.ts';

/** The cache key of a call. */
export function deskKey<C extends Channel>(channel: C, input: CallInput<C>): QueryKey {
  return [channel, input];
}

/**
 * The cache of what the main process answered. Nothing is read again unless an event or a person asks: reads
 * from PIMS are billed. Calls run whether or not the browser believes to be online, since they go to the main
 * process, which knows better.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
