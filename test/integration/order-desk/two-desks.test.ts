import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { SubmissionId } from '../../../shared/ids.ts';
import { makeFolder } from '../../make-folder.ts';
import {
  fieldOfLines,
  makeSetting,
  orderOfOthers,
  pauseSending,
  type Setting,
  submitAddition,
  untilState,
} from './desk-under-test.ts';

const modes = [true, false].flatMap((lockCodesShown) =>
  [true, false].map((lockCodesChange) => ({ lockCodesShown, lockCodesChange })),
);
const quantity = (value: string) => ({ changes: { 1: { QUANTITY: value } } });

describe.each(modes)(
  'two desks and one order, lock codes shown: $lockCodesShown, new: $lockCodesChange',
  (mode) => {
    it('never overwrite each other’s value of a field unseen', async () => {
      const setting = await makeSetting();
      const { practice } = setting;
      const order = orderOfOthers(practice, ['5', '6']);
      const one = await setting.open();
      const other = await openOther(setting);
      await pauseSending(other, true);
      // Both have the order on screen as it is at first.
      const ofOther = await submitAddition(other, practice, order, quantity('9'));
      const first = await submitAddition(one, practice, order, quantity('8'));
      practice.setBehaviour(mode);
      await untilState(one, first.id, 'sent');

      await pauseSending(other, false);
      await expectConflict(other, ofOther.id, '5', '8');
      expect(fieldOfLines(practice, order)).toEqual(['8', '6']);

      await pauseSending(one, true);
      const second = await submitAddition(one, practice, order, quantity('10'));
      await other.outbox.settleLine({ id: ofOther.id, values: { QUANTITY: '9' } });
      const settled = await untilState(other, ofOther.id, 'sent', 'needs-attention');
      // Where codes are hidden and change, only the desk that changed a line last knows its code.
      const isShut = !mode.lockCodesShown && mode.lockCodesChange;
      expect(settled.state).toBe(isShut ? 'needs-attention' : 'sent');
      expect(fieldOfLines(practice, order)).toEqual([isShut ? '8' : '9', '6']);

      await pauseSending(one, false);
      if (isShut) await untilState(one, second.id, 'sent');
      else await expectConflict(one, second.id, '8', '9');
      expect(fieldOfLines(practice, order)).toEqual([isShut ? '10' : '9', '6']);
    });

    it('keep what each has changed, and each add their lines once', async () => {
      const setting = await makeSetting();
      const { practice } = setting;
      const order = orderOfOthers(practice, ['5', '6']);
      const one = await setting.open();
      const other = await openOther(setting);
      await pauseSending(one, true);
      await pauseSending(other, true);
      const changes = { 1: { QUANTITY: '8' } };
      const first = await submitAddition(one, practice, order, { changes, adds: ['3', '4'] });
      const otherChanges = { 2: { QUANTITY: '9' } };
      const second = await submitAddition(other, practice, order, {
        changes: otherChanges,
        adds: ['3', '4'],
      });
      practice.setBehaviour({ ...mode, latency: 2 });
      await Promise.all([pauseSending(one, false), pauseSending(other, false)]);
      await untilState(one, first.id, 'sent');
      await untilState(other, second.id, 'sent');
      const quantities = fieldOfLines(practice, order);
      expect(quantities.slice(0, 2)).toEqual(['8', '9']);
      expect(quantities.slice(2).toSorted()).toEqual(['3', '3', '4', '4']);
    });
  },
);

/** A desk at another machine. */
async function openOther({ openFolder }: Setting): Promise<OrderDesk> {
  return openFolder(makeFolder(), { machine: { read: async () => 'another machine' } });
}

async function expectConflict(desk: OrderDesk, id: SubmissionId, was: string, has: string): Promise<void> {
  expect(await untilState(desk, id, 'sent', 'needs-attention')).toMatchObject({ state: 'needs-attention' });
  expect(await desk.outbox.evidence({ id })).toMatchObject({
    kind: 'conflict',
    base: { QUANTITY: was },
    candidates: [{ fields: { QUANTITY: has } }],
  });
}
