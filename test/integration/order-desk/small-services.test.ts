import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../electron/clock.ts';
import type { DeskStatus } from '../../../shared/status.ts';
import { makeSetting, submitNew, until, untilState } from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { addOwn } from './own-connection.ts';

const query = { filters: [], maxReturn: 10 };

describe('saved searches', () => {
  it('belong to a connection, and one of the same name takes the place of the old', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const first = await desk.searches.save({ name: 'Mine', query });
    await desk.searches.save({ name: 'also', query });
    const second = await desk.searches.save({ name: 'Mine', query: { ...query, maxReturn: 20 } });
    expect(second.id).toBe(first.id);
    expect((await desk.searches.list()).map(({ name, query: { maxReturn } }) => [name, maxReturn])).toEqual([
      ['also', 10],
      ['Mine', 20],
    ]);
    await addOwn(desk, setting);
    expect(await desk.searches.list()).toEqual([]);
    await desk.searches.remove({ id: first.id });
    const [practiceConnection] = await desk.connections.list();
    if (practiceConnection !== undefined) await desk.connections.choose({ id: practiceConnection.id });
    expect(await desk.searches.list()).toHaveLength(2);
    await desk.searches.remove({ id: first.id });
    expect((await desk.searches.list()).map(({ name }) => name)).toEqual(['also']);
  });
});

describe('preferences and window place', () => {
  it('change one by one and are there at the next start', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    const before = await desk.preferences.read();
    expect(desk.windowPlace.read()).toBeNull();
    await desk.preferences.change({ appearance: 'dark' });
    expect(await desk.preferences.change({ maxReturn: 250, orderSort: null })).toEqual({
      ...before,
      appearance: 'dark',
      maxReturn: 250,
    });
    const place = { x: -5, y: 10, width: 900, height: 700, maximized: true };
    desk.windowPlace.write(place);
    await desk.close();
    const again = await open();
    expect(await again.preferences.read()).toMatchObject({ appearance: 'dark', maxReturn: 250 });
    expect(again.windowPlace.read()).toEqual(place);
  });
});

describe('events', () => {
  it('tell of what changed, and a listener that throws disturbs nobody', async () => {
    const { open, practice, logLines } = await makeSetting();
    const desk = await open();
    const heard = new Set<string>();
    const statuses: DeskStatus[] = [];
    desk.on('outbox.changed', () => {
      throw new Error('A broken screen.');
    });
    desk.on('outbox.changed', ({ id }) => heard.add(`outbox ${id}`));
    desk.on('drafts.changed', ({ id }) => heard.add(`draft ${id}`));
    const stop = desk.on('status.changed', (status) => statuses.push(status));
    const { id, draftId } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    expect(heard).toEqual(new Set([`outbox ${id}`, `draft ${draftId}`]));
    expect(logLines.some(({ message }) => message === 'A listener failed')).toBe(true);
    await until('the status has come to rest', async () => {
      const [last, now] = [statuses.at(-1), await desk.status.read()];
      return last !== undefined && JSON.stringify(last) === JSON.stringify(now);
    });
    expect(statuses.at(-1)).toMatchObject({ reach: 'reachable', outbox: { waiting: 0, needsYou: 0 } });
    stop();
    const count = statuses.length;
    let isHeardElsewhere = false;
    desk.on('status.changed', () => {
      isHeardElsewhere = true;
    });
    await desk.orders.query(query);
    await until('another listener hears of it', () => isHeardElsewhere);
    expect(statuses).toHaveLength(count);
  });
});

describe('a data folder', () => {
  it('has one owner at a time', async () => {
    const { open, folder } = await makeSetting();
    const desk = await open();
    await expect(open()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(folder),
    });
    await desk.close();
    await expect(open()).resolves.toBeDefined();
  });
});

describe('closing', () => {
  it('while a read is under way ends it quietly, and nothing follows', async () => {
    const { open, practice } = await makeSetting();
    let timers = 0;
    const clock: Clock = {
      ...hastyClock,
      schedule: (delayMs, work) => {
        timers += 1;
        return hastyClock.schedule(delayMs, work);
      },
    };
    const desk = await open({ clock });
    practice.planFault({ fault: { kind: 'slow', ms: 60 } });
    const read = desk.orders.query(query);
    await until('it is under way', () => practice.requests().length === 1);
    await desk.close();
    const timersBefore = timers;
    await expect(read).resolves.toMatchObject({ orders: expect.any(Array) });
    expect(timers).toBe(timersBefore);
  });
});

describe('“Try now”', () => {
  it('costs one request and tells what it found', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    expect(await desk.status.tryNow()).toMatchObject({ reach: 'reachable', usage: { requests: 1 } });
    await practice.stop();
    expect(await desk.status.tryNow()).toMatchObject({ reach: 'unreachable', usage: { requests: 1 } });
  });
});
