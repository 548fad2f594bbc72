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
      : `Order ${orderNumber} is in PIMS with ${linesBefore(step)}; this line and those after it are not. Add them there.`;
  return {
    code: error.code,
    message: `${sentence(error.message)} It was about the ${stepLabel(step)}. ${rest}`,
    details: { ...error.details, orderNumber },
  };
}

/** Why a submission needs attention when nobody knows whether a step arrived. */
export function unknownProblem(
  step: StepSubject,
  { reference, orderNumber }: Whereabouts,
  reason: string,
): DeskErrorShape {
  const message =
    orderNumber === null
      ? `It is not known whether this order arrived in PIMS. ${reason} ` +
        `Look it up in Orders by its reference ${reference}: Order Desk does not send it again by itself.`
      : `It is not known whether ${stepLabel(step)} arrived in PIMS. ${reason} ` +
        `Open order ${orderNumber} and see whether it is there: Order Desk does not send it again by itself.`;
  return { code: 'unknown-outcome', message, details: { reference, orderNumber, ordinal: step.ordinal } };
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

function linesBefore({ ordinal }: StepSubject): string {
  const lines = ordinal - 1;
  if (lines <= 0) return 'no line';
  return lines === 1 ? 'its first line' : `its first ${lines} lines`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
