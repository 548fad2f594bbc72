import { assertNever, DeskError } from '../../shared/errors.ts';
import type { SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Log } from '../log.ts';
import { unknownEnding } from '../pims/failures.ts';
import type { KnownBefore } from '../storage/known-before.ts';
import type { DueStep, StepAnswer, StepRepository } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { afterFailedRead, afterFailedStep } from './after-step.ts';
import type { CheckRecords } from './check-records.ts';
import { type Checking, checkStep, needsPreparing, prepareStep } from './check-step.ts';
import type { Patience } from './patience.ts';
import type { PimsCalls, Sending } from './sending.ts';
import type { StepRecords } from './step-records.ts';
import { finishSubmission } from './verify.ts';
import { asDeskError, rejectedProblem } from './words.ts';

interface SendingOptions {
  readonly id: SubmissionId;
  /** Asked anew for each step: the connection's secret may have been replaced meanwhile. */
  readonly clientFor: () => Promise<PimsCalls>;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly known: KnownBefore;
  readonly records: StepRecords;
  readonly checkRecords: CheckRecords;
  readonly patience: Patience;
  /** Asked before each step. */
  readonly mayGoOn: () => boolean;
  readonly progressed: () => void;
  readonly log: Log;
}

/**
 * Sends what is left of a submission, one step after the other: look up what is there, intend, send, done; and finds
 * out first whether a step of unknown outcome arrived. Throws only when the disk fails; a step that was under way
 * then stays *intended*, and counts as unknown from the next start on.
 */
export async function sendSubmission(options: SendingOptions): Promise<Sending> {
  for (;;) {
    const ready = await getReady(options.clientFor);
    if (!ready.ok) return notReady(ready.error);
    if (!options.mayGoOn()) return { ended: 'interrupted' };
    const sending = await takeStep(options, ready.value);
    if (sending !== 'go-on') return sending;
    options.progressed();
  }
}

/** One step, or one look at PIMS. */
async function takeStep(options: SendingOptions, client: PimsCalls): Promise<Sending | 'go-on'> {
  const { id, submissions, steps, known, checkRecords, patience } = options;
  const submission = submissions.find(id);
  if (submission === undefined) return { ended: 'withdrawn' };
  const checking = { submission, client, submissions, known, records: checkRecords, patience };
  const step = steps.next(id, submission.orderNumber);
  if (step === undefined) return finish(checking);
  switch (step.state) {
    case 'unknown':
      return checkStep(checking, step);
    case 'planned':
      return needsPreparing(checking, step) ? prepareStep(checking, step) : send(options, checking, step);
    case 'rejected':
      throw new DeskError('internal', 'A step that PIMS refused is due.', { id, ordinal: step.ordinal });
    default:
      return assertNever(step.state);
  }
}

function finish(checking: Checking): Promise<Sending> {
  const { id, orderNumber } = checking.submission;
  if (orderNumber === null) {
    throw new DeskError('internal', 'Every step is done, but the order has no number.', { id });
  }
  return finishSubmission(checking, orderNumber);
}

async function send(
  options: SendingOptions,
  { submission, client }: Checking,
  step: DueStep,
): Promise<Sending | 'go-on'> {
  const { records, log } = options;
  const about = { submission: submission.id, ordinal: step.ordinal };
  log.debug('Step due', about);
  if (!records.intend(submission, step)) return { ended: 'withdrawn' };
  log.debug('Step intended', about);
  const outcome = await perform(client, step);
  log.debug('Step answered', about);
  if (!outcome.ok) return recordFailure(options, submission, step, outcome.error);
  records.done(submission, step, outcome.value);
  log.debug('Step done', about);
  return 'go-on';
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
  { records, patience, log }: SendingOptions,
  submission: Submission,
  step: DueStep,
  error: DeskError,
): Sending | 'go-on' {
  log.warn('A step failed', { submission: submission.id, ordinal: step.ordinal, code: error.code, error });
  const after = afterFailedStep(error);
  switch (after.kind) {
    case 'not-applied':
      records.notApplied(submission, step, error.toShape());
      return after.next === 'wait'
        ? { ended: 'wait', error, retryAfterMs: after.retryAfterMs }
        : { ended: 'hold', error, untilPerson: true };
    case 'rejected':
      records.rejected(submission, step, rejectedProblem(step, submission, error));
      return { ended: 'needs-attention' };
    case 'unknown':
      records.unknown(submission, step, reasonOf(error));
      patience.sent(submission.id);
      return after.holdConnection ? { ended: 'hold', error, untilPerson: true } : 'go-on';
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
