/**
 * Tells of the rows that went (-1) and came (1) between two lists. A row that is the same object at the same place from either
 * end is passed over, so that one edit is told of in the same time in 10 rows and, but for the looking, in 100,000.
 */
export function visitChanged<R>(
  before: readonly R[],
  now: readonly R[],
  visit: (row: R, by: 1 | -1) => void,
): void {
  if (now === before) return;
  let start = 0;
  while (start < now.length && start < before.length && now[start] === before[start]) start += 1;
  let end = 0;
  const most = Math.min(now.length, before.length) - start;
  while (end < most && now[now.length - 1 - end] === before[before.length - 1 - end]) end += 1;
  const isSameLength = now.length === before.length;
  for (let at = start; at < Math.max(now.length, before.length) - end; at++) {
    const came = at < now.length - end ? now[at] : undefined;
    const went = at < before.length - end ? before[at] : undefined;
    if (isSameLength && came === went) continue;
    if (went !== undefined) visit(went, -1);
    if (came !== undefined) visit(came, 1);
  }
}
