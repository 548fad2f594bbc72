import type { DueCreate, DueLine, DueStep } from '../../storage/submissions/steps.ts';
import type { Sending } from '../sending/sending.ts';
import { unsureProblem } from '../words.ts';
import type { Arrival } from './check-records.ts';
import { askPerson, type Checking, confirmedLines, isSentNext, lookAt, lookAtOrder } from './checking.ts';
import { findLines } from './find-lines.ts';
import { judgeChange, lineNumbered } from './judge-change.ts';
import {
  bearing,
  type Finding,
  findOrder,
  lineNumbersOf,
  numbersOf,
  referenceQuery,
  unexplained,
} from './look.ts';
import { conflict } from './prepare-step.ts';

/**
 * Finds out whether steps of unknown outcome arrived (design section 6), all lines of an order in one look. `go-on` when
 * that is decided: they are done, or to be sent again.
 */
export function checkStep(checking: Checking, step: DueStep): Promise<Sending | 'go-on'> {
  return step.kind === 'create-order' ? checkOrder(checking, step) : checkLines(checking, step);
}

async function checkOrder(checking: Checking, step: DueCreate): Promise<Sending | 'go-on'> {
  const { submission, client, steps, known, records, patience } = checking;
  const { id, connectionId } = submission;
  // Only a look that begins after the settle time can tell that nothing will come.
  const settlesIn = patience.settlesIn(id);
  const looked = await lookAt(checking, step, () => client.queryOrders(referenceQuery(submission)));
  if (!looked.ok) return looked.ended;
  const found = bearing(submission, looked.value);
  const numbers = numbersOf(found);
  const claimed = known.claimed(connectionId, id, numbers);
  const search = { sent: step.request, found, before: known.orders(id), claimed };
  let finding = findOrder(search);
  let linesThere: string[] = [];
  if (finding.kind === 'arrived' && finding.answer.kind === 'create-order') {
    const order = await lookAtOrder(checking, step, finding.answer.orderNumber);
    if (!order.ok) return order.ended;
    const { lines } = order.value;
    // Where lines are in doubt too, a copy of this folder may have sent them: they are not somebody else's.
    const areInDoubt = steps.lines(id, finding.answer.orderNumber, 'unknown', 1).length > 0;
    linesThere = areInDoubt || checking.lookFirst.has(id) ? [] : lineNumbersOf(lines);
    // A new order has no lines. With a reference that anybody may use, one that has is somebody else's.
    if (lines.length > 0 && !known.isOwnReference(id)) finding = findOrder({ ...search, before: null });
  }
  patience.looked(id);
  if (finding.kind !== 'absent') return conclude(checking, step, finding, linesThere);
  if (settlesIn > 0) return { ended: 'pause', delayMs: patience.settlesIn(id) };
  records.notFound(submission, [step], { kind: 'orders', numbers }, isSentNext(checking));
  patience.forget(id);
  return 'go-on';
}

async function checkLines(checking: Checking, step: DueLine): Promise<Sending | 'go-on'> {
  const { submission, steps, known, records, patience } = checking;
  const { id } = submission;
  const { orderNumber } = step;
  const settlesIn = patience.settlesIn(id);
  const looked = await lookAtOrder(checking, step, orderNumber);
  if (!looked.ok) return looked.ended;
  patience.looked(id);
  const { lines } = looked.value;
  const inDoubt = steps.lines(id, orderNumber, 'unknown');
  const confirmed = confirmedLines(checking, orderNumber);
  const added = inDoubt.filter((one) => one.kind === 'add-line');
  const found = findLines({ steps: added, found: lines, before: known.lines(id), confirmed });
  const own = known.ownValues(submission.connectionId, orderNumber, id);
  const absent: DueLine[] = [];
  const arrivals: Arrival[] = [];
  let undecided: (() => Sending) | undefined;
  for (const due of inDoubt) {
    if (due.kind === 'update-line') {
      const now = lineNumbered(lines, due.targetLine);
      const judgement = judgeChange({ ...due, own: own.get(due.targetLine) ?? {} }, now);
      if (judgement === 'is-there' && now !== undefined) {
        arrivals.push({ step: due, answer: { kind: 'update-line', line: now } });
      } else if (judgement === 'unchanged') absent.push(due);
      else undecided ??= () => askPerson(checking, due, conflict(checking, due, now));
      continue;
    }
    const finding = found.get(due) ?? { kind: 'absent' };
    if (finding.kind === 'absent') absent.push(due);
    else if (finding.kind === 'arrived') arrivals.push({ step: due, answer: finding.answer });
    else undecided ??= () => unsure(checking, due, finding);
  }
  records.adopted(submission, arrivals);
  if (undecided !== undefined) return undecided();
  if (absent.length > 0) {
    if (settlesIn > 0) return { ended: 'pause', delayMs: patience.settlesIn(id) };
    const numbers = lineNumbersOf(unexplained(lines, [], confirmedLines(checking, orderNumber)));
    records.notFound(submission, absent, { kind: 'lines', numbers }, isSentNext(checking));
  }
  patience.forget(id);
  return 'go-on';
}

function conclude(
  checking: Checking,
  step: DueCreate,
  finding: Exclude<Finding, { kind: 'absent' }>,
  linesThere: readonly string[],
): Sending | 'go-on' {
  if (finding.kind === 'unsure') return unsure(checking, step, finding);
  checking.records.adopted(checking.submission, [{ step, answer: finding.answer }], linesThere);
  checking.patience.forget(checking.submission.id);
  return 'go-on';
}

function unsure(
  checking: Checking,
  step: DueStep,
  { candidates }: Extract<Finding, { kind: 'unsure' }>,
): Sending {
  const problem = unsureProblem(step, checking.submission, candidates.length);
  return askPerson(checking, step, { kind: 'unsure', problem, sent: step.request, candidates });
}
