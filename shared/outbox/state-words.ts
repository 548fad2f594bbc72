import { assertNever } from '../errors.ts';
import type { Submission } from './submission.ts';

/** Where a submission stands, in words. Only `needs-attention` tells a refusal from a doubt. */
export function stateWords({
  state,
  problem,
  isPaused,
}: Pick<Submission, 'state' | 'problem' | 'isPaused'>): string {
  switch (state) {
    case 'queued':
      return 'Queued';
    case 'sending':
      return 'Sending';
    case 'checking':
      return 'Checking whether it arrived';
    case 'accepted':
      return 'In PIMS, being checked';
    case 'waiting':
      return 'Waiting for PIMS';
    case 'paused':
      return isPaused ? 'Paused' : 'Connection paused';
    case 'calling-off':
      return 'Being called off';
    case 'held':
      return 'Held: needs you';
    case 'needs-attention':
      return isInDoubt(problem) ? 'Not known if it arrived' : 'Needs attention';
    case 'sent':
      return 'In PIMS';
    case 'withdrawn':
      return 'Back in drafts';
    default:
      return assertNever(state);
  }
}

/** Whether a problem leaves it open if a step has reached PIMS. */
export function isInDoubt(problem: Submission['problem']): boolean {
  return problem?.code === 'unknown-outcome' || problem?.code === 'not-pims';
}
