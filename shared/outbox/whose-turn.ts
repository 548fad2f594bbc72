import { assertNever } from '../errors.ts';
import type { DeskStatus } from '../status.ts';
import type { Submission } from './submission.ts';

/**
 * Who has to do something for a submission to go on: `desk` when it goes on by itself, or when a person has paused it and
 * knows; `person` when it stands still until a person decides, or mends what holds it (the secret, the keychain, a proxy's
 * sign-in page, the disk, a copied data folder); `nobody` when it is over.
 */
export type Turn = 'desk' | 'person' | 'nobody';

/** Whose turn it is with a submission, as its shown state tells. */
export function whoseTurn({ state }: Pick<Submission, 'state'>): Turn {
  switch (state) {
    case 'queued':
    case 'sending':
    case 'checking':
    case 'accepted':
    case 'waiting':
    case 'paused':
    case 'calling-off':
      return 'desk';
    case 'held':
    case 'needs-attention':
      return 'person';
    case 'sent':
    case 'withdrawn':
      return 'nobody';
    default:
      return assertNever(state);
  }
}

/** Neither sent nor taken back. */
export function isOpen(submission: Pick<Submission, 'state'>): boolean {
  return whoseTurn(submission) !== 'nobody';
}

/** It stands still until a person does something. */
export function needsPerson(submission: Pick<Submission, 'state'>): boolean {
  return whoseTurn(submission) === 'person';
}

/** How the outbox stands: so many submissions in each state. */
export function countTurns(
  groups: Iterable<Pick<Submission, 'state'> & { readonly count: number }>,
): DeskStatus['outbox'] {
  const counts = { desk: 0, person: 0, nobody: 0 };
  for (const group of groups) counts[whoseTurn(group)] += group.count;
  return { waiting: counts.desk, needsYou: counts.person };
}
