import { type OrderNumber, orderNumberSchema } from '../../../shared/ids.ts';
import { differences, likenessOfLine, likenessOfOrder } from '../../../shared/outbox/differences.ts';
import type { Candidate } from '../../../shared/outbox/evidence.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { MAX_RETURN_LIMIT, type OrderQuery } from '../../../shared/pims/filters.ts';
import type { StepAnswer } from '../../storage/submissions/steps.ts';

/*
 * Finding out from what PIMS has whether a step arrived (design section 6). Pure: who asks PIMS, and what follows,
 * is said elsewhere.
 */

export type Finding =
  /** PIMS has it, and it can't be anything else. */
  | { readonly kind: 'arrived'; readonly answer: StepAnswer }
  /** PIMS has nothing that could be it. */
  | { readonly kind: 'absent' }
  /** PIMS has something that may be it, or several. */
  | { readonly kind: 'unsure'; readonly candidates: Candidate[] };

/** What an order is found again by: the field that carries its reference, and the reference. */
export interface ReferenceKey {
  readonly referenceField: string;
  readonly reference: string;
}

/** All orders that bear a reference. */
export function referenceQuery({ referenceField, reference }: ReferenceKey): OrderQuery {
  return {
    filters: [{ field: referenceField, value: reference, contains: false, conjunction: 'AND' }],
    maxReturn: MAX_RETURN_LIMIT,
  };
}

/** The orders of an answer that really bear the reference: a filter is only as good as the server that reads it. */
export function bearing(
  { referenceField, reference }: ReferenceKey,
  orders: readonly PimsFields[],
): PimsFields[] {
  const wanted = reference.trim().toUpperCase();
  return orders.filter((order) => (order[referenceField] ?? wanted).trim().toUpperCase() === wanted);
}

/** The order number of a record; null when PIMS has none for it. */
export function numberOf(order: PimsFields): OrderNumber | null {
  const reading = orderNumberSchema.safeParse(order.ORDER_NUMBER);
  return reading.success ? reading.data : null;
}

/** The order numbers of records; those without one are passed over. */
export function numbersOf(orders: readonly PimsFields[]): OrderNumber[] {
  return orders.flatMap((order) => numberOf(order) ?? []);
}

interface OrderSearch {
  readonly sent: PimsFields;
  /** Every order that bears the reference now. */
  readonly found: readonly PimsFields[];
  /** Those that bore it before anything was sent; null when nobody knows. */
  readonly before: readonly OrderNumber[] | null;
  /** Those that belong to other submissions of this machine. */
  readonly claimed: ReadonlySet<OrderNumber>;
}

/** Whether a create arrived. Without knowing what was there before, nothing is taken for ours. */
export function findOrder({ sent, found, before, claimed }: OrderSearch): Finding {
  const candidates = found.filter((order) => {
    const number = numberOf(order);
    return number === null || !(claimed.has(number) || before?.includes(number));
  });
  const [only, ...more] = candidates;
  if (only === undefined) return { kind: 'absent' };
  const orderNumber = numberOf(only);
  const isIt = more.length === 0 && before !== null && likenessOfOrder(sent, only) === 'same';
  if (isIt && orderNumber !== null) {
    return { kind: 'arrived', answer: { kind: 'create-order', orderNumber } };
  }
  return {
    kind: 'unsure',
    candidates: candidates.map((order) => ({
      id: numberOf(order) ?? '',
      fields: order,
      differences: differences(sent, order),
    })),
  };
}

/** The lines of an order that are neither known from before nor confirmed as ours. */
export function unexplained(
  found: readonly PimsFields[],
  before: readonly string[],
  confirmed: readonly PimsFields[],
): PimsFields[] {
  const known = new Set(before);
  const unnumbered: PimsFields[] = [];
  for (const line of confirmed) {
    if (line.LINE_NUMBER === undefined || line.LINE_NUMBER === '') unnumbered.push(line);
    else known.add(line.LINE_NUMBER);
  }
  const left = found.filter(({ LINE_NUMBER: number = '' }) => number === '' || !known.has(number));
  // PIMS answered these without a number: each accounts for one line that is the same.
  for (const line of unnumbered) {
    const at = left.findIndex((other) => likenessOfLine(line, other) === 'same');
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}

/** The numbers of lines; those without one are passed over. */
export function lineNumbersOf(lines: readonly PimsFields[]): string[] {
  return lines.flatMap(({ LINE_NUMBER: number = '' }) => (number === '' ? [] : [number]));
}
