import type { PimsFields } from '../pims/fields.ts';
import { differencesOf, matchLines, type PimsSide } from './compare-order.ts';
import type { DayDifference, DayRow, DayVerdict } from './day-check.ts';
import { exactSum } from './exact-sum.ts';
import type { SentLine, SentOrder, SentSubmission } from './sent-order.ts';
import { urgencyOf } from './state-urgency.ts';
import { stateWords } from './state-words.ts';
import type { SubmissionState } from './submission.ts';

/** True when there is something in PIMS to compare with: otherwise asking would cost a request and tell nothing. */
export function isWorthAsking({ orderNumber, header, lines }: SentOrder): boolean {
  return orderNumber !== null && (header !== null || lines.some(({ ofPeriod }) => ofPeriod));
}

/** Compares one order with what PIMS has. */
export function checkOrder(order: SentOrder, side: PimsSide): DayRow {
  const ofPeriod = order.lines.filter((line) => line.ofPeriod);
  const found = side.kind === 'order' ? matchLines(order.lines, side.lines) : new Map<SentLine, PimsFields>();
  const worth = isWorthAsking(order);
  const differing = worth ? differencesOf(order, side, found) : [];
  const verdict = verdictOf(order, side, differing);
  const isKnown = !worth || side.kind !== 'not-asked';
  const here = ofPeriod.flatMap((line) => {
    const there = found.get(line);
    return there === undefined ? [] : [{ line, there }];
  });
  const said = saidOf(order);
  return {
    ...said,
    key: order.key,
    orderNumber: order.orderNumber,
    lines: ofPeriod.length + order.pendingLines.length,
    units: sumOf([...ofPeriod.map(({ sent }) => sent), ...order.pendingLines]),
    linesInPims: isKnown ? here.length : null,
    unitsInPims: isKnown
      ? sumOf(here.flatMap(({ line, there }) => (line.sent.QUANTITY === undefined ? [] : [there])))
      : null,
    furtherLines: side.kind === 'order' ? side.lines.length - found.size : 0,
    differences: differing,
    verdict,
    why: whyOf(order, side, verdict, said),
    checkedAt: worth && side.kind !== 'not-asked' ? side.at : null,
  };
}

/** What is said of an order apart from its comparison: of its newest submissions, one per draft of the period. */
function saidOf({ submissions }: SentOrder) {
  const inPeriod = submissions.filter((one) => one.inPeriod);
  const drafts = new Set(inPeriod.map(({ submission }) => submission.draftId));
  const newest = new Map<string, SentSubmission>();
  for (const one of submissions) newest.set(one.submission.draftId, one);
  const [telling] = [...newest.values()]
    .filter(({ submission }) => drafts.has(submission.draftId))
    .toSorted((a, b) => urgencyOf(a.submission.state) - urgencyOf(b.submission.state));
  const [first] = inPeriod;
  if (telling === undefined || first === undefined)
    throw new Error('An order of the period was submitted in it.');
  const { id, draftId, connectionId, connectionName, customerCode, state } = telling.submission;
  const named = submissions.find(({ submission }) => submission.reference !== '') ?? telling;
  const isRemoved = state === 'withdrawn' && telling.draftRemoved;
  return {
    submissionId: id,
    draftId,
    connectionId,
    connectionName,
    reference: named.submission.reference,
    customerCode,
    isAddition: inPeriod.every(({ submission }) => submission.isAddition),
    submittedAt: first.submission.queuedAt,
    submissions: inPeriod.length,
    state,
    problem: telling.submission.problem?.message ?? '',
    stateWords: isRemoved ? 'Taken back and removed' : stateWords(telling.submission),
  };
}

function verdictOf(order: SentOrder, side: PimsSide, differing: readonly DayDifference[]): DayVerdict {
  if (differing.some(({ kind }) => kind === 'order-missing')) return 'missing';
  if (differing.length > 0) return 'differs';
  if (order.pendingSteps > 0) return 'not-in-pims-yet';
  return isWorthAsking(order) && side.kind === 'not-asked' ? 'not-checked' : 'same';
}

function whyOf(
  order: SentOrder,
  side: PimsSide,
  verdict: DayVerdict,
  { state, stateWords: words }: { readonly state: SubmissionState; readonly stateWords: string },
): string {
  if (order.pendingSteps > 0) {
    const where =
      state === 'withdrawn' ? words : `In the outbox: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
    return `${where}.`;
  }
  return verdict === 'not-checked' && side.kind === 'not-asked' ? side.why : '';
}

function sumOf(lines: readonly PimsFields[]): string {
  return exactSum(lines.map(({ QUANTITY }) => QUANTITY ?? ''));
}
