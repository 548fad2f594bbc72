import { describe, expect, it } from 'vitest';
import { journalWords } from '../../../shared/outbox/journal-words.ts';
import {
  arrived,
  fillDraft,
  findSubmission,
  journalKinds,
  makeSetting,
  somePart,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { steer } from './steered-network.ts';
import { oneTo, untilStep, wordsOf, writesTo } from './watched-submission.ts';

const given = { header: { REFERENCE_NUMBER: 'R-1' } };

describe('an order that a person calls off', () => {
  it('is back at once while its turn has not come', async () => {
    const { open, practice } = await makeSetting({ behaviour: { latency: 15 } });
    const desk = await open();
    const before = [];
    for (let order = 0; order < 4; order += 1) before.push(await submitNew(desk, practice, { lines: 8 }));
    const last = await submitNew(desk, practice);
    expect(last).toMatchObject({ state: 'queued', backToDraft: 'now' });
    expect(await desk.outbox.withdraw({ id: last.id, confirmed: false })).toMatchObject({
      state: 'withdrawn',
    });
    expect((await desk.drafts.open({ id: last.draftId })).state).toBe('open');
    for (const { id } of before) await untilState(desk, id, 'sent');
    expect(arrived(practice, last.reference)).toEqual([]);
    expect((await wordsOf(desk, last)).at(-1)).toBe('Taken back to its draft. Nothing of it is in PIMS.');
  });

  it('half way ends with the step under way, says what PIMS has, and its draft goes on with the same order', async () => {
    const { open, practice } = await makeSetting({ behaviour: { latency: 15 } });
    const desk = await open();
    const first = await submitNew(desk, practice, { lines: 20 });
    const { id, draftId, reference } = first;
    await untilStep(desk, first, 5);
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({
      state: 'calling-off',
      backToDraft: 'no',
    });
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This order is being called off already.',
    });
    await expect(desk.outbox.pause({ id, paused: true })).rejects.toMatchObject({ code: 'conflict' });

    const { stepsDone, orderNumber } = await untilState(desk, id, 'withdrawn');
    const linesThere = stepsDone - 1;
    expect(linesThere).toBeLessThan(20);
    expect(arrived(practice, reference)).toEqual([{ number: orderNumber, quantities: oneTo(linesThere) }]);
    expect((await wordsOf(desk, first)).at(-1)).toBe(
      `Taken back to its draft. ${stepsDone} of its 21 steps are in PIMS, as order ${orderNumber}. ` +
        'They stay there; the draft goes on with the rest.',
    );
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({
      message: 'This order is back in its draft already.',
    });
    const draft = await desk.drafts.open({ id: draftId });
    expect(draft).toMatchObject({ state: 'open', inPims: { orderNumber } });
    expect(draft.inPims?.lineIds).toEqual(oneTo(linesThere).map((line) => `line-${line}`));

    const second = await desk.drafts.submit({ id: draftId });
    expect(second).toMatchObject({ orderNumber, reference, stepsTotal: 20 - linesThere });
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, reference)).toEqual([{ number: orderNumber, quantities: oneTo(20) }]);
  });

  it.each([
    ['the order', 'orders/create', 'after', { lineIds: [] }, ['adopted']],
    ['the order', 'orders/create', 'before', null, ['not-found']],
    ['a line', 'orders/line_item', 'after', { lineIds: ['line-1'] }, ['adopted']],
    ['a line', 'orders/line_item', 'before', { lineIds: [] }, ['not-found']],
  ] as const)(
    'while it is not known whether %s arrived (%s dropped %s) is back when that is known',
    async (_what, endpoint, when, inPims, found) => {
      const setting = await makeSetting();
      const { practice } = setting;
      const { network, holdLooksInDoubt } = steer(setting.network);
      const desk = await setting.open({ network });
      practice.planFault({ endpoint, fault: { kind: 'drop', when } });
      const { id: draftId } = await fillDraft(desk, practice);
      const letGo = holdLooksInDoubt();
      const first = await desk.drafts.submit({ id: draftId });
      const { id, reference } = first;
      expect(await untilState(desk, id, 'checking')).toMatchObject({ backToDraft: 'soon' });
      const writes = writesTo(practice);
      await desk.outbox.withdraw({ id, confirmed: false });
      expect((await findSubmission(desk, id)).state).toBe('calling-off');
      expect((await desk.drafts.open({ id: draftId })).state).toBe('queued');
      letGo();
      await untilState(desk, id, 'withdrawn');
      expect(writesTo(practice)).toBe(writes);
      expect(await journalKinds(desk, first.id)).toEqual(expect.arrayContaining([...found]));
      expect((await wordsOf(desk, first)).join(' ')).not.toContain('It is sent again.');
      const draft = await desk.drafts.open({ id: draftId });
      if (inPims === null) expect(draft.inPims).toBeNull();
      else expect(draft.inPims).toMatchObject(inPims);

      const second = await desk.drafts.submit({ id: draftId });
      await untilState(desk, second.id, 'sent');
      expect(second.reference).toBe(reference);
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    },
  );

  it('while PIMS is away is called off until PIMS answers, also after a start', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const cable = steer(setting.network);
    const desk = await setting.open({ network: cable.network });
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'drop', when: 'after' } });
    const letGo = cable.holdLooksInDoubt();
    const first = await submitNew(desk, practice);
    const { id, draftId } = first;
    await untilState(desk, id, 'checking');
    cable.cut();
    letGo();
    await desk.outbox.withdraw({ id, confirmed: false });
    const untilTried = async (times: number) => {
      const from = cable.failed();
      await until(`PIMS was asked ${times} times`, () => cable.failed() >= from + times);
    };
    await untilTried(3);
    expect(await findSubmission(desk, id)).toMatchObject({ state: 'calling-off', backToDraft: 'no' });
    await desk.close();

    const again = await setting.open({ network: cable.network });
    await untilTried(2);
    expect((await findSubmission(again, id)).state).toBe('calling-off');
    expect((await again.drafts.open({ id: draftId })).state).toBe('queued');
    cable.mend();
    expect(await untilState(again, id, 'withdrawn')).toMatchObject({ stepsDone: 3 });
    const second = await again.drafts.submit({ id: draftId });
    await untilState(again, second.id, 'sent');
    expect(arrived(practice, first.reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });
});

describe('an order that needs attention and is called off', () => {
  it('is back at once when PIMS refused a line, and keeps what is there', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'bad-request' } });
    const { id, draftId } = await submitNew(desk, practice);
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({ state: 'withdrawn' });
    expect((await desk.drafts.open({ id: draftId })).inPims?.lineIds).toEqual(['line-1']);
    expect(await desk.outbox.evidence({ id })).toBeNull();
  });

  it('is back once the person has said that the candidates are none of it', async () => {
    const { open, practice, network } = await makeSetting();
    let isLost = true;
    const desk = await open({
      network: {
        ...network,
        // The second line is lost on its way, while somebody adds one of the same part.
        fetch: async (input, init) => {
          const [order] = arrived(practice, 'R-1');
          const isSecond = String(input).includes('line_item') && order?.quantities.length === 1;
          if (!isLost || !isSecond) return network.fetch(input, init);
          isLost = false;
          practice.addLine(order.number, { PART_CODE: somePart(practice), QUANTITY: '9' });
          throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
        },
      },
    });
    const { id, draftId } = await submitNew(desk, practice, given);
    expect(await untilState(desk, id, 'needs-attention')).toMatchObject({ backToDraft: 'after-decision' });
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'unsure', candidates: [{ id: '2' }] });
    const writes = writesTo(practice);
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Say first that none of it is.'),
    });
    expect((await findSubmission(desk, id)).state).toBe('needs-attention');
    await desk.outbox.withdraw({ id, confirmed: true });
    await untilState(desk, id, 'withdrawn');
    expect(writesTo(practice)).toBe(writes);
    const second = await desk.drafts.submit({ id: draftId });
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: ['1', '9', '2', '3'] }]);
  });

  it('is back on the person’s word alone when PIMS does not show what it has', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'drop', when: 'before' } });
    practice.planFault({ endpoint: 'orders/single', times: 'always', fault: { kind: 'bad-request' } });
    const { id, draftId, reference } = await submitNew(desk, practice);
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'unreadable' });
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({
      code: 'conflict',
      message: 'PIMS does not show whether it arrived. Say first that it has not.',
    });
    await desk.outbox.withdraw({ id, confirmed: true });
    expect(await untilState(desk, id, 'withdrawn')).toMatchObject({ stepsDone: 2 });
    practice.clearFaults();
    const second = await desk.drafts.submit({ id: draftId });
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });

  it('is back at once when its reference is in use: nothing of it was sent', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await practice.stop();
    const { id, draftId } = await submitNew(desk, practice, given);
    practice.addOrder({ REFERENCE_NUMBER: 'R-1' });
    await practice.start();
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'duplicate' });
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({ state: 'withdrawn' });
    expect(await desk.drafts.open({ id: draftId })).toMatchObject({ state: 'open', inPims: null });
    expect(writesTo(practice)).toBe(0);
  });
});

describe('an order of which everything is in PIMS', () => {
  it('can’t be called off any more, and is told to be changed there', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id } = await submitNew(desk, practice);
    const { orderNumber } = await untilState(desk, id, 'sent');
    await expect(desk.outbox.withdraw({ id, confirmed: true })).rejects.toMatchObject({
      code: 'conflict',
      message: `All of it is in PIMS already, as order ${orderNumber}. Open that order to change it.`,
    });
    const last = (await desk.outbox.journal({ id })).at(-1);
    expect(last === undefined ? '' : journalWords(last).text).toBe('Everything is in PIMS.');
  });
});
