import { expect, it, vi } from 'vitest';
import { createOrderDesk } from '../../../electron/order-desk.ts';
import { findSubmission, makeSetting, pauseSending, submitNew } from './desk-under-test.ts';
import { failOn } from './failing-writes.ts';
import { hastyClock } from './fakes.ts';

it('a start that fails after the outbox was opened lets go of everything', async () => {
  const { open, folder, practice, keychain, network, log, logLines } = await makeSetting();
  const before = await open();
  await pauseSending(before, true);
  const { id } = await submitNew(before, practice);
  await before.close();

  const elsewhere = { read: async () => 'another machine' };
  const mend = failOn(folder, "DELETE ON settings WHEN OLD.key = 'copied-folder'");
  const start = vi.fn(async () => ({ baseUrl: practice.baseUrl, ...practice.credentials }));
  const stop = vi.fn(async () => undefined);
  await expect(
    createOrderDesk({
      dataDir: folder,
      keychain,
      network,
      clock: hastyClock,
      log,
      machine: elsewhere,
      practice: { start, stop },
    }),
  ).rejects.toThrow('The disk is full.');
  expect(stop).toHaveBeenCalledOnce();
  // Nothing of it works on over the closed database.
  expect(logLines.filter(({ level }) => level === 'error')).toEqual([]);

  mend();
  const desk = await open({ machine: elsewhere });
  expect(await desk.outbox.copy()).toMatchObject({ why: 'other-machine' });
  expect(await findSubmission(desk, id)).toMatchObject({ id });
});
