import type { Connection } from '../../../shared/connections/connection.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';

/** What a person can do about the pace of a submission. */
export interface PauseChoice {
  readonly paused: boolean;
  readonly label: string;
  readonly says: string;
}

/** Pause, or let go on; null for what is neither on its way nor paused. */
export function pauseChoice({ state, isPaused }: Pick<Submission, 'state' | 'isPaused'>): PauseChoice | null {
  switch (state) {
    case 'queued':
    case 'sending':
    case 'checking':
    case 'waiting':
    case 'held':
    case 'paused':
      return isPaused
        ? { paused: false, label: 'Let it go on', says: 'It goes on where it stopped.' }
        : {
            paused: true,
            label: 'Pause',
            says: 'After the step under way, nothing more of it is sent until you let it go on.',
          };
    case 'accepted':
    case 'calling-off':
    case 'needs-attention':
    case 'sent':
    case 'withdrawn':
      return null;
    default:
      return assertNever(state);
  }
}

/** What wakes a submission that stands still by itself; null when nothing does, or a person has to do something else. */
export function wakeLabel({
  state,
  problem,
  nextTryAt,
}: Pick<Submission, 'state' | 'problem' | 'nextTryAt'>): string | null {
  // What is held for the sake of a copied folder waits for a choice, and trying changes nothing.
  if (state === 'waiting' || (state === 'held' && problem?.code !== 'conflict')) return 'Try now';
  // It only looks: nothing is sent again before it is known whether it arrived.
  if (state === 'checking' && problem !== null && nextTryAt !== null) return 'Look now';
  return null;
}

/** The connections with the chosen one first: a menu gives its first item the focus, and Enter twice is soon pressed. */
export function chosenFirst(connections: readonly Connection[]): Connection[] {
  return connections.toSorted((a, b) => Number(b.chosen) - Number(a.chosen));
}

/** The connections whose sending a person paused. */
export function pausedConnections(connections: readonly Connection[]): Connection[] {
  return connections.filter(({ pausedAt }) => pausedAt !== null);
}

/** Says which connections are paused, by name as soon as there is more than one to tell apart. */
export function pausedWords(paused: readonly Pick<Connection, 'name'>[], count: number): string {
  if (paused.length === 0) return '';
  if (count === 1) return 'Sending is paused';
  return `Sending is paused for ${names(paused.map(({ name }) => name))}`;
}

function names(list: readonly string[]): string {
  const [last, ...before] = list.toReversed();
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} and ${last}`;
}
