import type { Submission } from '../../../shared/outbox/submission.ts';
import { outcomeUnknown } from './outcome-unknown.ts';

/** What a problem means for the submission, where no evidence says more. */
export function problemTitle(submission: Pick<Submission, 'state' | 'problem'>): string {
  if (outcomeUnknown(submission)) return 'It is not known whether this order arrived';
  const code = submission.problem?.code;
  switch (submission.state) {
    case 'checking':
    case 'calling-off':
      return code === 'rate-limited'
        ? 'PIMS asks for a pause: it is checked after it'
        : 'PIMS can’t be asked now: it is checked when PIMS answers';
    case 'accepted':
    case 'waiting':
      return code === 'rate-limited'
        ? 'Goes on by itself after the pause'
        : 'Goes on by itself when PIMS answers';
    case 'paused':
      return 'Paused; before that PIMS could not be reached';
    case 'held':
      // Of a copied data folder: nothing is broken, and the question stands above.
      return code === 'conflict' ? 'Held until you have chosen' : 'Held until this is mended';
    default:
      return 'This order needs attention';
  }
}
