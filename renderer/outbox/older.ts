import { FINISHED_LISTED } from '../../shared/outbox/listed.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { isOpen } from '../../shared/outbox/whose-turn.ts';

/** Whether there may be more finished ones than are listed. */
export function leavesOlderOut(listed: readonly Submission[]): boolean {
  return listed.filter((one) => !isOpen(one)).length >= FINISHED_LISTED;
}

/** The older ones after those that are listed, each once. */
export function withOlder(
  listed: readonly Submission[],
  older: readonly Submission[],
): readonly Submission[] {
  const ids = new Set(listed.map(({ id }) => id));
  return [...listed, ...older.filter(({ id }) => !ids.has(id))];
}
