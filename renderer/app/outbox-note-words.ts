import type { Submission } from '../../shared/outbox/submission.ts';
import { submissionSubject } from '../outbox/submission/submission-words.ts';

type Told = Pick<Submission, 'reference' | 'orderNumber' | 'isAddition' | 'stepsDone'>;

/** Said when everything of a submission is done. A change that a person let go is done too, and is not in PIMS. */
export function sentWords({ reference, orderNumber, isAddition }: Told): string {
  if (orderNumber === null) return `The order with reference ${reference} is in PIMS.`;
  return isAddition
    ? `What was submitted for order ${orderNumber} is done.`
    : `Order ${orderNumber} is in PIMS.`;
}

/** Said when a submission is a draft again, and what PIMS keeps of it. */
export function backWords(submission: Told): string {
  const { orderNumber, stepsDone } = submission;
  const left =
    orderNumber === null || stepsDone === 0 ? '' : ` What order ${orderNumber} has of it stays in PIMS.`;
  return `${capital(submissionSubject(submission))} went back to the drafts.${left}`;
}

/** Said when a submission stands still until a person decides. */
export function problemWords(submission: Told): string {
  const needs = submission.isAddition ? 'need' : 'needs';
  return `${capital(submissionSubject(submission))} ${needs} attention.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
