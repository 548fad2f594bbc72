import type { DeskStatus } from '../status.ts';

/** How the outbox stands, for the rail, the status bar and the tray: "3 waiting, 1 needs you", "nothing waits". */
export function outboxWords({ waiting, needsYou }: DeskStatus['outbox']): string {
  const parts: string[] = [];
  if (waiting > 0) parts.push(`${waiting} waiting`);
  if (needsYou > 0) parts.push(needsYou === 1 ? '1 needs you' : `${needsYou} need you`);
  return parts.length === 0 ? 'nothing waits' : parts.join(', ');
}
