/*
 * The two Electron channels that carry everything. They live apart from the contract, so that the preload, which
 * has to stay one small file, does not bring zod along.
 */
export const CALL_CHANNEL = 'order-desk:call';
export const EVENT_CHANNEL = 'order-desk:event';
