import { isInDoubt } from '../../../shared/outbox/state-words.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';

/** True when a step may or may not have reached PIMS: then nothing may offer to send it again. */
export function outcomeUnknown(submission: Pick<Submission, 'state' | 'problem'>): boolean {
  return submission.state === 'needs-attention' && isInDoubt(submission.problem);
}
