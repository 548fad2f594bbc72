import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { Fault } from '../../../electron/practice-server/faults/fault.ts';
import { arrived, makeSetting, submitNew, until } from './desk-under-test.ts';

const trouble: readonly Fault[] = [
  { kind: 'drop', when: 'before-reading', reset: true },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
  { kind: 'drop', when: 'mid-answer' },
  { kind: 'server-error', when: 'before' },
  { kind: 'server-error', when: 'after' },
  { kind: 'rate-limited', retryAfter: 0 },
  { kind: 'truncated-json' },
  { kind: 'sign-in-page' },
  { kind: 'bad-request' },
];

describe('a network that comes and goes', () => {
  it.each([1, 2, 3])('never doubles an order or a line, nor leaves a gap (run %i)', async (seed) => {
    const { open, practice } = await makeSetting({ seed });
    for (const fault of trouble) practice.planFault({ fault, times: 'always', probability: 0.02 });
    let desk = await open();
    const references: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (let order = 0; order < 6; order += 1) {
        references.push((await submitNew(desk, practice, { lines: 3 })).reference);
      }
      await practice.stop();
      if (round === 1) {
        await desk.close();
        desk = await open();
      }
      await practice.start();
      await untilSettled(desk);
    }

    const submissions = await desk.outbox.list();
    expect(submissions).toHaveLength(references.length);
    for (const { reference, state, stepsDone, problem } of submissions) {
      const [order, ...more] = arrived(practice, reference);
      expect(more).toEqual([]);
      if (state === 'sent') {
        expect(order?.quantities).toEqual(['1', '2', '3']);
      } else {
        // PIMS refused a step: what is called done is in PIMS, and nothing else.
        expect(problem?.code).toBe('rejected');
        expect(order?.quantities ?? []).toEqual(['1', '2', '3'].slice(0, Math.max(0, stepsDone - 1)));
      }
    }
  });
});

/** A person who presses “Try now” whenever something is held, until nothing waits any more. */
async function untilSettled(desk: OrderDesk): Promise<void> {
  await until('nothing waits', async () => {
    const states = (await desk.outbox.list()).map(({ state }) => state);
    if (states.includes('held')) await desk.outbox.wake({});
    return (await desk.status.read()).outbox.waiting === 0;
  });
}
