import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import { arrived, findSubmission, makeSetting, submitNew, untilState } from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { addOwn, ownInput } from './own-connection.ts';

/** A clock on which nothing comes by itself. */
const still = { ...hastyClock, schedule: () => () => undefined };

/** A read of somebody else, refused or not: once it is answered, so is what was asked before it. */
const askBehind = (desk: OrderDesk) =>
  desk.orders.query({ filters: [], maxReturn: 1 }).catch(() => undefined);

describe('a network that changes, or a machine that wakes up', () => {
  it('sends what waited for PIMS to be reached', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open({ clock: still });
    await practice.stop();
    const { id, reference } = await submitNew(desk, practice);
    await untilState(desk, id, 'waiting');
    await practice.start();
    desk.outbox.newSurroundings();
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toHaveLength(1);
  });

  it('sends nothing before the time that PIMS asked for, and then does', async () => {
    const { open, practice } = await makeSetting();
    let now = Date.now();
    const desk = await open({ clock: { ...still, now: () => new Date(now) } });
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'rate-limited', retryAfter: 3_600 } });
    const { id } = await submitNew(desk, practice);
    const slowed = await untilState(desk, id, 'waiting');
    expect(slowed.problem?.message).toBe('PIMS asks for a pause of about 60 minutes.');
    const requests = practice.requests().length;
    now += 3_599_000;
    desk.outbox.newSurroundings();
    await askBehind(desk);
    expect(practice.requests()).toHaveLength(requests + 1);
    expect((await findSubmission(desk, id)).state).toBe('waiting');
    // The machine slept, and its timers with it.
    now = Date.parse(slowed.nextTryAt ?? '');
    desk.outbox.newSurroundings();
    await untilState(desk, id, 'sent');
  });

  it('asks PIMS again when the page of a network stood in its place', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open({ clock: still });
    practice.planFault({ endpoint: 'orders/query', fault: { kind: 'sign-in-page' } });
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'held');
    desk.outbox.newSurroundings();
    await untilState(desk, id, 'sent');
  });

  it('does not try a refused secret again: too many of them may lock it', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open({ clock: still });
    const { id: connection } = await addOwn(desk, setting, { secret: 'wrong' });
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'held');
    const requests = practice.requests().length;
    desk.outbox.newSurroundings();
    await askBehind(desk);
    expect(practice.requests()).toHaveLength(requests + 1);
    await desk.connections.save({
      connection: { id: connection, ...ownInput(setting) },
      keepSecretIn: 'keychain',
    });
    await untilState(desk, id, 'sent');
  });

  it('leaves what a person paused', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open({ clock: still });
    await practice.stop();
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'waiting');
    await desk.outbox.pause({ id, paused: true });
    await practice.start();
    desk.outbox.newSurroundings();
    await askBehind(desk);
    expect((await findSubmission(desk, id)).state).toBe('paused');
    expect(arrived(practice, (await findSubmission(desk, id)).reference)).toEqual([]);
  });
});
