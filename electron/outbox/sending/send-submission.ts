import { assertNever, DeskError } from '../../../shared/errors.ts';
import type { SubmissionId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { LockCodeRepository } from '../../storage/lock-codes.ts';
import type { KnownBefore } from '../../storage/submissions/known-before.ts';
import type { DueStep, StepRepository } from '../../storage/submissions/steps.ts';
import type { OutboxSubmission, SubmissionRepository } from '../../storage/submissions/submissions.ts';
import type { CheckRecords } from '../looking/check-records.ts';
import { checkStep } from '../looking/check-step.ts';
import type { Checking } from '../looking/checking.ts';
import type { LookFirst } from '../looking/look-first.ts';
import { lookForCopy } from '../looking/look-for-copy.ts';
import { needsPreparing, prepareStep } from '../looking/prepare-step.ts';
import { finishSubmission } from '../looking/verify.ts';
import { asDeskError } from '../words.ts';
import { afterFailedRead } from './after-step.ts';
import { type StepSending, sendSteps } from './send-steps.ts';
import type { PimsCalls, Sending } from './sending.ts';

export interface SendingOptions extends Omit<StepSending, 'changeCodes'> {
  readonly id: SubmissionId;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly known: KnownBefore;
  readonly lockCodes: LockCodeRepository;
  readonly checkRecords: CheckRecords;
  readonly lookFirst: LookFirst;
  readonly clock: Clock;
}

/**
 * Sends what is left of a submission: look up what is there, intend, send, done; and finds out first whether steps of
 * unknown outcome arrived. Throws only when the disk fails; a step that was under way then stays *intended*, and counts as
 * unknown from the next start on.
 */
export async function sendSubmission(given: SendingOptions): Promise<Sending> {
  const options: OneGo = { ...given, changeCodes: new Map() };
  for (;;) {
    const ready = await getReady(options.clientFor);
    if (!ready.ok) return notReady(ready.error);
    const submission = options.submissions.find(options.id);
    if (submission === undefined || !options.mayGoOn()) return { ended: 'interrupted' };
    // With a copied folder, which may be decided about between two of its steps.
    if (submission.state === 'withdrawn') return { ended: 'withdrawn' };
    const sending = await takeStep(options, submission, ready.value);
    if (sending !== 'go-on') return withdrawnIfCalledOff(options, sending);
    options.progressed();
  }
}

/** What a person called off meanwhile goes back to its draft instead of asking, unless a step of it is in doubt. */
function withdrawnIfCalledOff({ id, submissions, records }: SendingOptions, sending: Sending): Sending {
  if (sending.ended !== 'needs-attention') return sending;
  const submission = submissions.find(id);
  const isBack = submission !== undefined && submission.calledOffAt !== null && records.withdraw(submission);
  return isBack ? { ended: 'withdrawn' } : sending;
}

type OneGo = SendingOptions & StepSending;

/** One look at PIMS, or one round of steps. */
async function takeStep(
  options: OneGo,
  submission: OutboxSubmission,
  client: PimsCalls,
): Promise<Sending | 'go-on'> {
  const { steps, checkRecords, clock } = options;
  const { id, orderNumber } = submission;
  const now = () => clock.now().toISOString();
  const checking: Checking = { ...options, submission, client, records: checkRecords, now };
  if (submission.calledOffAt !== null && options.records.withdraw(submission)) return { ended: 'withdrawn' };
  const step = steps.next(id, orderNumber);
  if (step === undefined) return finish(checking);
  switch (step.state) {
    case 'unknown':
      return checkStep(checking, step);
    case 'planned':
      return submission.isPaused || !options.maySend()
        ? { ended: 'interrupted' }
        : sendPlanned(options, checking, step);
    case 'rejected':
      throw new DeskError('internal', 'A step that PIMS refused is due.', { id, ordinal: step.ordinal });
    default:
      return assertNever(step.state);
  }
}

/** Nothing is awaited before a step is intended: meanwhile another submission could find out that this folder is a copy. */
function sendPlanned(options: OneGo, checking: Checking, step: DueStep): Promise<Sending | 'go-on'> {
  const { submission } = checking;
  if (options.lookFirst.has(submission.id)) return lookForCopy(checking, step);
  if (needsPreparing(checking, step)) return prepareStep(checking, step);
  return sendSteps(options, submission, together(options, submission, step));
}

/** The steps that go at once: changes of lines go one after the other, since each may need its lock code looked up. */
function together(
  { steps, linesInFlight }: SendingOptions,
  { id }: OutboxSubmission,
  step: DueStep,
): readonly DueStep[] {
  if (step.kind !== 'add-line') return [step];
  return steps.lines(id, step.orderNumber, 'planned', linesInFlight());
}

function finish(checking: Checking): Promise<Sending> {
  const { id, orderNumber } = checking.submission;
  if (orderNumber === null) {
    throw new DeskError('internal', 'Every step is done, but the order has no number.', { id });
  }
  return finishSubmission(checking, orderNumber);
}

type Ready =
  | { readonly ok: true; readonly value: PimsCalls }
  | { readonly ok: false; readonly error: DeskError };

async function getReady(clientFor: () => Promise<PimsCalls>): Promise<Ready> {
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
