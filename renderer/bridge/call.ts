import type { DeskErrorShape, ErrorCode, ErrorDetails } from '../../shared/errors.ts';
import type { CallInput, CallOutput, Channel } from '../../shared/ipc/contract.ts';

/** A call that the main process answered with an error: `message` is a plain sentence for the person. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(shape: DeskErrorShape, options?: { cause?: unknown }) {
    super(shape.message, options);
    this.code = shape.code;
    this.details = shape.details;
  }
}

/** Calls the main process. Throws `CallError`, and nothing else, when the answer is an error or none comes. */
export async function callDesk<C extends Channel>(channel: C, input: CallInput<C>): Promise<CallOutput<C>> {
  const result = await window.orderDesk.call(channel, input).catch((cause: unknown) => {
    throw new CallError(
      {
        code: 'internal',
        message: 'Order Desk did not answer. Try again; if this stays, quit Order Desk and start it again.',
        details: { channel },
      },
      { cause },
    );
  });
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}
