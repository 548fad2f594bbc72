import type { DueStep, StepAnswer } from '../storage/submissions/steps.ts';
import type { OutboxSubmission, StoredState } from '../storage/submissions/submissions.ts';
import type { OutboxStores } from './outbox-stores.ts';

/** How a step and its submission have to stand for it to be done now. */
export interface DoneFrom {
  readonly step: 'planned' | 'intended' | 'unknown';
  readonly submission: StoredState;
}

/**
 * Notes that PIMS has a step, with what it answered: the order's number, or the line with its newest lock code. False when
 * step or submission don't stand as expected. To be called within a transaction, which is given up then.
 */
export function noteStepDone(
  { steps, submissions, lockCodes }: Pick<OutboxStores, 'steps' | 'submissions' | 'lockCodes'>,
  { id, connectionId }: OutboxSubmission,
  step: DueStep,
  answer: StepAnswer,
  from: DoneFrom,
  at: string,
): boolean {
  const orderNumber = answer.kind === 'create-order' ? answer.orderNumber : null;
  if (!steps.done(id, step.ordinal, from.step, answer, at)) return false;
  if (!submissions.countStep(id, from.submission, orderNumber)) return false;
  if (step.kind !== 'create-order' && answer.kind !== 'create-order') {
    lockCodes.learn(connectionId, step.orderNumber, [answer.line], at);
  }
  return true;
}
