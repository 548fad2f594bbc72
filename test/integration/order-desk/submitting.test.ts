import { describe, expect, it } from 'vitest';
import { arrived, fillDraft, findSubmission, makeSetting, submitNew, untilState } from './desk-under-test.ts';

describe('submitting a draft', () => {
  it('brings the order with its lines into PIMS, in order, and marks the draft as sent', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const draft = await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: ' R-1 ', BNAME: '  ' } });
    const queued = await desk.drafts.submit({ id: draft.id });
    expect(queued).toMatchObject({
      state: expect.stringMatching(/queued|sending/),
      stepsTotal: 4,
      reference: 'R-1',
    });

    const sent = await untilState(desk, queued.id, 'sent');
    const [order, ...more] = arrived(practice, 'R-1');
    expect(more).toEqual([]);
    expect(order).toEqual({ number: sent.orderNumber, quantities: ['1', '2', '3'] });
    expect(sent).toMatchObject({
      stepsDone: 4,
      problem: null,
      backToDraft: 'no',
      finishedAt: expect.any(String),
    });
    expect((await desk.drafts.open({ id: draft.id })).state).toBe('sent');
    expect(await desk.drafts.list()).toEqual([]);

    const entries = await desk.outbox.journal({ id: queued.id });
    expect(entries.map(({ kind, step }) => [kind, step?.ordinal])).toEqual([
      ['queued', undefined],
      ['intended', 0],
      ['done', 0],
      ['intended', 1],
      ['done', 1],
      ['intended', 2],
      ['done', 2],
      ['intended', 3],
      ['done', 3],
      ['verified', undefined],
      ['sent', undefined],
    ]);
    expect(entries[2]?.note).toContain(String(sent.orderNumber));
  });

  it('gives a reference to an order that has none, told from other desks by its first letters', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const one = await submitNew(desk, practice, { lines: 1 });
    const other = await submitNew(desk, practice, { lines: 1 });
    for (const { reference } of [one, other]) {
      expect(reference).toMatch(/^[2-9A-HJKMNP-TW-Z]{2}(-[2-9A-HJKMNP-TW-Z]{4}){2}$/);
    }
    expect(one.reference).not.toBe(other.reference);
    expect(one.reference.slice(0, 2)).toBe(other.reference.slice(0, 2));
    await untilState(desk, one.id, 'sent');
    expect(arrived(practice, one.reference)).toHaveLength(1);
  });

  it('passes a double submit once', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id } = await fillDraft(desk, practice);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => desk.drafts.submit({ id })));
    const passed = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(passed).toHaveLength(1);
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 7 }, () => 'conflict'));
    const [submission] = passed;
    if (submission === undefined) throw new Error('nothing passed');
    await untilState(desk, submission.id, 'sent');
    expect(arrived(practice, submission.reference)).toHaveLength(1);
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses what can’t be sent, says how much and where, and sends nothing', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id } = await fillDraft(desk, practice, { header: { CUSTOMER_CODE: '' } });
    await desk.drafts.edit({
      id,
      edits: [
        {
          kind: 'set-line',
          lineId: (await desk.drafts.open({ id })).lines[1]?.id ?? fail(),
          field: 'QUANTITY',
          value: 'x',
        },
      ],
    });
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('2 things'),
      details: { count: 2, place: 'header', field: 'CUSTOMER_CODE' },
    });
    expect((await desk.drafts.open({ id })).state).toBe('open');
    expect(await desk.outbox.list()).toEqual([]);
    expect(practice.requests()).toEqual([]);
  });

  it('lets nobody edit or remove a draft that is in the outbox', async () => {
    const { open, practice } = await makeSetting();
    practice.setBehaviour({ latency: 100 });
    const desk = await open();
    const submission = await submitNew(desk, practice);
    const { draftId: id } = submission;
    const edit = desk.drafts.edit({ id, edits: [{ kind: 'set-header', field: 'BNAME', value: 'x' }] });
    await expect(edit).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.drafts.remove({ id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await findSubmission(desk, submission.id)).toMatchObject({ id: submission.id });
  });

  it('sends several orders side by side, each once', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const submissions = [];
    for (let order = 0; order < 9; order += 1)
      submissions.push(await submitNew(desk, practice, { lines: 2 }));
    for (const { id, reference } of submissions) {
      await untilState(desk, id, 'sent');
      expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2'] }]);
    }
  });
});

function fail(): never {
  throw new Error('There is no such line.');
}
