import { describe, expect, it } from 'vitest';
import { arrived, findSubmission, makeSetting, submitNew, untilState } from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { writeFaults } from './write-faults.ts';

const LINES = 2;
const all = ['1', '2'];

const places = [
  { name: 'the create', endpoint: 'orders/create', skip: 0, stepsDone: 0 },
  { name: 'the first line', endpoint: 'orders/line_item', skip: 0, stepsDone: 1 },
  { name: 'the second line', endpoint: 'orders/line_item', skip: 1, stepsDone: 2 },
] as const;

describe.each(places)('a fault at $name', ({ endpoint, skip, stepsDone }) => {
  it.each(writeFaults.map(([fault, meaning]) => ({ fault, meaning, shown: JSON.stringify(fault) })))(
    '$shown: $meaning',
    async ({ fault, meaning }) => {
      const { open, practice } = await makeSetting();
      const desk = await open();
      practice.planFault({ endpoint, skip, method: 'PUT', fault });
      const { id, reference } = await submitNew(desk, practice, { lines: LINES });
      if (meaning === 'unknown-and-held') {
        expect(await untilState(desk, id, 'held')).toMatchObject({ stepsDone, backToDraft: 'soon' });
        await desk.outbox.wake({});
      }
      const end = await untilState(desk, id, 'sent', 'needs-attention');
      const [order, ...more] = arrived(practice, reference);
      expect(more).toEqual([]);
      const there = order?.quantities ?? [];
      const kinds = (await desk.outbox.journal({ id })).map(({ kind }) => kind);

      if (meaning === 'refused') {
        // What stands in PIMS is a beginning of what was to be sent: nothing twice, nothing out of turn.
        expect(there).toEqual(all.slice(0, Math.max(0, stepsDone - 1)));
        expect(end).toMatchObject({
          state: 'needs-attention',
          stepsDone,
          problem: { code: 'rejected', message: expect.stringContaining('The part is blocked') },
          backToDraft: 'now',
        });
        expect(kinds.at(-1)).toBe('not-applied');
        // Whatever a person presses, it is not sent again.
        const writes = countWrites(practice.requests());
        await desk.outbox.wake({});
        await desk.status.tryNow();
        expect(countWrites(practice.requests())).toBe(writes);
      } else {
        expect(end).toMatchObject({ state: 'sent', problem: null, orderNumber: order?.number });
        expect(there).toEqual(all);
        expect(kinds.includes('unknown')).toBe(meaning !== 'goes-on');
        expect(kinds.some((kind) => kind === 'adopted' || kind === 'not-found')).toBe(meaning !== 'goes-on');
      }

      // An order in trouble never holds up the ones behind it.
      const next = await submitNew(desk, practice, { lines: LINES });
      await untilState(desk, next.id, 'sent');
      expect(arrived(practice, next.reference)).toMatchObject([{ quantities: all }]);
      expect(arrived(practice, reference)).toEqual(order === undefined ? [] : [order]);
    },
  );
});

describe('a connection that is held', () => {
  it('shows the orders behind as held, with the reason, until a person tries again', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await desk.orders.query({ filters: [], maxReturn: 1 });
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'sign-in-page' } });
    const first = await submitNew(desk, practice);
    await untilState(desk, first.id, 'held');
    const second = await submitNew(desk, practice);
    expect(await untilState(desk, second.id, 'held')).toMatchObject({
      problem: {
        code: 'not-pims',
        // Of this one everything is known: nothing was sent.
        message: expect.not.stringContaining('not known'),
      },
      backToDraft: 'now',
    });
    // A read that works proves nothing about writes.
    await desk.orders.query({ filters: [], maxReturn: 1 });
    expect((await findSubmission(desk, second.id)).state).toBe('held');
    await desk.status.tryNow();
    await untilState(desk, second.id, 'sent');
  });
});

describe('PIMS that asks for a pause', () => {
  it('is left in peace for as long as it says', async () => {
    const { open, practice } = await makeSetting();
    const delays: number[] = [];
    const desk = await open({
      clock: {
        ...hastyClock,
        schedule: (delayMs, work) => {
          delays.push(delayMs);
          return hastyClock.schedule(delayMs, work);
        },
      },
    });
    practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'rate-limited', retryAfter: 120 } });
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    expect(Math.max(...delays)).toBeGreaterThanOrEqual(120_000);
  });
});

describe('a connection that breaks', () => {
  it('is tried with a read before the next write', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'drop', when: 'after' } });
    const first = await submitNew(desk, practice);
    await untilState(desk, first.id, 'sent');
    const requests = practice.requests();
    const broken = requests.findIndex(({ status }) => status === 'dropped');
    expect(requests.slice(broken + 1, broken + 3)).toMatchObject([
      { endpoint: 'orders/query' },
      { endpoint: 'orders/query' },
    ]);
  });
});

function countWrites(requests: readonly { readonly method: string }[]): number {
  return requests.filter(({ method }) => method === 'PUT').length;
}
