import { assertNever, type DeskError } from '../../shared/errors.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { Log } from '../log.ts';
import { unknownEnding } from '../pims/failures.ts';
import type { DueStep, StepAnswer, StepRepository } from '../storage/steps.ts';
import { afterFailedRead, afterFailedStep } from './after-step.ts';
import type { StepRecords } from './step-records.ts';
import { asDeskError, rejectedProblem, unknownProblem } from './words.ts';

/** The calls of PIMS that the outbox makes. */
export interface PimsCalls {
  queryOrders(query: OrderQuery): Promise<unknown>;
  createOrder(fields: PimsFields): Promise<OrderNumber>;
  addLine(orderNumber: OrderNumber, fields: PimsFields): Promise<PimsFields>;
}

/** How far sending a submission came. */
export type Sending =
  | { readonly ended: 'sent' | 'needs-attention' | 'withdrawn' }
  /** It goes on later, at the step where it stopped. */
  | { readonly ended: 'interrupted' }
  | { readonly ended: 'wait'; readonly error: DeskError; readonly retryAfterMs: number | null }
  /** `untilPerson`: a write met it, so that a read which works proves nothing. */
  | { readonly ended: 'hold'; readonly error: DeskError; readonly untilPerson: boolean };

interface SendingOptions {
  readonly submission: Submission;
  /** Asked anew for each step: the connection's secret may have been replaced meanwhile. */
  readonly clientFor: () => Promise<PimsCalls>;
  readonly steps: StepRepository;
  readonly records: StepRecords;
  /** Asked before each step. */
  readonly mayGoOn: () => boolean;
  readonly progressed: () => void;
  readonly log: Log;
}

/**
 * Sends what is left of a submission, one step after the other: intend, send, done. Throws only when the disk
 * fails; a step that was under way then stays *intended*, and counts as unknown from the next start on.
 */
export async function sendSubmission(options: SendingOptions): Promise<Sending> {
  const { submission, steps, records, log } = options;
  let { orderNumber } = submission;
  for (;;) {
    const ready = await getReady(options.clientFor);
    if (!ready.ok) return notReady(ready.error);
    if (!options.mayGoOn()) return { ended: 'interrupted' };
    const step = steps.next(submission.id, orderNumber);
    if (step === undefined) {
      records.sent(submission);
      return { ended: 'sent' };
    }
    const about = { submission: submission.id, ordinal: step.ordinal };
    log.debug('Step due', about);
    if (!records.intend(submission, step)) return { ended: 'withdrawn' };
    log.debug('Step intended', about);
    const outcome = await perform(ready.value, step);
    log.debug('Step answered', about);
    if (!outcome.ok) return recordFailure(options, step, orderNumber, outcome.error);
    records.done(submission, step, outcome.value);
    log.debug('Step done', about);
    if (outcome.value.kind === 'create-order') orderNumber = outcome.value.orderNumber;
    options.progressed();
  }
}

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DeskError };

async function getReady(clientFor: () => Promise<PimsCalls>): Promise<Outcome<PimsCalls>> {
  try {
    return { ok: true, value: await clientFor() };
  } catch (cause) {
    return { ok: false, error: asDeskError(cause) };
  }
}

function notReady(error: DeskError): Sending {
  const after = afterFailedRead(error);
  return after.next === 'wait'
    ? { ended: 'wait', error, retryAfterMs: after.retryAfterMs }
    : { ended: 'hold', error, untilPerson: false };
}

async function perform(client: PimsCalls, step: DueStep): Promise<Outcome<StepAnswer>> {
  try {
    return { ok: true, value: await answerTo(client, step) };
  } catch (cause) {
    return { ok: false, error: asDeskError(cause) };
  }
}

async function answerTo(client: PimsCalls, step: DueStep): Promise<StepAnswer> {
  switch (step.kind) {
    case 'create-order':
      return { kind: step.kind, orderNumber: await client.createOrder(step.request) };
    case 'add-line':
      return { kind: step.kind, line: await client.addLine(step.orderNumber, step.request) };
    default:
      return assertNever(step);
  }
}

function recordFailure(
  { submission, records, log }: SendingOptions,
  step: DueStep,
  orderNumber: OrderNumber | null,
  error: DeskError,
): Sending {
  log.warn('A step failed', { submission: submission.id, ordinal: step.ordinal, code: error.code, error });
  const after = afterFailedStep(error);
  const whereabouts = { reference: submission.reference, orderNumber };
  switch (after.kind) {
    case 'not-applied':
      records.notApplied(submission, step, error.toShape());
      return after.next === 'wait'
        ? { ended: 'wait', error, retryAfterMs: after.retryAfterMs }
        : { ended: 'hold', error, untilPerson: true };
    case 'rejected':
      records.rejected(submission, step, rejectedProblem(step, whereabouts, error));
      return { ended: 'needs-attention' };
    case 'unknown':
      records.unknown(submission, step, unknownProblem(step, whereabouts, reasonOf(error)));
      return after.holdConnection
        ? { ended: 'hold', error, untilPerson: true }
        : { ended: 'needs-attention' };
    default:
      return assertNever(after);
  }
}

/** What happened, without the client's closing words on what follows: that is decided here. */
function reasonOf({ message }: DeskError): string {
  return message
    .replace(unknownEnding('orders/create'), '')
    .replace(unknownEnding('orders/line_item add'), '')
    .trim();
}
