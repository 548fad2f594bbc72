import type { OrderNumber } from '../../../shared/ids.ts';
import { type Difference, differences } from '../../../shared/outbox/differences.ts';
import type { Candidate } from '../../../shared/outbox/evidence.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { ConfirmedLine } from '../../storage/submissions/known-before.ts';
import type { Sending } from '../sending/sending.ts';
import { differsProblem } from '../words.ts';
import { askPerson, type Checking, lookAtOrder } from './checking.ts';

/**
 * When PIMS has taken every step: compares each line's answer with what was sent and, for an order of more than one
 * line, reads the whole order once (a metered call). Differences need a person.
 */
export async function finishSubmission(checking: Checking, orderNumber: OrderNumber): Promise<Sending> {
  const { submission, known, records } = checking;
  const { draftId, connectionId } = submission;
  const steps = latest(known.linesOfDraft(draftId).filter(({ request }) => Object.keys(request).length > 0));
  const own = known.ownValues(connectionId, orderNumber);
  const lines = steps.map(({ request, line }) => {
    const latestOwn = own.get(line.LINE_NUMBER ?? '') ?? {};
    // What another draft of this machine has changed since is no difference; what it changed besides is not this one's.
    const of = ([field, sent]: [string, string]) => [field, latestOwn[field] ?? sent];
    return { request: Object.fromEntries(Object.entries(request).map(of)), line };
  });
  const answersDiffer = steps.flatMap(({ request, line }) =>
    differing(line.LINE_NUMBER ?? '', request, line),
  );
  const readBack = lines.length > 1;
  let orderDiffers: Candidate[] = [];
  if (readBack) {
    const looked = await lookAtOrder(checking, null, orderNumber);
    if (!looked.ok) return looked.ended;
    orderDiffers = compareWhole(known.headerOfDraft(draftId) ?? {}, lines, looked.value);
  }
  // What the order shows now counts for more than what was answered while it grew.
  const shown = new Set(orderDiffers.map(({ id }) => id));
  const candidates = [...orderDiffers, ...answersDiffer.filter(({ id }) => !shown.has(id))];
  if (candidates.length === 0) {
    records.sent(submission, readBack);
    return { ended: 'sent' };
  }
  const words = candidates.map((one) => differenceWords(orderNumber, one));
  const problem = differsProblem(orderNumber, submission, words);
  return askPerson(checking, null, { kind: 'differs', problem, sent: {}, candidates });
}

/** A line that was added and changed, or changed twice, is to be as it was sent last. */
function latest(lines: readonly ConfirmedLine[]): ConfirmedLine[] {
  const byNumber = new Map<string, ConfirmedLine>();
  const unnumbered: ConfirmedLine[] = [];
  for (const one of lines) {
    const number = one.line.LINE_NUMBER ?? '';
    if (number === '') unnumbered.push(one);
    else {
      const before = byNumber.get(number);
      byNumber.set(number, { request: { ...before?.request, ...one.request }, line: one.line });
    }
  }
  return [...byNumber.values(), ...unnumbered];
}

/** Where an order as PIMS has it is not what was sent. Lines that others added are not looked at. */
function compareWhole(
  header: PimsFields,
  lines: readonly ConfirmedLine[],
  order: { readonly fields: PimsFields; readonly lines: readonly PimsFields[] },
): Candidate[] {
  const byNumber = new Map(order.lines.map((line) => [line.LINE_NUMBER ?? '', line]));
  const ofLines = lines.flatMap(({ request, line: { LINE_NUMBER: number = '' } }) => {
    if (number === '') return [];
    const there = byNumber.get(number);
    return there === undefined ? [missing(number, request)] : differing(number, request, there);
  });
  return [...differing('', header, order.fields), ...ofLines];
}

function differing(id: string, sent: PimsFields, has: PimsFields): Candidate[] {
  const found: Difference[] = differences(sent, has);
  return found.length === 0 ? [] : [{ id, fields: has, differences: found }];
}

function missing(id: string, sent: PimsFields): Candidate {
  const gone = Object.entries(sent).map(([field, value]) => ({ field, sent: value, has: '' }));
  return { id, fields: {}, differences: gone };
}

function differenceWords(orderNumber: OrderNumber, { id, fields, differences: found }: Candidate): string {
  const where = id === '' ? `order ${orderNumber}` : `line ${id}`;
  if (Object.keys(fields).length === 0) return `${where} is not there any more`;
  const first = found
    .slice(0, 3)
    .map(({ field, sent, has }) => `${field} was sent as “${sent}” and is “${has}”`)
    .join(', ');
  return `${where}: ${first}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`;
}
