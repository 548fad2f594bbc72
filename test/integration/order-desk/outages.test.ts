import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { DeskError } from '../../../shared/errors.ts';
import {
  arrived,
  fillDraft,
  findSubmission,
  makeSetting,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { addOwn, ownInput } from './own-connection.ts';

/** Such waits are not the outbox's. */
const HOUR_MS = 3_600_000;

describe('PIMS that is down and comes back', () => {
  it('gets every order that was queued meanwhile, once', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await practice.stop();
    const submissions = [];
    for (let order = 0; order < 3; order += 1) submissions.push(await submitNew(desk, practice));
    for (const { id } of submissions) {
      expect(await untilState(desk, id, 'waiting')).toMatchObject({
        problem: { code: 'unreachable' },
        nextTryAt: expect.any(String),
        backToDraft: 'now',
      });
    }
    expect(await desk.status.read()).toMatchObject({
      reach: 'unreachable',
      reachProblem: expect.stringContaining('127.0.0.1'),
      outbox: { waiting: 3, needsYou: 0 },
      usage: { requests: 0 },
    });
    await practice.start();
    for (const { id, reference } of submissions) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
    }
    expect(await desk.status.read()).toMatchObject({
      reach: 'reachable',
      reachProblem: '',
      outbox: { waiting: 0 },
    });
  });

  it('asks again less and less often, then at once when a person tries', async () => {
    const setting = await makeSetting();
    const delays: number[] = [];
    const desk = await setting.open({
      clock: {
        ...hastyClock,
        schedule: (delayMs, work) => {
          if (delayMs >= 500 && delayMs < HOUR_MS) delays.push(delayMs);
          return hastyClock.schedule(delayMs, work);
        },
      },
    });
    await setting.practice.stop();
    delays.length = 0;
    const { id } = await submitNew(desk, setting.practice);
    await until('it was tried seven times', () => delays.length >= 7);
    expect(delays.slice(0, 7)).toEqual(delays.slice(0, 7).toSorted((one, other) => one - other));
    await setting.practice.start();
    await desk.status.tryNow();
    await untilState(desk, id, 'sent');
  });

  it('is noticed by any call: a search that works sets the queue going', async () => {
    const { open, practice } = await makeSetting();
    const never = { ...hastyClock, schedule: () => () => undefined };
    const desk = await open({ clock: never });
    await practice.stop();
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'waiting');
    await practice.start();
    await desk.orders.query({ filters: [], maxReturn: 1 });
    await untilState(desk, id, 'sent');
  });

  it('is not called again before the time that it asked for, also when a look from before is answered', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const held = { probe: () => {}, second: () => {}, both: () => {} };
    const both = new Promise<void>((resolve) => {
      held.both = resolve;
    });
    const probe = new Promise<void>((resolve) => {
      held.probe = resolve;
    });
    const second = new Promise<void>((resolve) => {
      held.second = resolve;
    });
    let creates = 0;
    let isProbing = false;
    const desk = await setting.open({
      network: {
        ...setting.network,
        async fetch(input, init) {
          const address = String(input);
          if (address.includes('orders/create')) {
            creates += 1;
            if (creates === 1) {
              await both;
              return new Response('', { status: 500 });
            }
            if (creates === 2) {
              held.both();
              await second;
              return new Response('', { status: 429, headers: { 'retry-after': '3600' } });
            }
          }
          if (address.includes('orders/query') && creates === 2) {
            isProbing = true;
            await probe;
          }
          return setting.network.fetch(input, init);
        },
      },
    });
    // The first probe is over before anything is sent.
    await desk.orders.query({ filters: [], maxReturn: 1 });
    const inDoubt = await submitNew(desk, practice);
    const slowed = await submitNew(desk, practice);
    await until('PIMS is asked whether it is there', () => isProbing);
    held.second();
    await untilState(desk, slowed.id, 'waiting');
    held.probe();
    await desk.orders.query({ filters: [], maxReturn: 1 });
    const isSlowed = { problem: { code: 'rate-limited' } };
    expect(await findSubmission(desk, inDoubt.id)).toMatchObject({ state: 'checking', ...isSlowed });
    expect(await findSubmission(desk, slowed.id)).toMatchObject({ state: 'waiting', ...isSlowed });
    expect(creates).toBe(2);
    await desk.outbox.wake({});
    for (const { id } of [inDoubt, slowed]) await untilState(desk, id, 'sent');
  });

  it('goes on in the middle of an order, where it stopped', async () => {
    const setting = await makeSetting();
    const { practice, network } = setting;
    let lines = 0;
    let isCut = true;
    const desk = await setting.open({
      network: {
        ...network,
        // As if the cable were pulled after the first line: nothing of the second leaves.
        fetch: async (input, init) => {
          if (String(input).includes('line_item')) lines += 1;
          if (lines >= 2 && isCut)
            throw Object.assign(new Error('down'), { code: 'ENETUNREACH', syscall: 'connect' });
          return network.fetch(input, init);
        },
      },
    });
    const { id, reference } = await submitNew(desk, practice);
    expect(await untilState(desk, id, 'waiting')).toMatchObject({ stepsDone: 2, backToDraft: 'now' });
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1'] }]);
    isCut = false;
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
    const kinds = (await desk.outbox.journal({ id })).map(({ kind }) => kind);
    expect(kinds).toContain('not-applied');
  });

  it('finds the order again after the program was closed and opened', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await practice.stop();
    const first = await submitNew(desk, practice);
    await untilState(desk, first.id, 'waiting');
    const second = await submitNew(desk, practice);
    await desk.close();
    await practice.start();
    const again = await open();
    await untilState(again, first.id, 'sent');
    await untilState(again, second.id, 'sent');
    const [one, other] = [arrived(practice, first.reference), arrived(practice, second.reference)];
    expect(one).toHaveLength(1);
    expect(other).toHaveLength(1);
  });
});

describe('taking an order back', () => {
  it('opens its draft again, which can be corrected and submitted anew', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await practice.stop();
    const { id, draftId } = await submitNew(desk, practice);
    await untilState(desk, id, 'waiting');
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({
      state: 'withdrawn',
      backToDraft: 'no',
      problem: null,
    });
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    await desk.drafts.edit({ id: draftId, edits: [{ kind: 'set-header', field: 'BNAME', value: 'Acme' }] });
    await practice.start();
    const again = await desk.drafts.submit({ id: draftId });
    expect(again.id).not.toBe(id);
    const sent = await untilState(desk, again.id, 'sent');
    expect(practice.order(String(sent.orderNumber))?.fields.BNAME).toBe('Acme');
    expect((await findSubmission(desk, id)).state).toBe('withdrawn');
    expect((await desk.outbox.journal({ id })).at(-1)?.kind).toBe('withdrawn');
  });

  it('is the way on after PIMS refused the order', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({
      endpoint: 'orders/create',
      fault: { kind: 'bad-request', shape: 'message', message: 'Customer is on hold' },
    });
    const { id, draftId, reference } = await submitNew(desk, practice);
    const refused = await untilState(desk, id, 'needs-attention');
    expect(refused).toMatchObject({ backToDraft: 'now', problem: { code: 'rejected' } });
    expect(refused.problem?.message).toContain('Customer is on hold');
    await desk.outbox.withdraw({ id, confirmed: false });
    const again = await desk.drafts.submit({ id: draftId });
    await untilState(desk, again.id, 'sent');
    expect(again.reference).toBe(reference);
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
  });

  it('loses the race against a step that is under way, or wins it, and never doubles', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    for (let round = 0; round < 8; round += 1) {
      const { id, reference } = await submitNew(desk, practice, { lines: 1 });
      for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
      const taken = await desk.outbox.withdraw({ id, confirmed: false }).then(
        () => true,
        () => false,
      );
      const end = await untilState(desk, id, 'sent', 'withdrawn');
      expect(end.state).toBe(taken ? 'withdrawn' : 'sent');
      expect(arrived(practice, reference)).toHaveLength(taken ? 0 : 1);
    }
  });
});

describe('a connection of one’s own', () => {
  it('holds its orders when the secret is wrong, and sends them once it is right', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    const { id: connectionId } = await addOwn(desk, setting, { secret: 'not the secret' });
    const first = await submitNew(desk, practice);
    const second = await submitNew(desk, practice);
    for (const { id } of [first, second]) {
      expect(await untilState(desk, id, 'held')).toMatchObject({
        problem: { code: 'unauthorized' },
        backToDraft: 'now',
      });
    }
    expect((await desk.status.read()).outbox).toEqual({ waiting: 0, held: 2, needsAttention: 0 });
    const asked = practice.requests().length;
    await desk.connections.save({
      connection: ownInput(setting, { id: connectionId }),
      keepSecretIn: 'keychain',
    });
    for (const { id, reference } of [first, second]) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toHaveLength(1);
    }
    expect(asked).toBeLessThanOrEqual(2);
    expect((await desk.status.read()).usage.requests).toBeGreaterThan(0);
  });

  it('holds its orders while the keychain is locked, without asking it again, until it is unlocked', async () => {
    const setting = await makeSetting();
    const { practice, keychain } = setting;
    const before = await setting.open();
    const { id: connectionId } = await addOwn(before, setting);
    await before.close();

    keychain.failWith = new DeskError('keychain-locked', 'The keychain is locked.');
    const desk = await setting.open();
    const { id, reference } = await submitNew(desk, practice);
    expect(await untilState(desk, id, 'held')).toMatchObject({ problem: { code: 'keychain-locked' } });
    await expect(desk.connections.unlock({ id: connectionId })).rejects.toMatchObject({
      code: 'keychain-locked',
    });
    expect((await findSubmission(desk, id)).state).toBe('held');
    expect(practice.requests()).toEqual([]);

    keychain.failWith = null;
    expect(await desk.connections.unlock({ id: connectionId })).toMatchObject({ secret: 'keychain' });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toHaveLength(1);
  });

  it('does not hold back the orders of another', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    const [practiceConnection] = await desk.connections.list();
    await addOwn(desk, setting, { secret: 'not the secret' });
    const held = await submitNew(desk, practice);
    await untilState(desk, held.id, 'held');
    await desk.connections.choose({ id: practiceConnection?.id ?? held.connectionId });
    const other = await submitNew(desk, practice);
    await untilState(desk, other.id, 'sent');
    expect((await findSubmission(desk, held.id)).state).toBe('held');
  });
});

describe('closing', () => {
  it('waits for the step under way, sends no other, and the next start goes on behind it', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open({ clock: systemClock });
    await desk.orders.query({ filters: [], maxReturn: 1 });
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'slow', ms: 150, when: 'after' } });
    const { id: draftId } = await fillDraft(desk, practice);
    const { id, reference } = await desk.drafts.submit({ id: draftId });
    await until('the create is under way', () =>
      practice.requests().some(({ endpoint }) => endpoint === 'orders/create'),
    );
    await desk.close();
    expect(arrived(practice, reference)).toMatchObject([{ quantities: [] }]);
    const again = await open();
    await untilState(again, id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
  });

  it('does not wait for ever: what has no answer by then is of unknown outcome at the next start', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'hang', when: 'after' } });
    const { id, reference } = await submitNew(desk, practice);
    await until('the server hangs', () => practice.requests().some(({ fault }) => fault === 'hang'));
    await desk.close();
    practice.setBehaviour({ latency: 50 });
    const again = await open();
    expect(await findSubmission(again, id)).toMatchObject({ state: 'checking', backToDraft: 'soon' });
    await untilState(again, id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
  });
});
