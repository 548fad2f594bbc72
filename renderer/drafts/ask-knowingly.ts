import { modals } from '@mantine/modals';
import type { Confirmable } from '../../shared/drafts/draft.ts';
import type { DraftProblem } from '../../shared/drafts/validate-draft.ts';

/** What is asked before an order is submitted in a way that is nearly always a slip. */
export interface KnowinglyWords {
  readonly title: string;
  readonly text: string;
  /** The safe answer. */
  readonly cancel: string;
}

/** The words for everything that the person would confirm at once. */
export function knowinglyWords(confirmed: readonly Confirmable[]): KnowinglyWords {
  const noCustomer = confirmed.includes('no-customer');
  const noLines = confirmed.includes('no-lines');
  if (noCustomer && noLines) {
    return {
      title: 'Submit without a customer and without lines?',
      text: 'PIMS takes such an order, and it would be empty there: nobody’s, with nothing in it.',
      cancel: 'Go on filling it in',
    };
  }
  return noLines
    ? {
        title: 'Submit without lines?',
        text: 'PIMS takes an order without lines. They can be added later, from the order.',
        cancel: 'Add lines',
      }
    : {
        title: 'Submit without a customer?',
        text: 'PIMS takes an order that belongs to no customer. Order Desk can’t add the customer later: that is done in PIMS.',
        cancel: 'Enter the customer',
      };
}

/** What of the problems a person can confirm; null when there are others, which have to be put right first. */
export function confirmableOf(problems: readonly DraftProblem[]): Confirmable[] | null {
  const kinds = problems.map(({ confirmable }) => confirmable);
  const known = kinds.filter((kind) => kind !== null);
  return known.length === kinds.length ? known : null;
}

/** Asks once for all. True when the person goes ahead. */
export function askKnowingly(confirmed: readonly Confirmable[]): Promise<boolean> {
  const { title, text, cancel } = knowinglyWords(confirmed);
  return new Promise((resolve) => {
    let goesAhead = false;
    modals.openConfirmModal({
      title,
      children: text,
      labels: { confirm: 'Submit all the same', cancel },
      // The safe answer has the focus: a held Ctrl+Enter must not pass this too.
      cancelProps: { 'data-autofocus': true },
      returnFocus: false,
      onConfirm: () => {
        goesAhead = true;
      },
      onClose: () => resolve(goesAhead),
    });
  });
}
