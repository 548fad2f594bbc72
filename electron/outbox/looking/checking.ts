import type { OrderNumber } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { probeQuery } from '../../pims/probe-query.ts';
import type { LockCodeRepository } from '../../storage/lock-codes.ts';
import type { KnownBefore } from '../../storage/submissions/known-before.ts';
import type { DueStep, StepRepository } from '../../storage/submissions/steps.ts';
import type { OutboxSubmission, SubmissionRepository } from '../../storage/submissions/submissions.ts';
import { afterFailedRead } from '../sending/after-step.ts';
import type { Patience } from '../sending/patience.ts';
import type { PimsCalls, Sending } from '../sending/sending.ts';
import { asDeskError, hiddenProblem, unreadableProblem } from '../words.ts';
import type { Attention, CheckRecords } from './check-records.ts';
import type { LookFirst } from './look-first.ts';

/**
 * The lock code of each line that is to be changed, by line number, as it was when the line was last compared with what the
 * person saw; null when PIMS has never given it, and whether PIMS showed it just then. A code learnt later would let a change through that nobody has compared. It
 * holds for one go at sending: after a wait or a start everything is compared again.
 */
export type ChangeCodes = Map<string, { readonly code: string | null; readonly isShown: boolean }>;

/** What looking in PIMS for a submission needs. */
export interface Checking {
  readonly submission: OutboxSubmission;
  readonly client: PimsCalls;
  readonly submissions: SubmissionRepository;
  readonly steps: StepRepository;
  readonly known: KnownBefore;
  readonly lockCodes: LockCodeRepository;
  readonly records: CheckRecords;
  readonly patience: Patience;
  readonly lookFirst: LookFirst;
  readonly changeCodes: ChangeCodes;
  /** False while the connection is paused, or the data folder may be a copy. */
  readonly maySend: () => boolean;
  readonly now: () => string;
}

/** What PIMS answered to a look, or how the sending ends since it could not be asked. */
export type Looked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly ended: Sending };

/** Asks PIMS something for a step; null when it is about the whole submission. */
export async function lookAt<T>(
  checking: Checking,
  step: DueStep | null,
  ask: () => Promise<T>,
): Promise<Looked<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (cause) {
    return { ok: false, ended: await lookFailed(checking, step, cause) };
  }
}

/** Reads the lines of an order, and keeps the lock codes that it shows. */
export async function lookAtOrder(
  checking: Checking,
  step: DueStep | null,
  orderNumber: OrderNumber,
): Promise<Looked<{ readonly fields: PimsFields; readonly lines: readonly PimsFields[] }>> {
  const { client, lockCodes, submission, now } = checking;
  const looked = await lookAt(checking, step, () => client.readOrder(orderNumber));
  if (looked.ok) lockCodes.learn(submission.connectionId, orderNumber, looked.value.lines, now());
  return looked;
}

/**
 * Whether a step is still to be sent after PIMS was asked: meanwhile this folder may have been found to be a copy, and then
 * what PIMS has is not what it had before.
 */
export function isStillPlanned({ steps, submission }: Checking, { ordinal }: DueStep): boolean {
  return steps.at(submission.id, ordinal, submission.orderNumber)?.state === 'planned';
}

/** Whether what is planned is sent next: not what a person has called off or paused, nor anything from a copied folder. */
export function isSentNext({ submission, submissions, maySend }: Checking): boolean {
  return maySend() && submissions.mayGoOn(submission.id);
}

/** The lines of an order that this machine is known to have brought there, as PIMS answered them. */
export function confirmedLines({ known, submission }: Checking, orderNumber: OrderNumber): PimsFields[] {
  return known.confirmedLines(submission.connectionId, orderNumber).map(({ line }) => line);
}

/** So often PIMS may refuse to show what it has before a person is asked. */
const REFUSALS_UNTIL_ATTENTION = 5;
/** So often it may fail to: with the back-off about seven minutes. */
const FAILURES_UNTIL_ATTENTION = 12;

/** PIMS could not be asked. Nothing is sent meanwhile. */
async function lookFailed(checking: Checking, step: DueStep | null, cause: unknown): Promise<Sending> {
  const { submission, patience } = checking;
  const error = asDeskError(cause);
  const after = afterFailedRead(error);
  if (after.next === 'hold') return { ended: 'hold', error, untilPerson: false };
  if (after.next === 'wait' && error.code !== 'unknown-outcome') {
    return { ended: 'wait', error, retryAfterMs: after.retryAfterMs };
  }
  // PIMS is there, but does not answer this: the other orders need not wait for it.
  const { times, delayMs } = patience.lookFailed(submission.id);
  const isEnough =
    after.next === 'wait'
      ? times >= FAILURES_UNTIL_ATTENTION && (await answersOthers(checking))
      : times >= REFUSALS_UNTIL_ATTENTION;
  if (!isEnough) return { ended: 'pause', delayMs };
  if (step === null) {
    const problem = hiddenProblem(submission, error);
    return askPerson(checking, step, { kind: 'differs', problem, sent: {}, candidates: [] });
  }
  const problem = unreadableProblem(step, submission, error, step.state === 'unknown');
  return askPerson(checking, step, { kind: 'unreadable', problem, sent: step.request, candidates: [] });
}

/** Whether PIMS answers at all: then it is this look that it will not answer, and not an outage that ends by itself. */
async function answersOthers({ client }: Checking): Promise<boolean> {
  try {
    await client.queryOrders(probeQuery);
    return true;
  } catch {
    return false;
  }
}

/** Leaves it to a person. */
export function askPerson(
  { submission, records }: Pick<Checking, 'submission' | 'records'>,
  step: DueStep | null,
  attention: Attention,
): Sending {
  records.undecided(submission, step, attention);
  return { ended: 'needs-attention' };
}
