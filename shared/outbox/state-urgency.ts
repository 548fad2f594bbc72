import type { SubmissionState } from './submission.ts';

/** Which state tells most about an order of several submissions, the most urgent first. */
const urgency: readonly SubmissionState[] = [
  'needs-attention',
  'held',
  'checking',
  'waiting',
  'calling-off',
  'paused',
  'withdrawn',
  'sending',
  'accepted',
  'queued',
  'sent',
];

/** The place of a state in that order, from 0. */
export function urgencyOf(state: SubmissionState): number {
  return urgency.indexOf(state);
}
