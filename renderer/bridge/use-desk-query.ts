import {
  skipToken,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallInput, CallOutput, Channel } from '../../shared/ipc/contract.ts';
import { type CallError, callDesk } from './call.ts';
import { deskKey } from './query-client.ts';

type QueryOptions<C extends Channel> = Omit<
  UseQueryOptions<CallOutput<C>, CallError>,
  'queryKey' | 'queryFn'
>;
type MutationOptions<C extends Channel> = Omit<
  UseMutationOptions<CallOutput<C>, CallError, CallInput<C>>,
  'mutationFn'
>;

/**
 * What a call answers, kept in the cache under [channel, input] and read again when an event makes it stale. Nothing is
 * asked while `input` is null: there is nothing to ask about yet.
 */
export function useDeskQuery<C extends Channel>(
  channel: C,
  input: CallInput<C> | null,
  options: QueryOptions<C> = {},
): UseQueryResult<CallOutput<C>, CallError> {
  return useQuery<CallOutput<C>, CallError>({
    ...options,
    queryKey: input === null ? [channel] : deskKey(channel, input),
    queryFn: input === null ? skipToken : () => callDesk(channel, input),
  });
}

/** A call that changes something. What it makes stale is told by events, see `invalidate-on-events.ts`. */
export function useDeskMutation<C extends Channel>(
  channel: C,
  options: MutationOptions<C> = {},
): UseMutationResult<CallOutput<C>, CallError, CallInput<C>> {
  return useMutation<CallOutput<C>, CallError, CallInput<C>>({
    ...options,
    mutationFn: (input) => callDesk(channel, input),
  });
}
