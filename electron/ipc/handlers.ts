import type { CallOutput, Channel, CheckedInput } from '../../shared/ipc/contract.ts';

/** A handler for each of the channels named: a missing one fails to compile. Inputs arrive checked. */
export type Handlers<C extends Channel> = {
  readonly [K in C]: (input: CheckedInput<K>) => CallOutput<K> | Promise<CallOutput<K>>;
};

/** The channels of one domain: `DomainChannel<'orders'>` is `'orders.query' | 'orders.single' | …`. */
export type DomainChannel<D extends string> = Extract<Channel, `${D}.${string}`>;
