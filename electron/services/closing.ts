import { assertNever } from '../../shared/errors.ts';
import type { Preferences, WhenClosing } from '../../shared/preferences/preferences.ts';
import type { OpenWork } from './open-work.ts';

/** Why Order Desk is about to end: its window was closed, or somebody chose to quit (menu, key, tray, the system's dock). */
export type ClosingCause = 'window-closed' | 'quit';

export type ClosingStep = 'quit' | 'stay-in-background' | 'ask';

interface Circumstances {
  readonly cause: ClosingCause;
  readonly work: Pick<OpenWork, 'waiting'>;
  readonly preferences: Pick<Preferences, 'whenClosing' | 'keepInTray'>;
}

/**
 * What closing does. What is paused or needs attention keeps nobody: it waits for a person, who sees it at the next start. Quitting
 * in so many words asks even when closing the window stays in the background: else there would be no way to end it.
 */
export function whatClosingDoes({ cause, work, preferences }: Circumstances): ClosingStep {
  const { whenClosing, keepInTray } = preferences;
  if (cause === 'window-closed' && keepInTray) return 'stay-in-background';
  if (work.waiting === 0) return 'quit';
  switch (whenClosing) {
    case 'quit':
      return 'quit';
    case 'background':
      return cause === 'window-closed' ? 'stay-in-background' : 'ask';
    case 'ask':
      return 'ask';
    default:
      return assertNever(whenClosing);
  }
}

/** What a person chooses when asked. */
export type ClosingChoice = 'background' | 'quit' | 'cancel';

export interface ClosingQuestion {
  readonly message: string;
  readonly detail: string;
  /** In the order in which they are shown; the last one is also what Escape means. */
  readonly choices: readonly { readonly choice: ClosingChoice; readonly label: string }[];
  /** Absent when there is nothing to remember. */
  readonly rememberLabel?: string;
}

const keepSending = 'Keep sending in the background';

/** The question that closing asks once. From the tray, going on in the background is what cancelling means. */
export function closingQuestion(
  work: OpenWork,
  { whenClosing, isHidden }: { readonly whenClosing: WhenClosing; readonly isHidden: boolean },
): ClosingQuestion {
  const quit = { choice: 'quit', label: 'Quit: they are sent at the next start' } as const;
  const one = { choice: 'quit', label: 'Quit: it is sent at the next start' } as const;
  const leave = work.waiting === 1 ? one : quit;
  return {
    message: waitingWords(work),
    detail: detailWords(work),
    choices: isHidden
      ? [leave, { choice: 'background', label: keepSending }]
      : [{ choice: 'background', label: keepSending }, leave, { choice: 'cancel', label: 'Cancel' }],
    ...(whenClosing === 'ask' && !isHidden ? { rememberLabel: 'Remember my choice' } : {}),
  };
}

/** Above this, the connections with the fewest are counted together. */
const MOST_CONNECTIONS = 3;

/** `3 orders wait: 2 for Warehouse live, 1 for Practice server.` */
export function waitingWords({ waiting, connections }: Pick<OpenWork, 'waiting' | 'connections'>): string {
  const [first, ...others] = connections;
  const orders = waiting === 1 ? '1 order waits' : `${waiting} orders wait`;
  if (first === undefined) return `${orders}.`;
  if (others.length === 0) return `${orders} for ${first.name}.`;
  const named =
    connections.length > MOST_CONNECTIONS ? connections.slice(0, MOST_CONNECTIONS - 1) : connections;
  const parts = named.map(({ name, waiting: count }) => `${count} for ${name}`);
  const rest = connections.slice(named.length);
  if (rest.length > 0) {
    const count = rest.reduce((sum, one) => sum + one.waiting, 0);
    parts.push(`${count} for ${rest.length} other connections`);
  }
  return `${orders}: ${parts.join(', ')}.`;
}

function detailWords({ waiting, beingSent, held, paused, needsAttention }: OpenWork): string {
  const sentences: string[] = [];
  if (beingSent > 0) sentences.push(beingSentWords(beingSent, waiting));
  if (held > 0) sentences.push(heldWords(held, waiting));
  if (paused > 0)
    sentences.push(paused === 1 ? '1 more order is paused.' : `${paused} more orders are paused.`);
  if (needsAttention > 0) {
    const more = needsAttention === 1 ? '1 more order needs' : `${needsAttention} more orders need`;
    sentences.push(`${more} your attention.`);
  }
  sentences.push(
    'Order Desk can go on without its window; you find it in the tray, or by starting it again. Nothing is lost either way.',
  );
  return sentences.join(' ');
}

/** Neither way of closing gets them on. */
function heldWords(held: number, waiting: number): string {
  if (held === waiting) {
    return held === 1
      ? 'It is held: the outbox says what it needs from you.'
      : 'They are held: the outbox says what they need from you.';
  }
  return held === 1
    ? '1 of them is held: the outbox says what it needs from you.'
    : `${held} of them are held: the outbox says what they need from you.`;
}

function beingSentWords(beingSent: number, waiting: number): string {
  if (waiting === 1) return 'It is being sent right now.';
  return beingSent === 1
    ? '1 of them is being sent right now.'
    : `${beingSent} of them are being sent right now.`;
}
