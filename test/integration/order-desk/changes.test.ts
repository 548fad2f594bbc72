import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { SubmissionId } from '../../../shared/ids.ts';
import {
  fieldOfLines,
  journalKinds,
  makeSetting,
  orderOfOthers,
  pauseSending,
  submitAddition,
  submitNew,
  until,
  untilState,
  updatesSent,
} from './desk-under-test.ts';
import { writeFaults } from './write-faults.ts';

const change = { changes: { 1: { QUANTITY: '8' } } };

describe('a change of a line', () => {
  it('brings what was changed alone, with the order’s number and the line’s lock code', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    const [line] = practice.order(order)?.lines ?? [];
    const changes = { 1: { QUANTITY: ' 8 ', DISCOUNT: '10' } };
    const { id, draftId } = await submitAddition(desk, practice, order, { changes });
    expect(await untilState(desk, id, 'sent')).toMatchObject({ stepsDone: 1, stepsTotal: 1 });
    expect(updatesSent(practice)).toEqual([
      {
        ORDER_NUMBER: order,
        LINE_REF_LOCK_CODE: line?.LINE_REF_LOCK_CODE,
        QUANTITY: '8',
        DISCOUNT: '10',
      },
    ]);
    expect(fieldOfLines(practice, order)).toEqual(['8', '6']);
    expect(fieldOfLines(practice, order, 'DISCOUNT')).toEqual(['10', '0']);
    expect((await desk.drafts.open({ id: draftId })).state).toBe('sent');
  });

  it('goes before the new lines of its draft', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    const changes = { 2: { QUANTITY: '9' }, 1: { QUANTITY: '8' } };
    const { id } = await submitAddition(desk, practice, order, { changes, adds: ['7'] });
    await untilState(desk, id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['8', '9', '7']);
    const writes = practice.requests().filter(({ endpoint }) => endpoint === 'orders/line_item');
    expect(writes.map(({ method }) => method)).toEqual(['POST', 'POST', 'PUT']);
  });

  it('is not sent when PIMS has it already', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5']);
    await pauseSending(desk, true);
    const { id } = await submitAddition(desk, practice, order, change);
    practice.updateLine(order, '1', { QUANTITY: '8' });
    await pauseSending(desk, false);
    await untilState(desk, id, 'sent');
    expect(updatesSent(practice)).toEqual([]);
    expect(await journalKinds(desk, id)).toContain('adopted');
  });
});

describe('a fault at a change', () => {
  it.each(writeFaults.map(([fault, meaning]) => ({ fault, meaning, shown: JSON.stringify(fault) })))(
    '$shown: $meaning',
    async ({ fault, meaning }) => {
      const { open, practice } = await makeSetting();
      const desk = await open();
      const order = orderOfOthers(practice, ['5', '6']);
      practice.planFault({ endpoint: 'orders/line_item', method: 'POST', fault });
      const { id } = await submitAddition(desk, practice, order, { ...change, adds: ['7'] });
      if (meaning === 'unknown-and-held') {
        expect(await untilState(desk, id, 'held')).toMatchObject({ stepsDone: 0, backToDraft: 'soon' });
        await desk.outbox.wake({});
      }
      const end = await untilState(desk, id, 'sent', 'needs-attention');
      const kinds = await journalKinds(desk, id);
      if (meaning === 'refused') {
        expect(end).toMatchObject({ state: 'needs-attention', stepsDone: 0, backToDraft: 'now' });
        expect(end.problem?.message).toContain('The part is blocked');
        expect(fieldOfLines(practice, order)).toEqual(['5', '6']);
        // The lock code is the same as before: it was not the reason, and sending it again would bring nothing.
        expect(updatesSent(practice)).toHaveLength(1);
      } else {
        expect(end).toMatchObject({ state: 'sent', problem: null });
        expect(fieldOfLines(practice, order)).toEqual(['8', '6', '7']);
        const met = practice.requests().find(({ method }) => method === 'POST');
        const isUnknown = meaning !== 'goes-on';
        expect(kinds.includes('unknown')).toBe(isUnknown);
        expect(kinds.includes('adopted')).toBe(isUnknown && met?.applied === true);
        expect(kinds.includes('not-found')).toBe(isUnknown && met?.applied !== true);
        expect(practice.requests().filter((one) => one.method === 'POST' && one.applied)).toHaveLength(1);
      }
      const next = await submitNew(desk, practice);
      await untilState(desk, next.id, 'sent');
    },
  );
});

describe('a change that is on its way when Order Desk ends', () => {
  it.each(['before', 'after'] as const)(
    'is found out about at the next start: PIMS acts %s',
    async (when) => {
      const { open, practice } = await makeSetting();
      const desk = await open();
      const order = orderOfOthers(practice, ['5', '6']);
      practice.planFault({ endpoint: 'orders/line_item', method: 'POST', fault: { kind: 'hang', when } });
      const { id } = await submitAddition(desk, practice, order, { ...change, adds: ['7'] });
      await until('the server hangs', () => practice.requests().some(({ fault }) => fault === 'hang'));
      await desk.close();
      expect(fieldOfLines(practice, order)).toEqual([when === 'after' ? '8' : '5', '6']);
      const again = await open();
      await untilState(again, id, 'sent');
      expect(fieldOfLines(practice, order)).toEqual(['8', '6', '7']);
      expect(await ofStep(again, id, -1)).toEqual(
        when === 'after'
          ? ['intended', 'unknown', 'adopted']
          : ['intended', 'unknown', 'not-found', 'intended', 'done'],
      );
    },
  );
});

describe('a change that PIMS refuses', () => {
  it('can be corrected, what was taken before it stays, and other orders go on', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5', '6']);
    practice.updateLine(order, '2', { NUMBER_SHIPPED: '4' });
    const changes = { 1: { QUANTITY: '8' }, 2: { QUANTITY: '3' } };
    const first = await submitAddition(desk, practice, order, { changes, adds: ['7'] });
    const refused = await untilState(desk, first.id, 'needs-attention');
    expect(refused).toMatchObject({ stepsDone: 1, backToDraft: 'now', problem: { code: 'rejected' } });
    expect(refused.problem?.message).toContain('QUANTITY can not be below the 4 that were shipped');
    expect(await desk.outbox.evidence({ id: first.id })).toMatchObject({
      kind: 'refused',
      step: { kind: 'update-line' },
      base: { QUANTITY: '6' },
      sent: { QUANTITY: '3' },
    });
    const other = await submitNew(desk, practice);
    await untilState(desk, other.id, 'sent');

    await desk.outbox.withdraw({ id: first.id, confirmed: false });
    const { draftId: id } = first;
    const draft = await desk.drafts.open({ id });
    expect(draft).toMatchObject({
      state: 'open',
      changes: [{ lineNumber: '2', fields: { QUANTITY: '3' } }],
      lines: [{ fields: { QUANTITY: '7' } }],
    });
    const base = draft.changes[0]?.base ?? {};
    const edit = { kind: 'change-line', lineNumber: '2', base, field: 'QUANTITY', value: '4' } as const;
    await desk.drafts.edit({ id, edits: [edit] });
    const second = await desk.drafts.submit({ id });
    await untilState(desk, second.id, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['8', '4', '7']);
  });

  it.each([
    [{ ORDER_TYPE: 'invoice' }, 'is an invoice'],
    [{ ORDER_STATUS: 'Void' }, 'is void'],
    [{ ORDER_STATUS: 'Closed' }, 'is closed'],
  ])('since the order takes none (%j) is back with its words', async (fields, words) => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5'], fields);
    const { id, draftId } = await submitAddition(desk, practice, order, change);
    const refused = await untilState(desk, id, 'needs-attention');
    expect(refused.problem?.message).toContain(words);
    await desk.outbox.withdraw({ id, confirmed: false });
    expect(await desk.drafts.open({ id: draftId })).toMatchObject({
      state: 'open',
      changes: [{ fields: { QUANTITY: '8' } }],
    });
    expect(fieldOfLines(practice, order)).toEqual(['5']);
  });
});

/** What the journal tells of one step. */
async function ofStep(desk: OrderDesk, id: SubmissionId, ordinal: number): Promise<string[]> {
  const entries = await desk.outbox.journal({ id });
  return entries.filter(({ step }) => step?.ordinal === ordinal).map(({ kind }) => kind);
}
