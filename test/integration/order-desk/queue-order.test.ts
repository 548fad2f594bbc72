import { describe, expect, it } from 'vitest';
import {
  arrived,
  fieldOfLines,
  fillDraft,
  findSubmission,
  makeSetting,
  orderOfOthers,
  pauseSending,
  submitAddition,
  submitNew,
  untilState,
} from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { addOwn } from './own-connection.ts';
import { oneTo, writesTo } from './watched-submission.ts';

/** Such waits are not the outbox's. */
const HOUR_MS = 3_600_000;

describe('orders that are queued one after the other', () => {
  it('begin in their order, four at once at most', async () => {
    const setting = await makeSetting({ behaviour: { latency: 15 } });
    const { practice, network } = setting;
    const begun: string[] = [];
    let atOnce = 0;
    let most = 0;
    const desk = await setting.open({
      network: {
        ...network,
        fetch: async (input, init) => {
          if (init?.method !== 'PUT') return network.fetch(input, init);
          const reference = /"REFERENCE_NUMBER":"([^"]+)"/.exec(String(init.body))?.[1];
          if (reference !== undefined) begun.push(reference);
          atOnce += 1;
          most = Math.max(most, atOnce);
          return network.fetch(input, init).finally(() => {
            atOnce -= 1;
          });
        },
      },
    });
    const [connection] = await desk.connections.list();
    if (connection === undefined) throw new Error('There is no practice connection.');
    const pause = (paused: boolean) => desk.outbox.pauseConnection({ connectionId: connection.id, paused });
    await pause(true);
    const queued = [];
    for (let order = 0; order < 9; order += 1) queued.push(await submitNew(desk, practice));
    await pause(false);
    for (const { id } of queued) await untilState(desk, id, 'sent');
    expect(begun).toEqual(queued.map(({ reference }) => reference));
    expect(most).toBe(4);
    for (const { reference } of queued) {
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
  });

  it('say which older one of their reference or order they wait for, also when a person has paused it', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const target = orderOfOthers(practice, ['1']);
    await pauseSending(desk, true);
    const older = await submitNew(desk, practice, { header: { REFERENCE_NUMBER: 'SAME' } });
    const olderLines = await submitAddition(desk, practice, target, { adds: ['2'] });
    for (const { id } of [older, olderLines]) await desk.outbox.pause({ id, paused: true });
    await pauseSending(desk, false);

    const { id: draftId } = await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'same' } });
    const younger = await desk.drafts.submit({ id: draftId, confirmed: ['duplicate-reference'] });
    const youngest = await submitAddition(desk, practice, target, { adds: ['3'] });
    const alone = await submitNew(desk, practice);
    await untilState(desk, alone.id, 'sent');
    expect(await findSubmission(desk, younger.id)).toMatchObject({
      state: 'queued',
      waitsFor: { id: older.id, isPaused: true },
    });
    expect(await findSubmission(desk, youngest.id)).toMatchObject({
      state: 'queued',
      waitsFor: { id: olderLines.id, isPaused: true },
    });
    expect((await findSubmission(desk, older.id)).waitsFor).toBeNull();

    for (const { id } of [older, olderLines]) await desk.outbox.pause({ id, paused: false });
    for (const { id } of [older, olderLines, youngest]) {
      expect(await untilState(desk, id, 'sent')).toMatchObject({ waitsFor: null });
    }
    expect(fieldOfLines(practice, target)).toEqual(['1', '2', '3']);
  });

  it('are not held up by those that PIMS refuses', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const named = (text: string) => ({ header: { REFERENCE_NUMBER: text } });
    practice.planFault({
      endpoint: 'orders/create',
      times: 'always',
      matches: ({ body }) => JSON.stringify(body).includes('REFUSED'),
      fault: { kind: 'bad-request' },
    });
    const refused = [];
    for (let order = 0; order < 5; order += 1) {
      refused.push(await submitNew(desk, practice, named(`REFUSED-${order}`)));
    }
    const behind = await submitNew(desk, practice, named('BEHIND'));
    await untilState(desk, behind.id, 'sent');
    for (const { id } of refused) await untilState(desk, id, 'needs-attention');
    expect(await desk.status.read()).toMatchObject({ outbox: { waiting: 0, needsYou: 5 } });
  });
});

describe('a draft that is submitted by a held key', () => {
  it.each([
    ['without a reference', {}],
    ['with a reference of the person’s', { REFERENCE_NUMBER: 'R-1' }],
  ])('is queued once (%s)', async (_what, header) => {
    const { open, practice } = await makeSetting({ behaviour: { latency: 15 } });
    const desk = await open();
    const { id } = await fillDraft(desk, practice, { header });
    const tries = await Promise.allSettled([1, 2, 3].map(() => desk.drafts.submit({ id })));
    const taken = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(taken).toHaveLength(1);
    expect(refused).toHaveLength(2);
    for (const error of refused) {
      expect(error).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('in the outbox already'),
      });
    }
    expect((await desk.outbox.list()).map((one) => one.id)).toEqual(taken.map((one) => one.id));
    for (const one of taken) {
      await untilState(desk, one.id, 'sent');
      expect(arrived(practice, one.reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({
      message: 'This order was sent already.',
    });
  });
});

describe('PIMS that refuses the credentials in the middle of an order', () => {
  it('stops that connection alone, until a person sees to it', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    const [other] = await desk.connections.list();
    if (other === undefined) throw new Error('There is no practice connection.');
    const { id: connectionId } = await addOwn(desk, setting);
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'answer', status: 401 } });
    const stopped = await submitNew(desk, practice);
    expect(await untilState(desk, stopped.id, 'held')).toMatchObject({
      stepsDone: 2,
      problem: { code: 'unauthorized' },
    });
    const behind = await submitNew(desk, practice);
    expect(behind.state).toBe('held');
    await desk.connections.choose({ id: other.id });
    const elsewhere = await submitNew(desk, practice);
    await untilState(desk, elsewhere.id, 'sent');
    expect((await findSubmission(desk, stopped.id)).state).toBe('held');
    expect(arrived(practice, stopped.reference)).toMatchObject([{ quantities: ['1'] }]);
    expect(arrived(practice, behind.reference)).toEqual([]);

    await desk.outbox.wake({ connectionId });
    for (const { id, reference } of [stopped, behind]) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
  });
});

describe('PIMS that asks to wait', () => {
  it('is left alone for as long as it said, by all orders', async () => {
    const { open, practice } = await makeSetting();
    const waits: { readonly delayMs: number; readonly end: () => void }[] = [];
    const desk = await open({
      clock: {
        ...hastyClock,
        schedule: (delayMs, work) => {
          if (delayMs < 7_000 || delayMs >= HOUR_MS) return hastyClock.schedule(delayMs, work);
          const wait = { delayMs, end: work };
          waits.push(wait);
          return () => waits.splice(waits.indexOf(wait), 1);
        },
      },
    });
    practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'rate-limited', retryAfter: 7 } });
    const first = await submitNew(desk, practice);
    expect(await untilState(desk, first.id, 'waiting')).toMatchObject({
      problem: { code: 'rate-limited' },
      nextTryAt: expect.any(String),
    });
    const more = [await submitNew(desk, practice), await submitNew(desk, practice)];
    const writes = writesTo(practice);
    await desk.orders.query({ filters: [], maxReturn: 1 });
    for (const { id } of [first, ...more]) expect((await findSubmission(desk, id)).state).toBe('waiting');
    expect(writesTo(practice)).toBe(writes);
    // Never less than PIMS asked for, and some chance.
    const asked = waits.filter(({ delayMs }) => delayMs <= 8_000);
    expect(asked).toHaveLength(1);

    for (const { end } of asked) end();
    for (const { id, reference } of [first, ...more]) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
  });

  it('and tells several orders at once to, gets each of them once', async () => {
    const { open, practice } = await makeSetting({ behaviour: { latency: 15 } });
    const desk = await open();
    practice.planFault({
      endpoint: 'orders/create',
      times: 4,
      fault: { kind: 'rate-limited', retryAfter: 2 },
    });
    const queued = [];
    for (let order = 0; order < 5; order += 1) queued.push(await submitNew(desk, practice));
    for (const { id, reference } of queued) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
  });
});
