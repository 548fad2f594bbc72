import { assertNever } from '../../../shared/errors.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';

type Standing = Pick<
  Submission,
  'state' | 'backToDraft' | 'isAddition' | 'makesOrder' | 'orderNumber' | 'stepsDone' | 'stepsTotal'
>;

/** What is asked once before something that can't be taken back. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** For what PIMS could have twice, or for good, by a key held down. */
  readonly cautious?: true;
}

/** A way back to the draft that a person can take without deciding anything else. */
export interface WayBack {
  readonly label: string;
  /** What will happen. */
  readonly says: string;
  /** Null when nothing of it is in PIMS: then there is nothing to think over. */
  readonly question: Question | null;
}

/** How a submission can go back to its draft; null when a person decides first, or it can't. */
export function wayBack(submission: Standing): WayBack | null {
  const isSoon = submission.backToDraft === 'soon';
  switch (submission.backToDraft) {
    case 'now':
    case 'soon': {
      const part = partInPims(submission);
      const when = isSoon
        ? 'The step under way is finished first, and it is found out whether it arrived. '
        : '';
      const so = part === '' ? '' : `So far ${lowerFirst(part)}: `;
      const rest = part === '' ? 'Nothing of it is in PIMS.' : `${so}that stays there, the rest goes back.`;
      return {
        label: isSoon ? 'Call off' : 'Back to draft',
        says: `${when}${rest}`,
        question:
          part === ''
            ? null
            : {
                title: isSoon ? 'Call the rest off?' : 'Take the rest back to the draft?',
                text:
                  `${when}${part}: ${submission.isAddition ? 'that stays' : 'they stay'} there, the rest goes back to the draft. ` +
                  'Submitting the draft again goes on with the same order.',
                confirm: isSoon ? 'Call off the rest' : 'Take the rest back',
              },
      };
    }
    case 'after-decision':
    case 'no':
      return null;
    default:
      return assertNever(submission.backToDraft);
  }
}

/** Why a submission can't go back to its draft, where a person may look for that; empty where nobody would. */
export function whyNoWayBack({ backToDraft, state }: Pick<Standing, 'backToDraft' | 'state'>): string {
  if (backToDraft !== 'no') return '';
  switch (state) {
    case 'calling-off':
      return 'It goes back to its draft once it is known what PIMS has of it.';
    case 'sent':
    case 'withdrawn':
      return '';
    case 'queued':
    case 'sending':
    case 'checking':
    case 'accepted':
    case 'waiting':
    case 'paused':
    case 'held':
    case 'needs-attention':
      return 'Everything of it is in PIMS: it can’t go back to its draft.';
    default:
      return assertNever(state);
  }
}

/** "37 of 120 lines are in PIMS as order 54321"; empty when nothing of it is there. */
export function partInPims(submission: Standing): string {
  const { orderNumber, stepsDone, stepsTotal, isAddition, makesOrder } = submission;
  if (orderNumber === null || stepsDone === 0) return '';
  if (isAddition) {
    return `${stepsDone} of ${stepsTotal} new lines and changes ${are(stepsDone)} in order ${orderNumber}`;
  }
  const own = makesOrder ? 1 : 0;
  const lines = stepsDone - own;
  const of = stepsTotal - own;
  if (of === 0) return `Order ${orderNumber} is in PIMS`;
  if (lines === 0) return `Order ${orderNumber} is in PIMS without any of the ${of} lines`;
  return `${lines} of ${of} lines ${are(lines)} in PIMS as order ${orderNumber}`;
}

/** Said of a submission that went back to its draft; empty when PIMS has nothing of it. */
export function leftInPims(submission: Standing): string {
  const part = partInPims(submission);
  return part === '' ? '' : `${part}. Submitting the draft again goes on with that order.`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
