import type { DueStep } from '../../storage/submissions/steps.ts';
import type { Sending } from '../sending/sending.ts';
import { type Checking, confirmedLines, isStillPlanned, lookAt, lookAtOrder } from './checking.ts';
import { sameLines } from './find-lines.ts';
import { bearing, lineNumbersOf, referenceQuery, unexplained } from './look.ts';

/**
 * Looks whether PIMS has what this folder was only about to send: an order with a reference that was drawn here and never
 * sent, or a line that is what is planned next and that nobody here has sent. `go-on` when nothing keeps the submission
 * from going on: with what is planned, or with finding out what is in doubt now.
 */
export async function lookForCopy(checking: Checking, step: DueStep): Promise<Sending | 'go-on'> {
  const { submission, lookFirst } = checking;
  const { id } = submission;
  const found =
    step.kind === 'create-order' ? await findOwnOrder(checking, step) : await findOwnLine(checking, step);
  if (typeof found === 'object') return found;
  checking.patience.looked(id);
  lookFirst.done(id);
  if (found !== 'copy') return 'go-on';
  lookFirst.copyFound();
  return { ended: 'interrupted' };
}

type Found = 'nothing' | 'doubt' | 'copy';

async function findOwnOrder(checking: Checking, step: DueStep): Promise<Found | Sending> {
  const { submission, client, known, submissions } = checking;
  if (!known.isOwnReference(submission.id)) {
    // The look before the first send asks the same, once more: what was there then, and what a person knew of it, may be
    // what has been sent since.
    known.setOrders(submission.id, null);
    submissions.confirmDuplicate(submission.id, false);
    return 'nothing';
  }
  const looked = await lookAt(checking, step, () => client.queryOrders(referenceQuery(submission)));
  if (!looked.ok) return looked.ended;
  return bearing(submission, looked.value).length > 0 ? 'copy' : 'nothing';
}

async function findOwnLine(
  checking: Checking,
  step: Exclude<DueStep, { kind: 'create-order' }>,
): Promise<Found | Sending> {
  const { known, steps, submission, records } = checking;
  const { id } = submission;
  const planned = steps.lines(id, step.orderNumber, 'planned').filter((one) => one.kind === 'add-line');
  if (planned.length === 0) return 'nothing';
  const looked = await lookAtOrder(checking, step, step.orderNumber);
  if (!looked.ok) return looked.ended;
  if (!isStillPlanned(checking, step)) return 'doubt';
  const before = known.lines(id);
  const confirmed = confirmedLines(checking, step.orderNumber);
  const strange = unexplained(looked.value.lines, before ?? [], confirmed);
  const sameAs = sameLines(strange);
  const like = planned.filter((line) => sameAs(line).length > 0);
  if (like.length === 0) {
    // What others have there is told from ours from now on.
    const numbers = lineNumbersOf(unexplained(looked.value.lines, [], confirmed));
    records.lookedUp(submission, { kind: 'lines', numbers });
    return 'nothing';
  }
  if (before !== null) return 'copy';
  // Nobody has looked before: the line may be anybody's, so that a person is asked about it, and not about the folder.
  records.doubted(submission, like);
  return 'doubt';
}
