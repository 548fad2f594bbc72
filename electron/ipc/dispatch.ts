import type { z } from 'zod';
import { DeskError, type DeskErrorShape, type Result } from '../../shared/errors.ts';
import { type Channel, contract } from '../../shared/ipc/contract.ts';
import type { Handlers } from './handlers.ts';

/** Carries one call out. Both arguments are as the page sent them: anything at all. Never throws. */
export type Dispatch = (channel: unknown, input: unknown) => Promise<Result<unknown>>;

interface Dispatching {
  readonly handlers: Handlers<Channel>;
  /** Told of every error that is a defect of ours. */
  readonly report: (message: string, error: unknown) => void;
}

/**
 * Checks a call against the contract, hands it to its handler, and answers a result: `invalid-input` when the call is
 * not in the contract, the handler's own `DeskError`, or `internal`. The answer holds what the contract names and
 * nothing else, so that a field added to a record below, such as a secret, does not reach the page by itself.
 */
export function createDispatch({ handlers, report }: Dispatching): Dispatch {
  return async (channel, input) => {
    try {
      const known = knownChannel(channel);
      const checked = checkedInput(contract[known].input, input);
      // The one place where the contract's pairing of channel, input and handler can't be followed by the compiler.
      const handle = handlers[known] as (input: unknown) => unknown;
      const answer = contract[known].output.safeParse(await handle(checked));
      if (!answer.success)
        throw new Error(`The answer of ${known} breaks the contract`, { cause: answer.error });
      return { ok: true, value: answer.data };
    } catch (error) {
      return { ok: false, error: shapeOf(error, () => report(`The call ${nameFor(channel)} failed`, error)) };
    }
  };
}

function knownChannel(channel: unknown): Channel {
  if (typeof channel === 'string' && isChannel(channel)) return channel;
  throw new DeskError('invalid-input', 'Order Desk has no such call.', { path: 'channel' });
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}

function checkedInput(schema: z.ZodType, input: unknown): unknown {
  const reading = schema.safeParse(input);
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  throw new DeskError('invalid-input', issue?.message ?? 'This input can’t be used.', {
    path: (issue?.path ?? []).map(String).join('.').slice(0, 200),
  });
}

function shapeOf(error: unknown, reportDefect: () => void): DeskErrorShape {
  if (!(error instanceof DeskError) || error.code === 'internal') reportDefect();
  if (error instanceof DeskError) return error.toShape();
  return new DeskError(
    'internal',
    'Something went wrong inside Order Desk, and it was not your doing. Try again; if it stays, send us the log (Help, Show log).',
  ).toShape();
}

function nameFor(channel: unknown): string {
  return typeof channel === 'string' ? channel.slice(0, 60) : typeof channel;
}
