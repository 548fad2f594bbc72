import { describe, expect, it } from 'vitest';
import {
  arrived,
  fieldOfLines,
  makeSetting,
  orderOfOthers,
  submitAddition,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { steer } from './steered-network.ts';
import { oneTo, wordsOf } from './watched-submission.ts';

describe('an order that was called off and of which PIMS leaves a question open', () => {
  it('is back in its draft when PIMS refuses the step that was under way', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const slowRefusal = { kind: 'bad-request', shape: 'message', message: 'The part is blocked' } as const;
    practice.setBehaviour({ latency: 60 });
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: slowRefusal });
    const first = await submitNew(desk, practice);
    const { id, draftId, reference } = first;
    await until('the line is under way', async () =>
      (await desk.outbox.journal({ id })).some(
        ({ kind, step }) => kind === 'intended' && step?.ordinal === 2,
      ),
    );
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({ state: 'calling-off' });
    expect(await untilState(desk, id, 'withdrawn', 'needs-attention')).toMatchObject({
      state: 'withdrawn',
      problem: null,
    });
    expect((await wordsOf(desk, first)).join(' ')).toContain('The part is blocked');
    const second = await desk.drafts.submit({ id: draftId });
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });

  it('is back on the person’s word when PIMS does not show what it has', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { network, holdLooksInDoubt } = steer(setting.network);
    const desk = await setting.open({ network });
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'drop', when: 'before' } });
    practice.planFault({ endpoint: 'orders/single', times: 'always', fault: { kind: 'bad-request' } });
    const letGo = holdLooksInDoubt();
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'checking');
    await desk.outbox.withdraw({ id, confirmed: false });
    letGo();
    expect(await untilState(desk, id, 'needs-attention')).toMatchObject({ backToDraft: 'after-decision' });
    await desk.outbox.withdraw({ id, confirmed: true });
    expect(await untilState(desk, id, 'withdrawn')).toMatchObject({ stepsDone: 2 });
  });

  it.each([false, true])(
    'is back on the person’s word when a change in doubt met somebody else’s (called off before: %s)',
    async (before) => {
      const setting = await makeSetting();
      const { practice } = setting;
      const { network, holdLooksInDoubt } = steer(setting.network);
      const desk = await setting.open({ network });
      const order = orderOfOthers(practice, ['5']);
      practice.planFault({ endpoint: 'orders/line_item', fault: { kind: 'drop', when: 'before' } });
      const letGo = holdLooksInDoubt();
      const { id, draftId } = await submitAddition(desk, practice, order, {
        changes: { 1: { QUANTITY: '8' } },
      });
      await untilState(desk, id, 'checking');
      practice.updateLine(order, '1', { QUANTITY: '7' });
      if (before) await desk.outbox.withdraw({ id, confirmed: false });
      letGo();
      expect(await untilState(desk, id, 'needs-attention')).toMatchObject({ backToDraft: 'after-decision' });
      expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'conflict' });
      await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({
        code: 'conflict',
      });
      await desk.outbox.withdraw({ id, confirmed: true });
      expect(await untilState(desk, id, 'withdrawn', 'needs-attention')).toMatchObject({
        state: 'withdrawn',
      });
      const draft = await desk.drafts.open({ id: draftId });
      expect(draft).toMatchObject({ state: 'open', changes: [{ fields: { QUANTITY: '8' } }] });
      expect(fieldOfLines(practice, order)).toEqual(['7']);
    },
  );
});
