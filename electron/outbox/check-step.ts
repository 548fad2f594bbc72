import { assertNever } from '../../shared/errors.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import { differences } from '../../shared/outbox/differences.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { KnownBefore } from '../storage/known-before.ts';
import type { DueStep } from '../storage/steps.ts';
import type { SubmissionRepository } from '../storage/submissions.ts';
import { afterFailedRead } from './after-step.ts';
import type { Attention, Baseline, CheckRecords } from './check-records.ts';
import {
  bearing,
  type Finding,
  findLine,
  findOrder,
  lineNumbersOf,
  numberOf,
  numbersOf,
  referenceQuery,
  unexplained,
} from './look.ts';
import type { Patience } from './patience.ts';
import type { PimsCalls, Sending } from './sending.ts';
import { asDeskError, duplicateProblem, unreadableProblem, unsureProblem } from './words.ts';

export interface Checking {
  readonly submission: Submission;
  readonly client: PimsCalls;
  readonly submissions: SubmissionRepository;
  readonly known: KnownBefore;
  readonly records: CheckRecords;
  readonly patience: Patience;
}

/** So often PIMS may refuse to show what it has before a person is asked. */
const REFUSALS_UNTIL_ATTENTION = 5;

/**
 * Looks up what PIMS has before a step is sent for the first time. Null when it may be sent; else the sending ends.
 */
export async function prepareStep(checking: Checking, step: DueStep): Promise<Sending | 'go-on'> {
  const { submission, client, submissions, records, patience } = checking;
  const { id, reference } = submission;
  let attention: Attention | null = null;
  try {
    switch (step.kind) {
      case 'create-order': {
        const found = bearing(reference, await client.queryOrders(referenceQuery(reference)));
        const took = records.lookedUp(submission, { kind: 'orders', numbers: numbersOf(found) });
        if (!took) return { ended: 'withdrawn' };
        if (found.length > 0 && !submissions.isDuplicateConfirmed(id)) attention = duplicate(step, found);
        break;
      }
      case 'add-line': {
        const confirmed = confirmedLines(checking, step.orderNumber);
        const { lines } = await client.readOrder(step.orderNumber);
        const numbers = lineNumbersOf(unexplained(lines, [], confirmed));
        if (!records.lookedUp(submission, { kind: 'lines', numbers })) return { ended: 'withdrawn' };
        break;
      }
      default:
        assertNever(step);
    }
  } catch (cause) {
    return lookFailed(checking, step, cause);
  }
  patience.looked(id);
  if (attention === null) return 'go-on';
  return askPerson(checking, step, attention);

  function duplicate({ request: sent }: DueStep, found: readonly PimsFields[]): Attention {
    const candidates = found.map((order) => ({
      id: numberOf(order) ?? '',
      fields: order,
      differences: differences(sent, order),
    }));
    return { kind: 'duplicate', problem: duplicateProblem(reference, numbersOf(found)), sent, candidates };
  }
}

/** Whether PIMS has to be asked before a step is sent for the first time. */
export function needsPreparing({ known, submission }: Checking, step: DueStep): boolean {
  const before = step.kind === 'create-order' ? known.orders(submission.id) : known.lines(submission.id);
  return before === null;
}

interface Look {
  readonly finding: Finding;
  /** What PIMS had at this look that is not the step. */
  readonly baseline: Baseline;
  /** Lines that an order which arrived has already. */
  readonly linesThere: readonly string[];
}

/**
 * Finds out whether a step of unknown outcome arrived (design section 6). `go-on` when that is decided: it is done,
 * or to be sent again.
 */
export async function checkStep(checking: Checking, step: DueStep): Promise<Sending | 'go-on'> {
  const { submission, records, patience } = checking;
  const { id } = submission;
  // Only a look that begins after the settle time can tell that nothing will come.
  const settlesIn = patience.settlesIn(id);
  let look: Look;
  try {
    look = await lookFor(checking, step);
  } catch (cause) {
    return lookFailed(checking, step, cause);
  }
  patience.looked(id);
  const { finding, baseline, linesThere } = look;
  switch (finding.kind) {
    case 'arrived':
      records.adopted(submission, step, finding.answer, linesThere);
      patience.forget(id);
      return 'go-on';
    case 'absent':
      if (settlesIn > 0) return { ended: 'pause', delayMs: patience.settlesIn(id) };
      records.notFound(submission, step, baseline);
      patience.forget(id);
      return 'go-on';
    case 'unsure': {
      const { candidates } = finding;
      const problem = unsureProblem(step, submission, candidates.length);
      return askPerson(checking, step, { kind: 'unsure', problem, sent: step.request, candidates });
    }
    default:
      return assertNever(finding);
  }
}

function lookFor(checking: Checking, step: DueStep): Promise<Look> {
  switch (step.kind) {
    case 'create-order':
      return lookForOrder(checking, step);
    case 'add-line':
      return lookForLine(checking, step.request, step.orderNumber);
    default:
      return assertNever(step);
  }
}

async function lookForOrder({ submission, client, known }: Checking, step: DueStep): Promise<Look> {
  const { id, connectionId, reference } = submission;
  const found = bearing(reference, await client.queryOrders(referenceQuery(reference)));
  const numbers = numbersOf(found);
  const claimed = known.claimed(connectionId, id, numbers);
  const search = { sent: step.request, found, before: known.orders(id), claimed };
  const finding = findOrder(search);
  const baseline = { kind: 'orders', numbers } as const;
  if (finding.kind !== 'arrived' || finding.answer.kind !== 'create-order') {
    return { finding, baseline, linesThere: [] };
  }
  const { lines } = await client.readOrder(finding.answer.orderNumber);
  // A new order has no lines. With a reference that anybody may use, one that has is somebody else's.
  const isSomebodyElses = lines.length > 0 && !known.isOwnReference(id);
  return {
    finding: isSomebodyElses ? findOrder({ ...search, before: null }) : finding,
    baseline,
    linesThere: lineNumbersOf(lines),
  };
}

async function lookForLine(checking: Checking, sent: PimsFields, orderNumber: OrderNumber): Promise<Look> {
  const { submission, client, known } = checking;
  const confirmed = confirmedLines(checking, orderNumber);
  const { lines } = await client.readOrder(orderNumber);
  const before = known.lines(submission.id);
  const numbers = lineNumbersOf(unexplained(lines, [], confirmed));
  return {
    finding: findLine({ sent, found: lines, before, confirmed }),
    baseline: { kind: 'lines', numbers },
    linesThere: [],
  };
}

function confirmedLines({ known, submission }: Checking, orderNumber: OrderNumber): PimsFields[] {
  return known.confirmedLines(submission.connectionId, orderNumber).map(({ line }) => line);
}

/** PIMS could not be asked. Nothing is sent meanwhile. */
export function lookFailed(checking: Checking, step: DueStep | null, cause: unknown): Sending {
  const { submission, patience } = checking;
  const error = asDeskError(cause);
  const after = afterFailedRead(error);
  if (after.next === 'hold') return { ended: 'hold', error, untilPerson: false };
  if (after.next === 'wait' && error.code !== 'unknown-outcome') {
    return { ended: 'wait', error, retryAfterMs: after.retryAfterMs };
  }
  // PIMS is there, but does not answer this: the other orders need not wait for it.
  const { times, delayMs } = patience.lookFailed(submission.id);
  if (after.next === 'wait' || step === null || times < REFUSALS_UNTIL_ATTENTION) {
    return { ended: 'pause', delayMs };
  }
  const problem = unreadableProblem(step, submission, error);
  return askPerson(checking, step, { kind: 'unreadable', problem, sent: step.request, candidates: [] });
}

/** Leaves it to a person, unless one has taken it back meanwhile. */
export function askPerson(
  { submission, records }: Checking,
  step: DueStep | null,
  attention: Attention,
): Sending {
  return { ended: records.undecided(submission, step, attention) ? 'needs-attention' : 'withdrawn' };
}
