import type { CallOutput } from '../../shared/ipc/contract.ts';

/** What a person is told at the start about the last run's orders; null when none of them waits. */
export function leftOverWords({ waiting, needsAttention }: CallOutput<'outbox.leftOver'>): string | null {
  if (waiting === 0) return null;
  const orders =
    waiting === 1
      ? '1 order from last time is being sent.'
      : `${waiting} orders from last time are being sent, oldest first.`;
  if (needsAttention === 0) return orders;
  return `${orders} ${needsAttention === 1 ? '1 more needs' : `${needsAttention} more need`} attention.`;
}
