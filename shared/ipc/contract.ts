import type { z } from 'zod';
import type { Result } from '../errors.ts';
import { appCalls } from './calls/app-calls.ts';
import { connectionsCalls } from './calls/connections-calls.ts';
import { customersCalls } from './calls/customers-calls.ts';
import { dayCheckCalls } from './calls/day-check-calls.ts';
import { draftsCalls } from './calls/drafts-calls.ts';
import { importsCalls } from './calls/imports-calls.ts';
import { ordersCalls } from './calls/orders-calls.ts';
import { outboxCalls } from './calls/outbox-calls.ts';
import { partsCalls } from './calls/parts-calls.ts';
import { shopifyCalls } from './calls/shopify-calls.ts';
import type { DeskEventName, DeskEvents } from './desk-events.ts';

/*
 * Every call that the renderer can make, with what goes in and what comes out. Adding a call is one entry in calls/
 * and one handler in electron/ipc/. Calls never throw across: they answer a Result.
 */
export const contract = {
  ...appCalls,
  ...connectionsCalls,
  ...ordersCalls,
  ...partsCalls,
  ...shopifyCalls,
  ...customersCalls,
  ...draftsCalls,
  ...importsCalls,
  ...outboxCalls,
  ...dayCheckCalls,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
/** What a caller passes. */
export type CallInput<C extends Channel> = z.input<Contract[C]['input']>;
/** What a handler receives, checked. */
export type CheckedInput<C extends Channel> = z.output<Contract[C]['input']>;
export type CallOutput<C extends Channel> = z.output<Contract[C]['output']>;

/** What the preload puts on `window.orderDesk`: the whole bridge. */
export interface OrderDeskBridge {
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Result<CallOutput<C>>>;
  /** Subscribes; the answer unsubscribes. */
  on<E extends DeskEventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void;
}
