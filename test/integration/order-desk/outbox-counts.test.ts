import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import { isOpen, needsPerson } from '../../../shared/outbox/whose-turn.ts';
import {
  findSubmission,
  makeSetting,
  pauseSending,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { failOn } from './failing-writes.ts';
import { addOwn } from './own-connection.ts';

/** What the status bar and the tray count must be what the outbox lists, and is answered. */
async function countsAsListed(desk: OrderDesk): Promise<{ waiting: number; needsYou: number }> {
  const listed = await desk.outbox.list();
  const needsYou = listed.filter(needsPerson).length;
  const { outbox } = await desk.status.read();
  expect(outbox).toEqual({ waiting: listed.filter(isOpen).length - needsYou, needsYou });
  return outbox;
}

describe('what the status counts', () => {
  it('waits for a person while PIMS does not accept the secret, on that connection alone', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const desk = await setting.open();
    await pauseSending(desk, true);
    await submitNew(desk, practice);
    expect(await countsAsListed(desk)).toEqual({ waiting: 1, needsYou: 0 });

    await addOwn(desk, setting);
    practice.planFault({ times: 'always', fault: { kind: 'answer', status: 401 } });
    const first = await submitNew(desk, practice);
    const second = await submitNew(desk, practice);
    for (const { id } of [first, second]) await untilState(desk, id, 'held');
    expect(await countsAsListed(desk)).toEqual({ waiting: 1, needsYou: 2 });
    await desk.outbox.pause({ id: second.id, paused: true });
    expect(await countsAsListed(desk)).toEqual({ waiting: 2, needsYou: 1 });
    await desk.outbox.pause({ id: second.id, paused: false });

    practice.clearFaults();
    await desk.outbox.wake({});
    for (const { id } of [first, second]) await untilState(desk, id, 'sent');
    expect(await countsAsListed(desk)).toEqual({ waiting: 1, needsYou: 0 });
  });

  it('waits for a person while the disk fails', async () => {
    const { open, folder, practice } = await makeSetting();
    const desk = await open();
    const mend = failOn(folder, "UPDATE ON steps WHEN NEW.state = 'intended'");
    const { id } = await submitNew(desk, practice);
    await until('the queue has stopped', async () => (await findSubmission(desk, id)).state === 'held');
    expect(await countsAsListed(desk)).toEqual({ waiting: 0, needsYou: 1 });
    mend();
  });

  it('waits for a person while the data folder may be a copy', async () => {
    const { open, practice } = await makeSetting();
    const before = await open();
    await pauseSending(before, true);
    await submitNew(before, practice);
    await before.close();

    const desk = await open({ machine: { read: async () => 'another machine' } });
    await until('what PIMS has is found out', async () => (await desk.outbox.copy())?.checking === 0);
    expect(await countsAsListed(desk)).toEqual({ waiting: 0, needsYou: 1 });
  });
});
