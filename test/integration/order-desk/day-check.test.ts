import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import type { DayCheck } from '../../../shared/outbox/day-check.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { makeSetting, submitNew, until, untilState } from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { addOwn } from './own-connection.ts';

const period = {
  from: '2000-01-01T00:00:00.000Z',
  until: '2100-01-01T00:00:00.000Z',
  connectionId: null,
} as const;
const everything = { ...period, agreed: 0, onlyUnchecked: false };

/** Submits so many orders of three lines, 1, 2 and 3 of a part, and waits until PIMS has them. */
async function sendOrders(desk: OrderDesk, practice: PracticeServer, count: number): Promise<Submission[]> {
  const sent: Submission[] = [];
  for (let order = 0; order < count; order += 1) {
    const { id } = await submitNew(desk, practice);
    sent.push(await untilState(desk, id, 'sent'));
  }
  return sent;
}

function reads(practice: PracticeServer): number {
  return practice.billedRequests()['orders/single'] ?? 0;
}

function verdicts({ rows }: DayCheck) {
  return rows.map(({ orderNumber, verdict }) => [orderNumber, verdict]);
}

describe('the day check', () => {
  it('says what it costs and what was submitted before PIMS is asked anything', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await sendOrders(desk, practice, 2);
    const before = reads(practice);
    const plan = await desk.dayCheck.plan(period);
    expect(plan).toMatchObject({
      requests: 2,
      requestsLeft: 2,
      running: null,
      stops: [],
      totals: { orders: 2, lines: 6, units: '12', verdicts: { 'not-checked': 2 } },
    });
    expect(plan.rows[0]).toMatchObject({ linesInPims: null, why: 'PIMS was not asked.', checkedAt: null });
    expect(reads(practice)).toBe(before);
    const elsewhen = { ...period, until: '2000-01-02T00:00:00.000Z' };
    expect(await desk.dayCheck.plan(elsewhen)).toMatchObject({ rows: [], requests: 0 });
  });

  it('asks once for each order, and finds the same in an order that nobody touched', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await sendOrders(desk, practice, 4);
    const before = reads(practice);
    const check = await desk.dayCheck.run(everything);
    expect(check).toMatchObject({
      requestsLeft: 0,
      totals: { orders: 4, linesInPims: 12, unitsInPims: '24', verdicts: { same: 4 } },
    });
    expect(reads(practice)).toBe(before + 4);
    // Kept, so that coming back to the screen costs nothing.
    expect(verdicts(await desk.dayCheck.plan(period))).toEqual(verdicts(check));
    expect(reads(practice)).toBe(before + 4);
  });

  it('shows first what another person changed, and an order that is gone', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const [changed, added, untouched] = await sendOrders(desk, practice, 3);
    practice.updateLine(String(changed?.orderNumber), '2', { QUANTITY: '20' });
    practice.addLine(String(added?.orderNumber), { PART_CODE: 'THEIRS', QUANTITY: '9' });
    const check = await desk.dayCheck.run(everything);
    expect(check.rows[0]).toMatchObject({
      orderNumber: changed?.orderNumber,
      verdict: 'differs',
      units: '6',
      unitsInPims: '24',
      differences: [{ kind: 'field', line: '2', field: 'QUANTITY', sent: '2', has: '20' }],
    });
    expect(new Map(check.rows.map((row) => [row.orderNumber, row.furtherLines]))).toEqual(
      new Map([
        [changed?.orderNumber, 0],
        [added?.orderNumber, 1],
        [untouched?.orderNumber, 0],
      ]),
    );
    expect(check.totals.verdicts).toMatchObject({ differs: 1, same: 2 });

    practice.reset();
    const after = await desk.dayCheck.run(everything);
    expect(after.totals.verdicts).toMatchObject({ missing: 3 });
    expect(after.rows[0]).toMatchObject({ linesInPims: 0, differences: [{ kind: 'order-missing' }] });
  });

  it('keeps an order apart that PIMS refuses to show: it is there', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await sendOrders(desk, practice, 2);
    practice.planFault({
      fault: { kind: 'bad-request', message: 'Locked by Ann' },
      endpoint: 'orders/single',
    });
    const check = await desk.dayCheck.run(everything);
    expect(check.totals.verdicts).toMatchObject({ 'not-checked': 1, same: 1 });
    expect(check.rows[0]?.why).toContain('Locked by Ann');
    expect(check.stops).toEqual([]);
  });

  it('waits as PIMS asks, and then goes on', async () => {
    const { open, practice } = await makeSetting();
    const waits: number[] = [];
    const desk = await open({
      clock: {
        ...hastyClock,
        schedule: (ms, work) => {
          if (ms >= 7_000 && ms < 8_001) waits.push(ms);
          return hastyClock.schedule(ms, work);
        },
      },
    });
    await sendOrders(desk, practice, 2);
    practice.planFault({
      fault: { kind: 'rate-limited', retryAfter: 7 },
      endpoint: 'orders/single',
      times: 2,
    });
    const pauses: unknown[] = [];
    desk.on('day-check.progress', ({ running }) => {
      if (running?.pausedUntil) pauses.push(running.pausedUntil);
    });
    const check = await desk.dayCheck.run(everything);
    expect(check.totals.verdicts).toMatchObject({ same: 2 });
    expect(waits.length).toBeGreaterThan(0);
    expect(pauses.length).toBeGreaterThan(0);
  });

  it('stops when the secret is not accepted any more; what was checked stays, and the rest can be asked for', async () => {
    const setting = await makeSetting();
    const { open, practice } = setting;
    const desk = await open();
    const connection = await addOwn(desk, setting);
    await sendOrders(desk, practice, 6);
    const refusal = practice.planFault({
      fault: { kind: 'answer', status: 401 },
      endpoint: 'orders/single',
      skip: 1,
      times: 'always',
    });
    const check = await desk.dayCheck.run({ ...everything, connectionId: connection.id });
    expect(check.stops).toMatchObject([{ connectionName: 'Own', error: { code: 'unauthorized' } }]);
    expect(check.totals.verdicts).toMatchObject({ same: 1, 'not-checked': 5 });
    expect(check).toMatchObject({ requests: 6, requestsLeft: 5 });
    expect(refusal).toBeDefined();

    practice.clearFaults();
    const before = reads(practice);
    const rest = await desk.dayCheck.run({
      ...everything,
      connectionId: connection.id,
      onlyUnchecked: true,
    });
    expect(rest).toMatchObject({ requestsLeft: 0, stops: [], totals: { verdicts: { same: 6 } } });
    expect(reads(practice)).toBe(before + 5);
  });

  it('stops at once when PIMS is away, and still shows what was submitted', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await sendOrders(desk, practice, 5);
    await practice.stop();
    const check = await desk.dayCheck.run(everything);
    expect(check).toMatchObject({
      stops: [{ error: { code: 'unreachable' } }],
      totals: { orders: 5, lines: 15, verdicts: { 'not-checked': 5 } },
    });
  });

  it('goes on after one answer that failed, and gives up a connection that fails again and again', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await sendOrders(desk, practice, 8);
    practice.planFault({ fault: { kind: 'drop', when: 'after' }, endpoint: 'orders/single' });
    expect((await desk.dayCheck.run(everything)).totals.verdicts).toMatchObject({
      same: 7,
      'not-checked': 1,
    });

    practice.planFault({ fault: { kind: 'server-error' }, endpoint: 'orders/single', times: 'always' });
    const before = reads(practice);
    expect(await desk.dayCheck.run(everything)).toMatchObject({
      stops: [{ error: { code: 'unknown-outcome' } }],
      // What the run before had found is not lost by it.
      totals: { verdicts: { same: 7, 'not-checked': 1 } },
    });
    expect(reads(practice) - before).toBeLessThan(8);
  });

  it('tells how far it is, runs once at a time, and is called off with what it has', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await sendOrders(desk, practice, 6);
    practice.planFault({ fault: { kind: 'hang' }, endpoint: 'orders/single', skip: 2, times: 'always' });
    const told: (number | null)[] = [];
    desk.on('day-check.progress', ({ running }) => told.push(running?.done ?? null));
    const run = desk.dayCheck.run(everything);
    await until('two orders were read', () => told.includes(2));
    expect((await desk.dayCheck.plan(period)).running).toMatchObject({ done: 2, of: 6 });
    await expect(desk.dayCheck.run(everything)).rejects.toMatchObject({ code: 'conflict' });
    await desk.dayCheck.cancel();
    const check = await run;
    expect(check).toMatchObject({
      running: null,
      stops: [],
      totals: { verdicts: { same: 2, 'not-checked': 4 } },
    });
    expect(told.at(-1)).toBe(null);
    expect((await desk.dayCheck.plan(period)).requestsLeft).toBe(4);
  });

  it('does not compare what was sent since with what PIMS had before', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ fault: { kind: 'bad-request' }, endpoint: 'orders/line_item', skip: 2 });
    const { id, draftId } = await submitNew(desk, practice);
    await untilState(desk, id, 'needs-attention');
    const first = await desk.dayCheck.run(everything);
    expect(first.rows).toMatchObject([
      { verdict: 'not-in-pims-yet', lines: 3, linesInPims: 2, why: 'In the outbox: needs attention.' },
    ]);

    await desk.outbox.withdraw({ id, confirmed: false });
    expect((await desk.dayCheck.plan(period)).rows).toMatchObject([{ why: 'Back in drafts.' }]);
    const again = await desk.drafts.submit({ id: draftId });
    await untilState(desk, again.id, 'sent');
    const since = await desk.dayCheck.plan(period);
    expect(since.rows).toMatchObject([
      { verdict: 'not-checked', why: 'More of it was sent after PIMS was asked.', submissions: 2, lines: 3 },
    ]);
    expect((await desk.dayCheck.run({ ...everything, onlyUnchecked: true })).rows).toMatchObject([
      { verdict: 'same', linesInPims: 3 },
    ]);
  });

  it('counts lines and changes that this desk added to an order later as its own, in one row', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const [order] = await sendOrders(desk, practice, 1);
    const orderNumber = order?.orderNumber;
    if (orderNumber === undefined || orderNumber === null) throw new Error('The order has a number.');
    const { lines } = await desk.orders.single({ orderNumber });
    const { id } = await desk.drafts.create({
      target: { orderNumber, header: { CUSTOMER_CODE: order?.customerCode ?? '' } },
    });
    const lineId = draftLineIdSchema.parse('added');
    await desk.drafts.edit({
      id,
      edits: [
        {
          kind: 'change-line',
          lineNumber: '2',
          base: lines[1]?.fields ?? {},
          field: 'QUANTITY',
          value: '12',
        },
        {
          kind: 'insert-line',
          lineId,
          after: null,
          fields: { PART_CODE: lines[0]?.fields.PART_CODE ?? '', QUANTITY: '0.5' },
        },
      ],
    });
    const addition = await desk.drafts.submit({ id });
    await untilState(desk, addition.id, 'sent');
    expect((await desk.dayCheck.run(everything)).rows).toMatchObject([
      {
        verdict: 'same',
        isAddition: false,
        submissions: 2,
        lines: 4,
        units: '16.5',
        unitsInPims: '16.5',
        furtherLines: 0,
      },
    ]);

    practice.updateLine(orderNumber, '2', { QUANTITY: '2' });
    expect((await desk.dayCheck.run(everything)).rows).toMatchObject([
      { verdict: 'differs', differences: [{ line: '2', field: 'QUANTITY', sent: '12', has: '2' }] },
    ]);
  });
});
