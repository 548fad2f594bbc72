import type { Confirmable } from '../../shared/drafts/draft.ts';
import type { DraftProblem } from '../../shared/drafts/validate-draft.ts';
import { shortWords } from './lines/part-words.ts';
import type { Shortage } from './lines/shortages.ts';

/** What a person is asked about before an order is submitted. */
export interface Doubts {
  /** What is nearly always a slip. */
  readonly confirmed: readonly Confirmable[];
  readonly shortages: readonly Shortage[];
  /** How many scanned codes nobody has resolved: their goods are missing from the order. */
  readonly openScans: number;
}

export interface KnowinglyWords {
  readonly title: string;
  readonly texts: readonly string[];
  /** The parts of which there are too few. */
  readonly items: readonly string[];
  /** The safe answer. */
  readonly cancel: string;
}

/** More than a person reads at this moment; the quantities show the rest. */
const MOST_ITEMS = 6;

/** What of the problems a person can confirm; null when there are others, which have to be put right first. */
export function confirmableOf(problems: readonly DraftProblem[]): Confirmable[] | null {
  const kinds = problems.map(({ confirmable }) => confirmable);
  const known = kinds.filter((kind) => kind !== null);
  return known.length === kinds.length ? known : null;
}

/** One question about everything at once; null when there is nothing to ask. `now` in ms since 1970. */
export function knowinglyWords(doubts: Doubts, now: number): KnowinglyWords | null {
  const { shortages } = doubts;
  const all = [slip(doubts.confirmed), openScans(doubts.openScans), shortage(shortages)];
  const [first, ...more] = all.filter((one) => one !== null);
  if (first === undefined) return null;
  const items = shortages
    .slice(0, MOST_ITEMS)
    .map(({ part, wanted }) => `${part.code}: ${shortWords(wanted, part, now)}`);
  const left = shortages.length - items.length;
  return {
    title: more.length === 0 ? first.title : 'Submit it as it is?',
    texts: [first, ...more].map(({ text }) => text),
    items: left === 0 ? items : [...items, left === 1 ? 'and 1 more part' : `and ${left} more parts`],
    cancel: first.cancel,
  };
}

interface Question {
  readonly title: string;
  readonly text: string;
  readonly cancel: string;
}

function slip(confirmed: readonly Confirmable[]): Question | null {
  const noCustomer = confirmed.includes('no-customer');
  const noLines = confirmed.includes('no-lines');
  if (noCustomer && noLines) {
    return {
      title: 'Submit without a customer and without lines?',
      text: 'PIMS takes such an order, and it would be empty there: nobody’s, with nothing in it.',
      cancel: 'Go on filling it in',
    };
  }
  if (noLines) {
    return {
      title: 'Submit without lines?',
      text: 'PIMS takes an order without lines. They can be added later, from the order.',
      cancel: 'Add lines',
    };
  }
  if (!noCustomer) return null;
  return {
    title: 'Submit without a customer?',
    text: 'PIMS takes an order that belongs to no customer. Order Desk can’t add the customer later: that is done in PIMS.',
    cancel: 'Enter the customer',
  };
}

function openScans(count: number): Question | null {
  if (count === 0) return null;
  return {
    title: count === 1 ? 'Submit without a scanned code?' : `Submit without ${count} scanned codes?`,
    text:
      count === 1
        ? 'One code that was scanned is not in the order: it is not known which part it stands for.'
        : `${count} codes that were scanned are not in the order: it is not known which parts they stand for.`,
    cancel: count === 1 ? 'Resolve the code' : 'Resolve the codes',
  };
}

function shortage(shortages: readonly Shortage[]): Question | null {
  if (shortages.length === 0) return null;
  return {
    title: 'Submit more than there is?',
    text:
      shortages.length === 1
        ? 'One part is asked for beyond what is available:'
        : `${shortages.length} parts are asked for beyond what is available:`,
    cancel: 'Look at the lines',
  };
}
