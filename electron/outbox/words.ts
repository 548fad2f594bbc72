import { assertNever, DeskError, type DeskErrorShape } from '../../shared/errors.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { JournalEntry, StepKind } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { JournalRow } from '../storage/journal.ts';
import type { StepAnswer } from '../storage/steps.ts';

/** What the words are about. */
export interface StepSubject {
  readonly kind: StepKind;
  /** 0 is the order, 1 its first line. */
  readonly ordinal: number;
  readonly request: PimsFields;
}

/** `order AB-1` or `line 3 (MDVQ4LL/A × 5)`. */
export function stepLabel({ kind, ordinal, request }: StepSubject): string {
  switch (kind) {
    case 'create-order':
      return `order ${request.REFERENCE_NUMBER ?? ''}`.trim();
    case 'add-line':
      return `line ${ordinal} (${request.PART_CODE ?? request.DESCRIPTION ?? 'no part'} × ${request.QUANTITY ?? '?'})`;
    default:
      return assertNever(kind);
  }
}

/** For the journal: what PIMS answered. */
export function answerNote(answer: StepAnswer): string {
  switch (answer.kind) {
    case 'create-order':
      return `PIMS created order ${answer.orderNumber}.`;
    case 'add-line':
      return answer.line.LINE_NUMBER === undefined
        ? 'PIMS added the line.'
        : `PIMS added it as line ${answer.line.LINE_NUMBER}.`;
    default:
      return assertNever(answer);
  }
}

interface Whereabouts {
  readonly reference: string;
  readonly orderNumber: OrderNumber | null;
}

/** Why a submission needs attention after PIMS refused a step. */
export function rejectedProblem(
  step: StepSubject,
  { orderNumber }: Whereabouts,
  error: DeskError,
): DeskErrorShape {
  const rest =
    orderNumber === null
      ? 'Nothing of it is in PIMS. Take it back to its draft, correct it and submit it again.'
      : `Order ${orderNumber} is in PIMS; this line and those after it are not. Take it back to its draft, correct it and submit it again: it goes on with this order.`;
  return {
    code: error.code,
    message: `${sentence(error.message)} It was about the ${stepLabel(step)}. ${rest}`,
    details: { ...error.details, orderNumber },
  };
}

/** For the journal: that a step may have reached PIMS, and why that is not known. */
export function unknownNote(step: StepSubject, why: string): string {
  return `It is not known yet whether ${stepLabel(step)} arrived in PIMS. ${why} Checking whether it arrived.`;
}

/** Why a submission needs attention when what PIMS has does not decide whether a step arrived. */
export function unsureProblem(
  step: StepSubject,
  { reference, orderNumber }: Whereabouts,
  count: number,
): DeskErrorShape {
  const what =
    orderNumber === null
      ? `${count === 1 ? 'an order' : `${count} orders`} with the reference ${reference}`
      : `${count === 1 ? 'a line' : `${count} lines`} in order ${orderNumber}`;
  const message =
    `It is not known whether ${stepLabel(step)} arrived in PIMS. PIMS has ${what} that may be it, but ` +
    'that is not certain. Compare them and choose: nothing is sent until you have.';
  return { code: 'unknown-outcome', message, details: { reference, orderNumber, ordinal: step.ordinal } };
}

/** Why a submission needs attention when PIMS refuses to show what it has. */
export function unreadableProblem(
  step: StepSubject,
  { reference, orderNumber }: Whereabouts,
  error: DeskError,
): DeskErrorShape {
  const what = orderNumber === null ? `orders with the reference ${reference}` : `order ${orderNumber}`;
  const message =
    `PIMS does not show ${what}, so that it can’t be seen what is there before ${stepLabel(step)} is sent. ` +
    `${sentence(error.message)} Look in PIMS, then choose.`;
  return { code: 'unknown-outcome', message, details: { reference, orderNumber, ordinal: step.ordinal } };
}

/** Why a submission needs attention whose reference is in use. */
export function duplicateProblem(reference: string, numbers: readonly string[]): DeskErrorShape {
  return {
    code: 'conflict',
    message:
      `Nothing was sent yet: PIMS already has ${numberList(numbers)} with the reference ${reference}. ` +
      'Send it all the same if it is another order, or take it back to its draft.',
    details: { reference, orders: numbers.join(', ') },
  };
}

/** Why a submission needs attention that is in PIMS in another form. */
export function differsProblem(orderNumber: OrderNumber, differing: readonly string[]): DeskErrorShape {
  return {
    code: 'conflict',
    message:
      `Everything is in PIMS as order ${orderNumber}, but not as it was sent: ${differing.join('; ')}. ` +
      'Open the order to put it right, or take it as it is.',
    details: { orderNumber },
  };
}

/** `order 54321`, `the orders 1, 2 and 3 more`. */
export function numberList(numbers: readonly string[]): string {
  const [only, ...more] = numbers;
  if (only === undefined) return 'an order without a number';
  if (more.length === 0) return `order ${only}`;
  const shown = numbers.slice(0, 3).join(', ');
  return numbers.length > 3 ? `the orders ${shown} and ${numbers.length - 3} more` : `the orders ${shown}`;
}

/** A row of the journal as a person reads it. */
export function toJournalEntry({ at, kind, note, step }: JournalRow): JournalEntry {
  return {
    at,
    kind,
    note,
    step:
      step === null
        ? null
        : {
            ordinal: step.ordinal,
            kind: step.kind,
            lineNumber: step.kind === 'add-line' ? step.ordinal : null,
            label: stepLabel(step),
          },
  };
}

/** Any thrown value as an error that a person can be shown. */
export function asDeskError(cause: unknown): DeskError {
  if (cause instanceof DeskError) return cause;
  return new DeskError(
    'internal',
    'Something unexpected went wrong in Order Desk. The log has the details.',
    {},
    { cause },
  );
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
