import { assertNever } from '../../../shared/errors.ts';
import { differences } from '../../../shared/outbox/differences.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { DueCreate, DueLine, DueStep, DueUpdate } from '../../storage/submissions/steps.ts';
import type { Sending } from '../sending/sending.ts';
import { conflictProblem, duplicateProblem, goneProblem } from '../words.ts';
import type { Attention } from './check-records.ts';
import { askPerson, type Checking, confirmedLines, isStillPlanned, lookAt, lookAtOrder } from './checking.ts';
import { judgeChange, lineNumbered } from './judge-change.ts';
import { bearing, lineNumbersOf, numberOf, numbersOf, referenceQuery, unexplained } from './look.ts';

/** Whether PIMS has to be asked before a step is sent for the first time. */
export function needsPreparing({ known, submission, changeCodes }: Checking, step: DueStep): boolean {
  switch (step.kind) {
    case 'create-order':
      return known.orders(submission.id) === null;
    case 'add-line':
      return !known.areLinesKnown(submission.id);
    case 'update-line':
      return !known.areLinesKnown(submission.id) || !changeCodes.has(step.targetLine);
    default:
      return assertNever(step);
  }
}

/**
 * Looks up what PIMS has before a step is sent for the first time. `go-on` when it may be sent; else the sending ends.
 */
export function prepareStep(checking: Checking, step: DueStep): Promise<Sending | 'go-on'> {
  return step.kind === 'create-order' ? prepareOrder(checking, step) : prepareLines(checking, step);
}

async function prepareOrder(checking: Checking, step: DueCreate): Promise<Sending | 'go-on'> {
  const { submission, client, submissions, records, patience } = checking;
  const looked = await lookAt(checking, step, () => client.queryOrders(referenceQuery(submission)));
  if (!looked.ok) return looked.ended;
  patience.looked(submission.id);
  if (!isStillPlanned(checking, step)) return 'go-on';
  const found = bearing(submission, looked.value);
  records.lookedUp(submission, { kind: 'orders', numbers: numbersOf(found) });
  if (found.length === 0 || submissions.isDuplicateConfirmed(submission.id)) return 'go-on';
  const { reference } = submission;
  const sent = step.request;
  const candidates = found.map((order) => ({
    id: numberOf(order) ?? '',
    fields: order,
    differences: differences(sent, order),
  }));
  const problem = duplicateProblem(reference, numbersOf(found));
  return askPerson(checking, step, { kind: 'duplicate', problem, sent, candidates });
}

/**
 * One look serves all lines of the submission: what the order has that is not ours, and whether somebody has changed
 * what a change is about. A lock code that does not change on update protects nobody, so that this comes before every batch.
 */
async function prepareLines(checking: Checking, step: DueLine): Promise<Sending | 'go-on'> {
  const { submission, steps, known, lockCodes, changeCodes, records, patience } = checking;
  const { id } = submission;
  const { orderNumber } = step;
  const looked = await lookAtOrder(checking, step, orderNumber);
  if (!looked.ok) return looked.ended;
  patience.looked(id);
  if (!isStillPlanned(checking, step)) return 'go-on';
  const { lines } = looked.value;
  const own = known.ownValues(submission.connectionId, orderNumber, id);
  const codes = lockCodes.ofOrder(submission.connectionId, orderNumber);
  for (const due of steps.lines(id, orderNumber, 'planned')) {
    if (due.kind !== 'update-line') continue;
    const now = lineNumbered(lines, due.targetLine);
    const judgement = judgeChange({ ...due, own: own.get(due.targetLine) ?? {} }, now);
    if (judgement === 'is-there' && now !== undefined) {
      records.adopted(submission, [{ step: due, answer: { kind: 'update-line', line: now } }]);
    } else if (judgement !== 'unchanged') return askPerson(checking, due, conflict(checking, due, now));
    changeCodes.set(due.targetLine, {
      code: codes.get(due.targetLine) ?? null,
      isShown: (now?.LINE_REF_LOCK_CODE ?? '') !== '',
    });
  }
  const numbers = lineNumbersOf(unexplained(lines, [], confirmedLines(checking, orderNumber)));
  records.lookedUp(submission, { kind: 'lines', numbers });
  return 'go-on';
}

/** A change that met somebody else's: the person chooses for each field. `now` is the line, if it is there still. */
export function conflict({ submission }: Checking, step: DueUpdate, now: PimsFields | undefined): Attention {
  const sent = step.request;
  if (now === undefined) {
    return { kind: 'conflict', problem: goneProblem(step, submission), sent, candidates: [] };
  }
  const differing = differences(sent, now);
  const candidate = { id: step.targetLine, fields: now, differences: differing };
  const problem = conflictProblem(step, submission, differing, step.state === 'unknown');
  return { kind: 'conflict', problem, sent, candidates: [candidate] };
}
