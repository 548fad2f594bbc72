import { assertNever, type DeskError, type DeskErrorShape, isKeychainCode } from '../../../shared/errors.ts';
import type { SubmissionId } from '../../../shared/ids.ts';
import type { Log } from '../../log.ts';
import { whatHappened } from '../../pims/failures.ts';
import type { DueStep, StepAnswer } from '../../storage/submissions/steps.ts';
import type { OutboxSubmission } from '../../storage/submissions/submissions.ts';
import type { ChangeCodes } from '../looking/checking.ts';
import { asDeskError, lockedProblem, rejectedProblem } from '../words.ts';
import { afterFailedStep } from './after-step.ts';
import type { Patience } from './patience.ts';
import { type PimsCalls, type Sending, weightier } from './sending.ts';
import type { StepRecords } from './step-records.ts';

export interface StepSending {
  /** Asked anew for each step: the connection's secret may have been replaced meanwhile. */
  readonly clientFor: () => Promise<PimsCalls>;
  readonly records: StepRecords;
  readonly changeCodes: ChangeCodes;
  readonly patience: Patience;
  readonly refusedCodes: RefusedCodes;
  /** How many lines of the order go at once. */
  readonly linesInFlight: () => number;
  /** Asked before each step. */
  readonly mayGoOn: () => boolean;
  /**
   * False while the connection is paused, or the data folder may be a copy: what PIMS has is found out, and nothing is sent.
   * Asked before each step, too.
   */
  readonly maySend: () => boolean;
  readonly progressed: () => void;
  readonly log: Log;
}

/** The lock code with which PIMS refused a change, and what it said: another code is worth another try. */
export type RefusedCodes = Map<string, { readonly lockCode: string; readonly error: DeskError }>;

/** A name for a step of a submission, for `RefusedCodes`. */
function keyOf(id: SubmissionId, { ordinal }: DueStep): string {
  return `${id} ${ordinal}`;
}

type Outcome =
  | { readonly step: DueStep; readonly ok: true; readonly value: StepAnswer }
  | { readonly step: DueStep; readonly ok: false; readonly error: DeskError };

/**
 * Sends steps side by side, each followed by the next line until none is left or something goes wrong: intend, send, done.
 * What went wrong is recorded when everything under way has ended. Throws only when the disk fails; what was under way then
 * stays *intended*, and counts as unknown from the next start on.
 */
export async function sendSteps(
  options: StepSending,
  submission: OutboxSubmission,
  first: readonly DueStep[],
): Promise<Sending | 'go-on'> {
  const { records, log } = options;
  const { id } = submission;
  for (const step of first) {
    const problem = problemBeforeSending(options, submission, step);
    if (problem === null) continue;
    // When a person has it sent again, it is tried again.
    options.refusedCodes.delete(keyOf(id, step));
    records.rejected(submission, step, problem);
    return { ended: 'needs-attention' };
  }
  for (const { ordinal } of first) log.debug('Step due', { submission: id, ordinal });
  if (!records.intend(submission, first)) return 'go-on';
  const failures: Extract<Outcome, { ok: false }>[] = [];
  let isBroken = false;
  let underWay = first.length;
  // What can't be sent as it is begins a round of its own, and so do the new lines that go side by side.
  const maySend = (step: DueStep): boolean => {
    if (isBroken || !options.mayGoOn() || !options.maySend()) return false;
    const isFirstLine = step.kind === 'add-line' && first.every(({ kind }) => kind !== 'add-line');
    if (isFirstLine && options.linesInFlight() > 1) return false;
    // Meanwhile the connection may have been set to send fewer at once.
    if (underWay > 1 && underWay > options.linesInFlight()) return false;
    if (problemBeforeSending(options, submission, step) !== null) return false;
    log.debug('Step due', { submission: id, ordinal: step.ordinal });
    return true;
  };

  async function sendFrom(step: DueStep): Promise<void> {
    let next: DueStep | undefined = step;
    while (next !== undefined) {
      const about = { submission: id, ordinal: next.ordinal };
      log.debug('Step intended', about);
      const outcome = await perform(options, next);
      log.debug('Step answered', about);
      if (!outcome.ok) {
        isBroken = true;
        failures.push(outcome);
        return;
      }
      next = records.done(submission, next, outcome.value, maySend);
      log.debug('Step done', about);
      options.progressed();
    }
    underWay -= 1;
  }

  const ends = await Promise.allSettled(first.map(sendFrom));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return recordFailures(options, submission, failures);
}

/** Why a change can't be sent, or not again with the code that PIMS refused; null when it can. */
function problemBeforeSending(
  { changeCodes, refusedCodes }: StepSending,
  submission: OutboxSubmission,
  step: DueStep,
): DeskErrorShape | null {
  if (step.kind !== 'update-line') return null;
  const { code = null, isShown = false } = changeCodes.get(step.targetLine) ?? {};
  const at = whereaboutsOf(submission, step);
  if (code === null) return lockedProblem(step, at);
  const refused = refusedCodes.get(keyOf(submission.id, step));
  return refused?.lockCode === code ? rejectedProblem(step, at, refused.error, !isShown) : null;
}

async function perform(options: StepSending, step: DueStep): Promise<Outcome> {
  try {
    return { step, ok: true, value: await answerTo(options, step) };
  } catch (cause) {
    return { step, ok: false, error: asDeskError(cause) };
  }
}

async function answerTo({ clientFor, changeCodes }: StepSending, step: DueStep): Promise<StepAnswer> {
  const client = await clientFor();
  switch (step.kind) {
    case 'create-order':
      return { kind: step.kind, orderNumber: await client.createOrder(step.request) };
    case 'add-line':
      return { kind: step.kind, line: await client.addLine(step.orderNumber, step.request) };
    case 'update-line': {
      // Taken when the line was compared and not when the change was queued: an earlier step of ours may have moved it.
      const code = changeCodes.get(step.targetLine)?.code ?? '';
      return { kind: step.kind, line: await client.updateLine(step.orderNumber, code, step.request) };
    }
    default:
      return assertNever(step);
  }
}

/** What came of steps that failed, the refusals last: they hand the submission to a person. */
function recordFailures(
  options: StepSending,
  submission: OutboxSubmission,
  failures: readonly Extract<Outcome, { ok: false }>[],
): Sending | 'go-on' {
  const isRefusal = ({ error }: { readonly error: DeskError }) => afterFailedStep(error).kind === 'rejected';
  const inOrder = failures.toSorted((a, b) => a.step.ordinal - b.step.ordinal);
  let end: Sending | 'go-on' = 'go-on';
  for (const { step, error } of inOrder.filter((one) => !isRefusal(one))) {
    end = weightier(end, recordFailure(options, submission, step, error));
  }
  const [refusal, ...more] = inOrder.filter(isRefusal);
  // One question at a time: the others are asked anew when this one is settled.
  for (const { step, error } of more) options.records.notApplied(submission, step, error.toShape());
  return refusal === undefined
    ? end
    : weightier(end, recordFailure(options, submission, refusal.step, refusal.error));
}

function recordFailure(
  options: StepSending,
  submission: OutboxSubmission,
  step: DueStep,
  error: DeskError,
): Sending | 'go-on' {
  const { records, patience, changeCodes, refusedCodes, log } = options;
  const { id } = submission;
  log.warn('A step failed', { submission: id, ordinal: step.ordinal, code: error.code, error });
  const after = afterFailedStep(error);
  switch (after.kind) {
    case 'not-applied':
      records.notApplied(submission, step, error.toShape());
      return after.next === 'wait'
        ? { ended: 'wait', error, retryAfterMs: after.retryAfterMs }
        : // A read needs the keychain as well: one that works proves that it is open again.
          { ended: 'hold', error, untilPerson: !isKeychainCode(error.code) };
    case 'rejected': {
      const lockCode = step.kind === 'update-line' ? (changeCodes.get(step.targetLine)?.code ?? null) : null;
      if (lockCode !== null) {
        // The code may be stale: the order is read again before this is called a refusal.
        refusedCodes.set(keyOf(id, step), { lockCode, error });
        records.notApplied(submission, step, error.toShape());
        return 'go-on';
      }
      records.rejected(submission, step, rejectedProblem(step, whereaboutsOf(submission, step), error));
      return { ended: 'needs-attention' };
    }
    case 'unknown':
      records.unknown(submission, step, whatHappened(error));
      patience.sent(id);
      return after.holdConnection ? { ended: 'hold', error, untilPerson: true } : 'go-on';
    default:
      return assertNever(after);
  }
}

/** The submission as it stands now for the words: the order that it began may have come in this very round. */
function whereaboutsOf(submission: OutboxSubmission, step: DueStep): OutboxSubmission {
  return step.kind === 'create-order' ? submission : { ...submission, orderNumber: step.orderNumber };
}
