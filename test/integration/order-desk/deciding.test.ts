import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import {
  arrived,
  fillDraft,
  findSubmission,
  makeSetting,
  somePart,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';

const lineId = (text: string) => draftLineIdSchema.parse(text);
const given = { header: { REFERENCE_NUMBER: 'R-1' } };

describe('a reference that is in use', () => {
  it('is warned of before the order is queued, and goes on when the person says so', async () => {
    const { open, practice } = await makeSetting();
    const { fields } = practice.addOrder({ REFERENCE_NUMBER: 'R-1' });
    const desk = await open({ clock: systemClock });
    const { id } = await fillDraft(desk, practice, given);
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'duplicate-reference', orders: fields.ORDER_NUMBER, drafts: 0 },
    });
    expect((await desk.drafts.open({ id })).state).toBe('open');
    const submission = await desk.drafts.submit({ id, confirmed: ['duplicate-reference'] });
    await untilState(desk, submission.id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: [] }, { quantities: ['1', '2', '3'] }]);
    const entries = await desk.outbox.journal({ id: submission.id });
    expect(entries[1]).toMatchObject({
      kind: 'looked-up',
      note: expect.stringContaining(String(fields.ORDER_NUMBER)),
    });
  });

  it('is warned of when another draft of this machine has it', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await fillDraft(desk, practice, given);
    const { id } = await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'r-1 ' } });
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({
      details: { reason: 'duplicate-reference', orders: '', drafts: 1 },
    });
  });

  it('stops the order before anything is sent when PIMS could not be asked earlier', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await practice.stop();
    const { id } = await submitNew(desk, practice, given);
    await untilState(desk, id, 'waiting');
    const { fields } = practice.addOrder({ REFERENCE_NUMBER: 'R-1' });
    await practice.start();
    expect(await untilState(desk, id, 'needs-attention')).toMatchObject({
      stepsDone: 0,
      backToDraft: 'now',
      problem: { code: 'conflict' },
    });
    expect(practice.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
    expect(await desk.outbox.evidence({ id })).toMatchObject({
      kind: 'duplicate',
      candidates: [{ id: fields.ORDER_NUMBER }],
    });
    await expect(desk.outbox.sendAgain({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    await desk.outbox.sendAgain({ id, confirmed: true });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, 'R-1')).toHaveLength(2);
  });
});

describe('an order that may have arrived', () => {
  it('is decided by a person who says that it is another one', async () => {
    const { open, practice, network } = await makeSetting();
    let creates = 0;
    const desk = await open({
      network: {
        ...network,
        // The order is lost on its way, while somebody else uses its reference.
        fetch: async (input, init) => {
          if (String(input).includes('orders/create')) creates += 1;
          if (creates !== 1 || !String(input).includes('orders/create')) return network.fetch(input, init);
          practice.addOrder({ REFERENCE_NUMBER: 'R-1', BNAME: 'Somebody else' });
          throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
        },
      },
    });
    const { id } = await submitNew(desk, practice, given);
    const stands = await untilState(desk, id, 'needs-attention');
    expect(stands).toMatchObject({ backToDraft: 'after-decision', problem: { code: 'unknown-outcome' } });
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'unsure', candidates: [{}] });
    await expect(desk.outbox.sendAgain({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    await desk.outbox.sendAgain({ id, confirmed: true });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: [] }, { quantities: ['1', '2', '3'] }]);
  });
});

describe('a line that may have arrived', () => {
  it('is decided by a person who says which one it is, and the order goes on behind it', async () => {
    const { open, practice, network } = await makeSetting();
    let lines = 0;
    const desk = await open({
      network: {
        ...network,
        // The second line arrives, nobody hears of it, and somebody adds the same line at that moment.
        fetch: async (input, init) => {
          const response = await network.fetch(input, init);
          if (!String(input).includes('line_item')) return response;
          lines += 1;
          if (lines !== 2) return response;
          const order = practice.orders().find(({ fields }) => fields.REFERENCE_NUMBER === 'R-1');
          practice.addLine(String(order?.fields.ORDER_NUMBER), {
            PART_CODE: somePart(practice),
            QUANTITY: '2',
          });
          throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
        },
      },
    });
    const { id } = await submitNew(desk, practice, given);
    await untilState(desk, id, 'needs-attention');
    const evidence = await desk.outbox.evidence({ id });
    expect(evidence).toMatchObject({
      kind: 'unsure',
      step: { ordinal: 2 },
      candidates: [{ id: '2' }, { id: '3' }],
    });
    await expect(desk.outbox.adopt({ id, candidate: '1' })).rejects.toMatchObject({ code: 'conflict' });
    await desk.outbox.adopt({ id, candidate: '2' });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: ['1', '2', '2', '3'] }]);
  });
});

describe('an order of which PIMS refused a line', () => {
  it('goes on with the same order after its draft was corrected', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({
      endpoint: 'orders/line_item',
      skip: 1,
      fault: { kind: 'bad-request', message: 'The part is blocked' },
    });
    const first = await submitNew(desk, practice);
    const refused = await untilState(desk, first.id, 'needs-attention');
    expect(refused).toMatchObject({ stepsDone: 2, backToDraft: 'now' });
    expect(refused.problem).toMatchObject({ details: { orderNumber: refused.orderNumber } });
    expect(refused.problem?.message).toContain(
      `Order ${refused.orderNumber} is in PIMS; this line and those after it are not.`,
    );
    expect(await desk.outbox.evidence({ id: first.id })).toMatchObject({
      kind: 'refused',
      step: { ordinal: 2 },
    });
    await desk.outbox.withdraw({ id: first.id, confirmed: false });

    const { draftId: id } = first;
    const draft = await desk.drafts.open({ id });
    expect(draft).toMatchObject({
      state: 'open',
      inPims: { orderNumber: refused.orderNumber, lineIds: ['line-1'] },
    });
    const edit = (field: string, line: string) =>
      desk.drafts.edit({ id, edits: [{ kind: 'set-line', lineId: lineId(line), field, value: '7' }] });
    await expect(edit('QUANTITY', 'line-1')).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      desk.drafts.edit({ id, edits: [{ kind: 'delete-line', lineId: lineId('line-1') }] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      desk.drafts.edit({ id, edits: [{ kind: 'set-header', field: 'BNAME', value: 'Other' }] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await edit('QUANTITY', 'line-2');

    const second = await desk.drafts.submit({ id });
    expect(second).toMatchObject({
      reference: first.reference,
      orderNumber: refused.orderNumber,
      stepsTotal: 2,
    });
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, first.reference)).toEqual([
      { number: refused.orderNumber, quantities: ['1', '7', '3'] },
    ]);
    expect((await desk.drafts.open({ id })).state).toBe('sent');
  });

  it('is finished without the line when the person takes it out', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'bad-request' } });
    const first = await submitNew(desk, practice, { lines: 2 });
    await untilState(desk, first.id, 'needs-attention');
    await desk.outbox.withdraw({ id: first.id, confirmed: false });
    await desk.drafts.edit({
      id: first.draftId,
      edits: [{ kind: 'delete-line', lineId: lineId('line-2') }],
    });
    const second = await desk.drafts.submit({ id: first.draftId });
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, first.reference)).toMatchObject([{ quantities: ['1'] }]);
  });

  it('is tried again as it is when the person says so', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/create', fault: { kind: 'bad-request' } });
    const { id, reference } = await submitNew(desk, practice);
    await untilState(desk, id, 'needs-attention');
    await desk.outbox.sendAgain({ id, confirmed: false });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toHaveLength(1);
  });
});

describe('an order that PIMS has in another form', () => {
  it('needs a person, who is shown what differs and can take it as it is', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const body = { LINE_NUMBER: '1', PART_CODE: somePart(practice), QUANTITY: '9' };
    practice.planFault({
      endpoint: 'orders/line_item',
      fault: {
        kind: 'answer',
        status: 200,
        when: 'after',
        body: JSON.stringify({ status: 'success', data: body }),
      },
    });
    const { id, draftId } = await submitNew(desk, practice, { lines: 1 });
    const stands = await untilState(desk, id, 'needs-attention');
    expect(stands.problem?.message).toContain('QUANTITY was sent as “1” and is “9”');
    expect(await desk.outbox.evidence({ id })).toMatchObject({
      kind: 'differs',
      candidates: [{ id: '1', differences: [{ field: 'QUANTITY', sent: '1', has: '9' }] }],
    });
    await expect(desk.outbox.sendAgain({ id, confirmed: true })).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.outbox.withdraw({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    expect((await desk.outbox.accept({ id })).state).toBe('sent');
    expect((await desk.drafts.open({ id: draftId })).state).toBe('sent');
    await expect(desk.outbox.accept({ id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('needs a person too when PIMS does not show the order any more', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/single', times: 'always', fault: { kind: 'bad-request' } });
    const { id, draftId } = await submitNew(desk, practice);
    const { problem, orderNumber, backToDraft } = await untilState(desk, id, 'needs-attention');
    expect(backToDraft).toBe('no');
    expect(problem?.message).toContain(`Everything is in PIMS as order ${orderNumber}, but`);
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'differs', candidates: [] });
    const looks = () => practice.requests().filter(({ endpoint }) => endpoint === 'orders/single').length;
    const asked = looks();
    await desk.outbox.wake({});
    expect(await desk.outbox.accept({ id })).toMatchObject({ state: 'sent' });
    expect((await desk.drafts.open({ id: draftId })).state).toBe('sent');
    expect(looks()).toBe(asked);
  });

  it('is noticed by reading the whole order once, when it has several lines', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    practice.planFault({ endpoint: 'orders/single', fault: { kind: 'slow', ms: 60 } });
    const { id, reference } = await submitNew(desk, practice);
    await until('it is read back', () =>
      practice.requests().some(({ endpoint }) => endpoint === 'orders/single'),
    );
    const [order] = arrived(practice, reference);
    practice.updateLine(String(order?.number), '2', { QUANTITY: '1' });
    await untilState(desk, id, 'needs-attention');
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'differs', candidates: [{ id: '2' }] });
    expect((await findSubmission(desk, id)).stepsDone).toBe(4);
  });
});
