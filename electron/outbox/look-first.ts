import type { SubmissionId } from '../../shared/ids.ts';
import { likenessOfLine } from '../../shared/outbox/differences.ts';
import type { DueStep } from '../storage/steps.ts';
import { type Checking, confirmedLines, lookAt, lookAtOrder } from './checking.ts';
import { bearing, referenceQuery, unexplained } from './look.ts';
import type { Sending } from './sending.ts';

/**
 * Submissions that another run of the program laid down. What their journal calls planned was not sent from here, but
 * it may have been from a copy of this folder, or by the machine that this backup was taken from: one look at PIMS, before
 * the first of their steps, finds that out.
 */
export interface LookFirst {
  has(id: SubmissionId): boolean;
  add(id: SubmissionId): void;
  /** PIMS has nothing that only this folder could have sent. */
  done(id: SubmissionId): void;
  /** PIMS has: from now on nothing is sent before a person has decided. */
  copyFound(): void;
}

/**
 * Looks whether PIMS has what this folder was only about to send: an order with a reference that was drawn here and never
 * sent, or a line that is what is planned next and that nobody here has sent. `go-on` when it has not.
 */
export async function lookForCopy(
  lookFirst: LookFirst,
  checking: Checking,
  step: DueStep,
): Promise<Sending | 'go-on'> {
  const { submission } = checking;
  const { id } = submission;
  if (!lookFirst.has(id)) return 'go-on';
  const found = step.kind === 'create-order' ? await findOwnOrder(checking, step) : await findOwnLine(checking, step);
  if (typeof found !== 'boolean') return found;
  checking.patience.looked(id);
  lookFirst.done(id);
  if (!found) return 'go-on';
  lookFirst.copyFound();
  return { ended: 'interrupted' };
}

async function findOwnOrder(checking: Checking, step: DueStep): Promise<boolean | Sending> {
  const { submission, client, known } = checking;
  // With a person's reference the look before the first send asks the same, and knows what to say.
  if (!known.isOwnReference(submission.id)) return false;
  const looked = await lookAt(checking, step, () => client.queryOrders(referenceQuery(submission)));
  return looked.ok ? bearing(submission, looked.value).length > 0 : looked.ended;
}

async function findOwnLine(
  checking: Checking,
  step: Exclude<DueStep, { kind: 'create-order' }>,
): Promise<boolean | Sending> {
  const { known, steps, submission } = checking;
  const { id } = submission;
  const before = known.lines(id);
  // Nobody has looked yet what the order has: whose its lines are can't be told.
  if (before === null || step.kind !== 'add-line') return false;
  const looked = await lookAtOrder(checking, step, step.orderNumber);
  if (!looked.ok) return looked.ended;
  const strange = unexplained(looked.value.lines, before, confirmedLines(checking, step.orderNumber));
  const planned = steps.lines(id, step.orderNumber, 'planned');
  return strange.some((line) => planned.some(({ request }) => likenessOfLine(request, line) === 'same'));
}
