import type { Draft } from '../../../shared/drafts/draft.ts';
import { linesToSend } from '../../../shared/drafts/validate-draft.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';

type Named = Pick<Submission, 'reference' | 'orderNumber' | 'isAddition'>;

/** What a submission goes by: its reference; for lines and changes of an order that was there before, that order. */
export function submissionName({ reference, orderNumber, isAddition }: Named): string {
  if (isAddition && orderNumber !== null) return `Order ${orderNumber}`;
  return reference;
}

/** "the order with reference R-1", "the additions to order 54321": for sentences. */
export function submissionSubject({ reference, orderNumber, isAddition }: Named): string {
  if (isAddition && orderNumber !== null) return `the additions to order ${orderNumber}`;
  return `the order with reference ${reference}`;
}

/** What a submission waits for besides its turn; empty when there is nothing. */
export function waitWords({
  waitsFor,
  reference,
  orderNumber,
}: Pick<Submission, 'waitsFor' | 'reference' | 'orderNumber'>): string {
  if (waitsFor === null) return '';
  const older =
    orderNumber === null
      ? `the earlier order with reference ${reference}`
      : `what was submitted earlier for order ${orderNumber}`;
  return `Waits for ${older}, which ${waitsFor.isPaused ? 'is paused' : 'goes first'}.`;
}

/** "3 new lines, 2 changes": what a draft for an order that PIMS has brings to it. */
export function additionWords({ lines, changes }: Pick<Draft, 'lines' | 'changes'>): string {
  const counts = [
    [linesToSend(lines).length, 'new line'],
    [changes.length, 'change'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
    .join(', ');
}
