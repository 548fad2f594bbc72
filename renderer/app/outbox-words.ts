import type { DeskStatus } from '../../shared/status.ts';

/** "3 waiting, 2 held: need you, 1 needs attention"; empty when there is none of them. */
export function outboxWords({ waiting, held, needsAttention }: DeskStatus['outbox']): string {
  const words: string[] = [];
  if (waiting > 0) words.push(`${waiting} waiting`);
  if (held > 0) words.push(`${held} held: ${held === 1 ? 'needs' : 'need'} you`);
  if (needsAttention > 0)
    words.push(`${needsAttention} ${needsAttention === 1 ? 'needs' : 'need'} attention`);
  return words.join(', ');
}
