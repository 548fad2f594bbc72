import { assertNever } from '../../shared/errors.ts';
import type { Submission, SubmissionState } from '../../shared/outbox/submission.ts';

/** What the outbox still has to do, as far as closing Order Desk concerns it. */
export interface OpenWork {
  /** Orders that are not in PIMS yet, or not whole, and go on without a decision. */
  readonly waiting: number;
  /** Those of them that are being sent at this moment. */
  readonly beingSent: number;
  /** Those of them whose connection can't be used now: most go on only when a person has mended that. */
  readonly held: number;
  /** Orders that go on neither with the window nor without it: a person paused them, or has to decide about them. */
  readonly paused: number;
  readonly needsAttention: number;
  /** Where the waiting ones go, most first. */
  readonly connections: readonly { readonly name: string; readonly waiting: number }[];
}

type Standing = 'waiting' | 'being-sent' | 'held' | 'paused' | 'needs-attention' | 'over';

/** Counts what is open, by connection. */
export function openWork(submissions: readonly Submission[]): OpenWork {
  const counts = { waiting: 0, beingSent: 0, held: 0, paused: 0, needsAttention: 0 };
  const connections = new Map<string, { name: string; waiting: number }>();
  for (const { state, connectionId, connectionName } of submissions) {
    const standing = standingOf(state);
    if (standing === 'paused') counts.paused += 1;
    if (standing === 'needs-attention') counts.needsAttention += 1;
    if (standing === 'paused' || standing === 'needs-attention' || standing === 'over') continue;
    counts.waiting += 1;
    if (standing === 'being-sent') counts.beingSent += 1;
    if (standing === 'held') counts.held += 1;
    const present = connections.get(connectionId)?.waiting ?? 0;
    connections.set(connectionId, { name: connectionName, waiting: present + 1 });
  }
  return { ...counts, connections: [...connections.values()].sort((a, b) => b.waiting - a.waiting) };
}

function standingOf(state: SubmissionState): Standing {
  switch (state) {
    case 'queued':
    case 'checking':
    case 'waiting':
      return 'waiting';
    case 'held':
      return 'held';
    case 'sending':
    case 'accepted':
      return 'being-sent';
    case 'paused':
      return 'paused';
    case 'needs-attention':
      return 'needs-attention';
    // What is called off is not to be sent: nobody is kept for it.
    case 'calling-off':
    case 'sent':
    case 'withdrawn':
      return 'over';
    default:
      return assertNever(state);
  }
}
