import { expect, it } from 'vitest';
import { leavesOlderOut, withOlder } from '../../../renderer/outbox/older.ts';
import { FINISHED_LISTED } from '../../../shared/outbox/listed.ts';
import { aSubmission } from '../shared/a-submission.ts';

it('may leave older ones out once as many are finished as are listed', () => {
  const finished = (count: number) =>
    Array.from({ length: count }, (_, index) => aSubmission({ id: `${index}`, state: 'sent' }));
  const waiting = aSubmission({ id: 'waiting' });
  expect(leavesOlderOut([waiting, ...finished(FINISHED_LISTED - 1)])).toBe(false);
  expect(leavesOlderOut([waiting, ...finished(FINISHED_LISTED)])).toBe(true);
});

it('has older ones after those that are listed, each once', () => {
  const a = aSubmission({ id: 'a' });
  const b = aSubmission({ id: 'b' });
  const c = aSubmission({ id: 'c' });
  expect(withOlder([a, b], [b, c])).toEqual([a, b, c]);
});
