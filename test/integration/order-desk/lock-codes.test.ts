import { describe, expect, it } from 'vitest';
import type { Network } from '../../../electron/network/network.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import type { OrderNumber } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import {
  fieldOfLines,
  makeSetting,
  orderOfOthers,
  pauseSending,
  submitAddition,
  untilState,
  updatesSent,
} from './desk-under-test.ts';

/** What the vendor's pages leave open about lock codes. */
const modes = [true, false].flatMap((lockCodesShown) =>
  [true, false].map((lockCodesChange) => ({ lockCodesShown, lockCodesChange })),
);
const toEight = { changes: { 1: { QUANTITY: '8' } } };
const noNewerCode = 'change the line in PIMS itself, since PIMS shows no newer one';

describe.each(modes)('lock codes shown: $lockCodesShown, new with each change: $lockCodesChange', (mode) => {
  it('two changes of a line go in a row, the second made before the first was sent', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    await pauseSending(desk, true);
    const first = await submitAddition(desk, practice, order, toEight);
    const changes = { 1: { QUANTITY: '9', DISCOUNT: '10' } };
    const second = await submitAddition(desk, practice, order, { changes });
    practice.setBehaviour(mode);
    await pauseSending(desk, false);
    await untilState(desk, first.id, 'sent');
    expect(await untilState(desk, second.id, 'sent', 'needs-attention')).toMatchObject({ state: 'sent' });
    expect(updatesSent(practice)).toMatchObject([{ QUANTITY: '8' }, { QUANTITY: '9', DISCOUNT: '10' }]);
    expect(fieldOfLines(practice, order)).toEqual(['9', '6']);
  });

  it('a change behind one whose answer was lost goes with the new code, or is refused in plain words', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    await pauseSending(desk, true);
    const first = await submitAddition(desk, practice, order, toEight);
    const second = await submitAddition(desk, practice, order, { changes: { 1: { QUANTITY: '9' } } });
    practice.setBehaviour(mode);
    const fault = { kind: 'drop', when: 'after' } as const;
    practice.planFault({ endpoint: 'orders/line_item', method: 'POST', fault });
    await pauseSending(desk, false);
    await untilState(desk, first.id, 'sent');
    const end = await untilState(desk, second.id, 'sent', 'needs-attention');
    const isLost = !mode.lockCodesShown && mode.lockCodesChange;
    expect(end.state).toBe(isLost ? 'needs-attention' : 'sent');
    expect(end.problem?.message ?? noNewerCode).toContain(noNewerCode);
    expect(fieldOfLines(practice, order)).toEqual([isLost ? '8' : '9', '6']);
  });

  it('another field that somebody changes at the last moment is kept', async () => {
    const { open, practice, network } = await makeSetting();
    const order = orderOfOthers(practice, ['5', '6']);
    const change = () => changeAsOther(practice, order, '1', { DESCRIPTION: 'Theirs' });
    const desk = await open({ network: beforeFirstUpdate(network, change) });
    await pauseSending(desk, true);
    const { id } = await submitAddition(desk, practice, order, toEight);
    practice.setBehaviour(mode);
    await pauseSending(desk, false);
    const end = await untilState(desk, id, 'sent', 'needs-attention');
    const isLost = !mode.lockCodesShown && mode.lockCodesChange;
    if (isLost) {
      expect(end).toMatchObject({ state: 'needs-attention', backToDraft: 'now' });
      expect(end.problem?.message).toContain('the line was changed or does not exist');
      expect(end.problem?.message).toContain(noNewerCode);
    } else expect(end.state).toBe('sent');
    expect(fieldOfLines(practice, order)).toEqual([isLost ? '5' : '8', '6']);
    expect(fieldOfLines(practice, order, 'DESCRIPTION')[0]).toBe('Theirs');
    // A stale code is met once, and then only a new one is tried.
    expect(updatesSent(practice)).toHaveLength(mode.lockCodesShown && mode.lockCodesChange ? 2 : 1);
  });

  it('somebody else’s value is met although the order was opened on screen meanwhile', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    await pauseSending(desk, true);
    const { id } = await submitAddition(desk, practice, order, toEight);
    practice.setBehaviour(mode);
    changeAsOther(practice, order, '1', { QUANTITY: '7' });
    await desk.orders.single({ orderNumber: order });
    await pauseSending(desk, false);
    expect(await untilState(desk, id, 'sent', 'needs-attention')).toMatchObject({
      state: 'needs-attention',
      problem: { code: 'conflict' },
    });
    expect(updatesSent(practice)).toEqual([]);
  });

  it('a line whose code was never seen is not changed, and is when PIMS shows it', async () => {
    const { open, practice } = await makeSetting();
    practice.setBehaviour({ ...mode, lockCodesShown: false });
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    const { id, draftId } = await submitAddition(desk, practice, order, toEight);
    const refused = await untilState(desk, id, 'needs-attention');
    expect(refused).toMatchObject({ stepsDone: 0, backToDraft: 'now' });
    expect(refused.problem?.message).toContain('does not give the lock code of line 1');
    expect(updatesSent(practice)).toEqual([]);
    practice.setBehaviour(mode);
    await desk.outbox.sendAgain({ id, confirmed: false });
    if (mode.lockCodesShown) {
      await untilState(desk, id, 'sent');
      expect(fieldOfLines(practice, order)).toEqual(['8', '6']);
    } else {
      await untilState(desk, id, 'needs-attention');
      await desk.outbox.withdraw({ id, confirmed: false });
      expect((await desk.drafts.open({ id: draftId })).changes).toMatchObject([
        { fields: { QUANTITY: '8' } },
      ]);
    }
  });
});

describe('a code that is learnt while the changes of a draft are on their way', () => {
  it('lets nothing through that was not compared', async () => {
    const { open, practice, network } = await makeSetting();
    const order = orderOfOthers(practice, ['5', '6']);
    const desk = await open({
      // While the change of line 1 is sent, somebody changes line 2, and the order is opened on screen.
      network: beforeFirstUpdate(network, async () => {
        changeAsOther(practice, order, '2', { QUANTITY: '7' });
        await desk.orders.single({ orderNumber: order });
      }),
    });
    const changes = { 1: { QUANTITY: '8' }, 2: { QUANTITY: '9' } };
    const { id } = await submitAddition(desk, practice, order, { changes });
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.evidence({ id })).toMatchObject({
      kind: 'conflict',
      candidates: [{ id: '2', fields: { QUANTITY: '7' } }],
    });
    expect(fieldOfLines(practice, order)).toEqual(['8', '7']);
  });
});

/** Somebody changes a line; it has a new lock code only where codes change. */
function changeAsOther(
  practice: PracticeServer,
  order: OrderNumber,
  number: string,
  change: PimsFields,
): void {
  const line = practice.order(order)?.lines.find(({ LINE_NUMBER }) => LINE_NUMBER === number);
  const kept = { LINE_REF_LOCK_CODE: line?.LINE_REF_LOCK_CODE ?? '' };
  practice.updateLine(order, number, practice.behaviour.lockCodesChange ? change : { ...change, ...kept });
}

/** Does something between the look and the first change that is sent. */
function beforeFirstUpdate(network: Network, work: () => void | Promise<void>): Network {
  let isFirst = true;
  return {
    ...network,
    fetch: async (input, init) => {
      if (isFirst && init?.method === 'POST' && String(input).includes('line_item')) {
        isFirst = false;
        await work();
      }
      return network.fetch(input, init);
    },
  };
}
