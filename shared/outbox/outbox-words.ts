import type { DeskStatus } from '../status.ts';

/** How the outbox stands, for the rail, the status bar and the tray: "3 waiting, 1 needs attention", "nothing waits". */
export function outboxWords({ waiting, needsAttention }: DeskStatus['outbox']): string {
  const parts: string[] = [];
  if (waiting > 0) parts.push(`${waiting} waiting`);
  if (needsAttention > 0)
    parts.push(`${needsAttention} ${needsAttention === 1 ? 'needs' : 'need'} attention`);
  return parts.length === 0 ? 'nothing waits' : parts.join(', ');
}
