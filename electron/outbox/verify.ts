import type { OrderNumber } from '../../shared/ids.ts';
import { type Difference, differences } from '../../shared/outbox/differences.ts';
import type { Candidate } from '../../shared/outbox/evidence.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { ConfirmedLine } from '../storage/known-before.ts';
import { askPerson, type Checking, lookFailed } from './check-step.ts';
import type { Sending } from './sending.ts';
import { differsProblem } from './words.ts';

/**
 * When PIMS has taken every step: compares each line's answer with what was sent and, for an order of more than one
 * line, reads the whole order once (a metered call). Differences need a person.
 */
export async function finishSubmission(checking: Checking, orderNumber: OrderNumber): Promise<Sending> {
  const { submission, client, known, records } = checking;
  const { connectionId } = submission;
  const lines = known.confirmedLines(connectionId, orderNumber);
  const answersDiffer = lines.flatMap(({ request, line }) =>
    differing(line.LINE_NUMBER ?? '', request, line),
  );
  const readBack = lines.length > 1;
  let orderDiffers: Candidate[] = [];
  if (readBack) {
    try {
      const order = await client.readOrder(orderNumber);
      orderDiffers = compareWhole(known.header(connectionId, orderNumber) ?? {}, lines, order);
    } catch (cause) {
      return lookFailed(checking, null, cause);
    }
  }
  // What the order shows now counts for more than what was answered while it grew.
  const shown = new Set(orderDiffers.map(({ id }) => id));
  const candidates = [...orderDiffers, ...answersDiffer.filter(({ id }) => !shown.has(id))];
  if (candidates.length === 0) {
    return { ended: records.sent(submission, readBack) ? 'sent' : 'withdrawn' };
  }
  const words = candidates.map((one) => differenceWords(orderNumber, one));
  const problem = differsProblem(orderNumber, words);
  return askPerson(checking, null, { kind: 'differs', problem, sent: {}, candidates });
}

/** Where an order as PIMS has it is not what was sent. Lines that others added are not looked at. */
export function compareWhole(
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
