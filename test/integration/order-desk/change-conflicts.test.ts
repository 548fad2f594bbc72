import { describe, expect, it } from 'vitest';
import type { Network } from '../../../electron/network/network.ts';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { OrderNumber } from '../../../shared/ids.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import {
  fieldOfLines,
  journalKinds,
  makeSetting,
  orderOfOthers,
  pauseSending,
  type Setting,
  submitAddition,
  submitNew,
  until,
  untilState,
  updatesSent,
} from './desk-under-test.ts';

const toEight = { changes: { 1: { QUANTITY: '8' } } };

/** A change of line 1 from 5 to 8 and a new line wait; meanwhile somebody else changes line 1. */
async function meet(
  setting: Setting,
  theirs: PimsFields,
): Promise<{ desk: OrderDesk; order: OrderNumber; submission: Submission }> {
  const { open, practice } = setting;
  const desk = await open();
  const order = orderOfOthers(practice, ['5', '6']);
  await pauseSending(desk, true);
  const submission = await submitAddition(desk, practice, order, { ...toEight, adds: ['3'] });
  practice.updateLine(order, '1', theirs);
  await pauseSending(desk, false);
  return { desk, order, submission };
}

describe('a field that somebody else changed meanwhile', () => {
  it('is never overwritten: a person sees what it was, what was typed and what PIMS has', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { desk, order, submission } = await meet(setting, { QUANTITY: '7' });
    const { id, draftId } = submission;
    const stands = await untilState(desk, id, 'needs-attention');
    expect(stands).toMatchObject({ stepsDone: 0, backToDraft: 'now', problem: { code: 'conflict' } });
    expect(stands.problem?.message).toContain('QUANTITY is “7” there, and you typed “8”');
    expect(await desk.outbox.evidence({ id })).toMatchObject({
      kind: 'conflict',
      step: { kind: 'update-line' },
      base: { QUANTITY: '5' },
      sent: { QUANTITY: '8' },
      candidates: [
        { id: '1', fields: { QUANTITY: '7' }, differences: [{ field: 'QUANTITY', sent: '8', has: '7' }] },
      ],
    });
    const other = await submitNew(desk, practice);
    await untilState(desk, other.id, 'sent');
    await expect(desk.outbox.sendAgain({ id, confirmed: true })).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.outbox.adopt({ id, candidate: '1' })).rejects.toMatchObject({ code: 'conflict' });
    expect(updatesSent(practice)).toEqual([]);
    expect(fieldOfLines(practice, order)).toEqual(['7', '6']);

    // Nothing typed is lost when it goes back, and what was seen is kept, so that it is compared again.
    await desk.outbox.withdraw({ id, confirmed: false });
    expect(await desk.drafts.open({ id: draftId })).toMatchObject({
      state: 'open',
      changes: [{ lineNumber: '1', base: { QUANTITY: '5' }, fields: { QUANTITY: '8' } }],
      lines: [{ fields: { QUANTITY: '3' } }],
    });
    const again = await desk.drafts.submit({ id: draftId });
    await untilState(desk, again.id, 'needs-attention');
    expect(updatesSent(practice)).toEqual([]);
  });

  it('is asked about still after Order Desk was closed and opened', async () => {
    const setting = await makeSetting();
    const { desk, order, submission } = await meet(setting, { QUANTITY: '7' });
    const { id } = submission;
    await untilState(desk, id, 'needs-attention');
    await desk.close();
    const again = await setting.open();
    expect(await again.outbox.evidence({ id })).toMatchObject({ kind: 'conflict', sent: { QUANTITY: '8' } });
    await again.outbox.settleLine({ id, values: { QUANTITY: '8' } });
    await untilState(again, id, 'sent');
    expect(fieldOfLines(setting.practice, order)).toEqual(['8', '6', '3']);
  });

  it('is no obstacle when it is another field than the one that was typed', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { desk, order, submission } = await meet(setting, { DESCRIPTION: 'Theirs' });
    await untilState(desk, submission.id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['8', '6', '3']);
    expect(fieldOfLines(practice, order, 'DESCRIPTION')[0]).toBe('Theirs');
    expect(updatesSent(practice)).toHaveLength(1);
  });
});

describe('a field of ours that somebody else has changed since', () => {
  it('is no difference of a later draft that left it alone', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    const first = await submitAddition(desk, practice, order, toEight);
    await untilState(desk, first.id, 'sent');
    practice.updateLine(order, '1', { QUANTITY: '7' });
    const changes = { 1: { DISCOUNT: '10' } };
    const second = await submitAddition(desk, practice, order, { changes, adds: ['3'] });
    expect(await untilState(desk, second.id, 'sent', 'needs-attention')).toMatchObject({ state: 'sent' });
    expect(fieldOfLines(practice, order)).toEqual(['7', '6', '3']);
  });
});

describe('what a line is to have', () => {
  it.each([
    ['mine', { QUANTITY: '8' }, '8', 1],
    ['theirs', { QUANTITY: '7' }, '7', 0],
    ['another value', { QUANTITY: '10' }, '10', 1],
    ['nothing of the change', {}, '7', 0],
    ['another field', { DISCOUNT: '5' }, '7', 1],
  ] as const)('is chosen: %s', async (_name, values, quantity, sent) => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { desk, order, submission } = await meet(setting, { QUANTITY: '7' });
    const { id } = submission;
    await untilState(desk, id, 'needs-attention');
    await desk.outbox.settleLine({ id, values });
    expect(await untilState(desk, id, 'sent')).toMatchObject({ stepsDone: 2, problem: null });
    expect(fieldOfLines(practice, order)).toEqual([quantity, '6', '3']);
    expect(updatesSent(practice)).toMatchObject(sent === 0 ? [] : [values]);
    expect((await journalKinds(desk, id)).includes('skipped')).toBe(sent === 0);
    await expect(desk.outbox.settleLine({ id, values })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is compared once more: somebody may have changed it while the person chose', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { desk, order, submission } = await meet(setting, { QUANTITY: '7' });
    const { id } = submission;
    await untilState(desk, id, 'needs-attention');
    practice.updateLine(order, '1', { QUANTITY: '9' });
    await desk.outbox.settleLine({ id, values: { QUANTITY: '8' } });
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.evidence({ id })).toMatchObject({
      kind: 'conflict',
      base: { QUANTITY: '7' },
      candidates: [{ fields: { QUANTITY: '9' } }],
    });
    expect(updatesSent(practice)).toEqual([]);
  });

  it('comes back to the draft as it was chosen, when PIMS refuses it', async () => {
    const setting = await makeSetting();
    const { desk, submission } = await meet(setting, { QUANTITY: '7', NUMBER_SHIPPED: '4' });
    const { id, draftId } = submission;
    await untilState(desk, id, 'needs-attention');
    await desk.outbox.settleLine({ id, values: { QUANTITY: '2' } });
    await until('PIMS has refused it', async () => (await desk.outbox.evidence({ id }))?.kind === 'refused');
    await desk.outbox.withdraw({ id, confirmed: false });
    expect((await desk.drafts.open({ id: draftId })).changes).toMatchObject([
      { lineNumber: '1', base: { QUANTITY: '7' }, fields: { QUANTITY: '2' } },
    ]);
  });

  it('is nothing when the order has no such line any more', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5']);
    const changes = { 9: { QUANTITY: '8' } };
    const { id } = await submitAddition(desk, practice, order, { changes, adds: ['7'] });
    const stands = await untilState(desk, id, 'needs-attention');
    expect(stands.problem?.message).toContain('has no line 9 any more');
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'conflict', candidates: [] });
    await desk.outbox.settleLine({ id, values: {} });
    await untilState(desk, id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['5', '7']);
  });
});

describe('what a person has chosen and not sent', () => {
  const choices = { QUANTITY: { kind: 'other', value: '12' } } as const;

  it('is there again after Order Desk was closed and opened, and ends with the sending', async () => {
    const setting = await makeSetting();
    const { desk, order, submission } = await meet(setting, { QUANTITY: '7' });
    const { id } = submission;
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.choices({ id })).toEqual({});
    await desk.outbox.keepChoices({ id, choices });
    await desk.close();
    const again = await setting.open();
    expect(await again.outbox.choices({ id })).toEqual(choices);
    expect(fieldOfLines(setting.practice, order)).toEqual(['7', '6']);
    await again.outbox.settleLine({ id, values: { QUANTITY: '12' } });
    await untilState(again, id, 'sent');
    expect(await again.outbox.choices({ id })).toEqual({});
    await expect(again.outbox.keepChoices({ id, choices })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not lost when the change goes back to its draft, where it is compared again', async () => {
    const setting = await makeSetting();
    const { desk, submission } = await meet(setting, { QUANTITY: '7' });
    const { id, draftId } = submission;
    await untilState(desk, id, 'needs-attention');
    await desk.outbox.keepChoices({ id, choices });
    await desk.outbox.withdraw({ id, confirmed: false });
    expect((await desk.drafts.open({ id: draftId })).changes).toMatchObject([
      { lineNumber: '1', base: { QUANTITY: '5' }, fields: { QUANTITY: '12' } },
    ]);
  });
});

describe('a change in doubt that meets somebody else’s', () => {
  it.each([
    ['arrived and was changed again', 'after'],
    ['did not arrive', 'before'],
  ] as const)('is left to a person when it %s', async (_name, when) => {
    const setting = await makeSetting();
    const { practice, network } = setting;
    const order = orderOfOthers(practice, ['5', '6']);
    const desk = await setting.open({
      network: changingAfterUpdate(network, () => practice.updateLine(order, '1', { QUANTITY: '7' })),
    });
    practice.planFault({ endpoint: 'orders/line_item', method: 'POST', fault: { kind: 'drop', when } });
    const { id } = await submitAddition(desk, practice, order, toEight);
    const stands = await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.evidence({ id })).toMatchObject({
      kind: 'conflict',
      base: { QUANTITY: '5' },
      sent: { QUANTITY: '8' },
      candidates: [{ fields: { QUANTITY: '7' } }],
    });
    // It was sent, and may have been there for a while.
    expect(stands.problem?.message).not.toContain('Nothing of this change was sent');
    expect(stands.problem?.message).toContain('It is not known whether');
    await desk.outbox.settleLine({ id, values: { QUANTITY: '8' } });
    await untilState(desk, id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['8', '6']);
  });
});

/** Somebody else is at work when the first change has been sent, before its answer is heard of. */
function changingAfterUpdate(network: Network, work: () => void): Network {
  let isFirst = true;
  return {
    ...network,
    fetch: (input, init) => {
      const isUpdate = String(input).includes('line_item') && init?.method === 'POST';
      if (!isUpdate || !isFirst) return network.fetch(input, init);
      isFirst = false;
      return network.fetch(input, init).finally(work);
    },
  };
}
