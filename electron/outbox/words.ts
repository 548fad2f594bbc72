import { assertNever, DeskError, type DeskErrorShape } from '../../shared/errors.ts';
import type { OrderNumber } from '../../shared/ids.ts';
import type { Difference } from '../../shared/outbox/differences.ts';
import { type CopyReason, copyWords } from '../../shared/outbox/folder-copy.ts';
import type { JournalEntry, StepKind, Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { JournalRow } from '../storage/submissions/journal.ts';
import type { StepAnswer } from '../storage/submissions/steps.ts';

/** What the words are about. */
export interface StepSubject {
  readonly kind: StepKind;
  /** 0 is the order, 1 its first line. */
  readonly ordinal: number;
  readonly request: PimsFields;
  /** The line of PIMS that a change is of. */
  readonly targetLine?: string | null;
}

/**
 * `order AB-1`, `line 3 (MDVQ4LL/A × 5)` or `the change of line 3 (QUANTITY 8)`. Where the order has lines of others, the
 * third of ours is `new line 3`: it will not be that order's line 3.
 */
export function stepLabel({ kind, ordinal, request, targetLine }: StepSubject, isAddition: boolean): string {
  switch (kind) {
    case 'create-order':
      return request.REFERENCE_NUMBER === undefined ? 'the order' : `order ${request.REFERENCE_NUMBER}`;
    case 'add-line':
      return `${isAddition ? 'new line' : 'line'} ${ordinal} (${request.PART_CODE ?? request.DESCRIPTION ?? 'no part'} × ${request.QUANTITY ?? '?'})`;
    case 'update-line': {
      const values = Object.entries(request).map(([field, value]) => `${field} ${value || 'empty'}`);
      const change = `the change of line ${targetLine ?? ''}`;
      // A person may have decided that nothing of it is sent.
      return values.length === 0 ? change : `${change} (${values.join(', ')})`;
    }
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
    case 'update-line':
      return 'PIMS changed the line.';
    default:
      return assertNever(answer);
  }
}

/** For the journal: what PIMS has of a submission that went back to its draft. */
export function withdrawnNote({
  stepsDone,
  stepsTotal,
  orderNumber,
  isAddition,
}: Pick<Submission, 'stepsDone' | 'stepsTotal' | 'orderNumber' | 'isAddition'>): string {
  if (stepsDone === 0 || orderNumber === null) return 'Nothing of it is in PIMS.';
  const where = `${isAddition ? 'in' : 'as'} order ${orderNumber}`;
  const [are, they] = stepsDone === 1 ? ['is', 'It stays'] : ['are', 'They stay'];
  return `${stepsDone} of its ${stepsTotal} steps ${are} in PIMS, ${where}. ${they} there; the draft goes on with the rest.`;
}

type Whereabouts = Pick<Submission, 'reference' | 'orderNumber' | 'isAddition'>;

/**
 * Why a submission needs attention after PIMS refused a step. `isCodeHidden`: PIMS does not show the lock code of the line
 * that a change is of, so that nobody can tell whether it has a new one.
 */
export function rejectedProblem(
  step: StepSubject,
  { orderNumber, isAddition }: Whereabouts,
  error: DeskError,
  isCodeHidden = false,
): DeskErrorShape {
  const about = `It was about ${stepLabel(step, isAddition)}.`;
  const rest =
    orderNumber === null ? 'Nothing of it is in PIMS.' : missingWords(step, orderNumber, isAddition);
  const [take, goesOn] = isCodeHidden
    ? [
        'If the lock code is the reason, change the line in PIMS itself, since PIMS shows no newer one. Else take',
        '',
      ]
    : ['Take', orderNumber === null || isAddition ? '' : ': it goes on with this order'];
  return {
    code: error.code,
    message: `${sentence(error.message)} ${about} ${rest} ${take} it back to its draft, correct it and submit it again${goesOn}.`,
    details: { ...error.details, orderNumber, said: sentence(error.message) },
  };
}

function missingWords({ kind }: StepSubject, orderNumber: OrderNumber, isAddition: boolean): string {
  if (!isAddition) return `Order ${orderNumber} is in PIMS; this line and those after it are not.`;
  const what = kind === 'update-line' ? 'this change' : 'this line';
  return `Neither ${what} nor what comes after it is in order ${orderNumber}; what you typed is kept.`;
}

/** Why nothing is sent from a data folder that may be a copy. */
export function copyProblem(why: CopyReason): DeskErrorShape {
  return {
    code: 'conflict',
    message:
      `${copyWords(why)} So that no order arrives twice, nothing is sent from here until you have said, in the outbox, ` +
      'what is to become of it.',
    details: { why },
  };
}

/** For the journal: that a step may have reached PIMS, and why that is not known. */
export function unknownNote(
  step: StepSubject,
  { isAddition }: Pick<Submission, 'isAddition'>,
  why: string,
): string {
  return `It is not known yet whether ${stepLabel(step, isAddition)} arrived in PIMS. ${why} Checking whether it arrived.`;
}

/** For the journal: that the order has a line which is what is about to be sent. */
export function doubtedNote(step: StepSubject, { isAddition }: Pick<Submission, 'isAddition'>): string {
  return `The order already has something that is the same as ${stepLabel(step, isAddition)}. The draft is from an earlier start of Order Desk, and a copy of its data may have sent it.`;
}

/** Why a submission needs attention when what PIMS has does not decide whether a step arrived. */
export function unsureProblem(
  step: StepSubject,
  { reference, orderNumber, isAddition }: Whereabouts,
  count: number,
): DeskErrorShape {
  const what =
    orderNumber === null
      ? `${count === 1 ? 'an order' : `${count} orders`} with the reference ${reference}`
      : `${count === 1 ? 'a line' : `${count} lines`} in order ${orderNumber}`;
  const message =
    `It is not known whether ${stepLabel(step, isAddition)} arrived in PIMS. PIMS has ${what} that may be it, but ` +
    'that is not certain. Compare them and choose: nothing is sent until you have.';
  return { code: 'unknown-outcome', message, details: { reference, orderNumber, ordinal: step.ordinal } };
}

/** Why a submission needs attention when PIMS does not show what it has. `isInDoubt`: the step was sent. */
export function unreadableProblem(
  step: StepSubject,
  { reference, orderNumber, isAddition }: Whereabouts,
  error: DeskError,
  isInDoubt: boolean,
): DeskErrorShape {
  const what = orderNumber === null ? `orders with the reference ${reference}` : `order ${orderNumber}`;
  const label = stepLabel(step, isAddition);
  const unseen = isInDoubt ? `whether ${label} arrived` : `what is there before ${label} is sent`;
  const message =
    `PIMS does not show ${what}, so that it can’t be seen ${unseen}. ` +
    `${sentence(error.message)} Look in PIMS, then choose.`;
  return { code: 'unknown-outcome', message, details: { reference, orderNumber, ordinal: step.ordinal } };
}

/**
 * Why a submission needs attention whose change met somebody else's. `isInDoubt`: it was sent, and may have been there for
 * a while.
 */
export function conflictProblem(
  step: StepSubject,
  { orderNumber, isAddition }: Whereabouts,
  differing: readonly Difference[],
  isInDoubt: boolean,
): DeskErrorShape {
  const first = differing
    .slice(0, 3)
    .map(({ field, sent, has }) => `${field} is “${has}” there, and you typed “${sent}”`)
    .join(', ');
  const line = `line ${step.targetLine ?? ''} of order ${orderNumber ?? ''}`;
  return {
    code: 'conflict',
    message: isInDoubt
      ? `It is not known whether ${stepLabel(step, isAddition)} arrived, and somebody changed ${line} since you saw it: ` +
        `${first}. Choose what the line is to have: nothing more is sent until you have.`
      : `Somebody changed ${line} since you saw it: ${first}. Choose what the line is to have. Nothing of this change was sent.`,
    details: { orderNumber, line: step.targetLine ?? null },
  };
}

/** Why a submission needs attention whose change is of a line that the order does not have any more. */
export function goneProblem(step: StepSubject, { orderNumber }: Whereabouts): DeskErrorShape {
  return {
    code: 'conflict',
    message:
      `Order ${orderNumber ?? ''} has no line ${step.targetLine ?? ''} any more, so that it can’t be changed. ` +
      'What you typed is kept: take it back to its draft, or leave this change out.',
    details: { orderNumber, line: step.targetLine ?? null },
  };
}

/** Why a change can't be sent of a line whose lock code PIMS did not give. */
export function lockedProblem(step: StepSubject, { orderNumber }: Whereabouts): DeskErrorShape {
  return {
    code: 'rejected',
    message:
      `PIMS does not give the lock code of line ${step.targetLine ?? ''} of order ${orderNumber ?? ''}, without which it ` +
      'takes no change. Change the line in PIMS itself. What you typed is kept in the draft.',
    details: { orderNumber, line: step.targetLine ?? null },
  };
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

/** More differences than these are shown by the evidence alone: an order of thousands of lines may differ in each. */
const DIFFERENCES_NAMED = 5;

/** Why a submission needs attention that is in PIMS in another form. */
export function differsProblem(
  orderNumber: OrderNumber,
  { isAddition }: Pick<Submission, 'isAddition'>,
  differing: readonly string[],
): DeskErrorShape {
  const more = differing.length - DIFFERENCES_NAMED;
  const named = [...differing.slice(0, DIFFERENCES_NAMED), ...(more > 0 ? [`and ${more} more`] : [])];
  return {
    code: 'conflict',
    message:
      `Everything is in PIMS ${isAddition ? 'in' : 'as'} order ${orderNumber}, but not as it was sent: ${named.join('; ')}. ` +
      'Open the order to put it right, or take it as it is.',
    details: { orderNumber },
  };
}

/** Why a submission needs attention of which PIMS has taken everything, and does not show it. */
export function hiddenProblem(
  { orderNumber, isAddition }: Pick<Submission, 'orderNumber' | 'isAddition'>,
  error: DeskError,
): DeskErrorShape {
  return {
    code: 'conflict',
    message:
      `Everything is in PIMS ${isAddition ? 'in' : 'as'} order ${orderNumber ?? ''}, but PIMS does not show it, so that it can’t be ` +
      `compared with what was sent. ${sentence(error.message)} Open the order to look, or take it as it is.`,
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
export function toJournalEntry({ at, kind, note, step }: JournalRow, isAddition: boolean): JournalEntry {
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
            label: stepLabel(step, isAddition),
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
