import type { CallOutput, Channel, CheckedInput } from '../shared/ipc/contract.ts';

/** What answers a call of the contract below the handlers; it throws `DeskError`. A call without input takes none. */
export type DeskCall<C extends Channel> =
  CheckedInput<C> extends Record<string, never>
    ? () => Promise<CallOutput<C>>
    : (input: CheckedInput<C>) => Promise<CallOutput<C>>;
