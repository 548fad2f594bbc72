import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { draftLineIdSchema, type OrderNumber, orderNumberSchema } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { readStage } from '../../../shared/pims/stage.ts';
import { arrived, fillDraft, makeSetting, somePart, untilState } from './desk-under-test.ts';
import { hastyClock } from './fakes.ts';
import { addOwn } from './own-connection.ts';

const DAY_MS = 24 * 3_600_000;

describe('drafts', () => {
  it('do not pile up while they are empty', async () => {
    const setting = await makeSetting();
    const desk = await setting.open();
    const one = await desk.drafts.create();
    expect((await desk.drafts.create()).id).toBe(one.id);
    await desk.drafts.edit({
      id: one.id,
      edits: [{ kind: 'insert-line', lineId: draftLineIdSchema.parse('a'), after: null, fields: {} }],
    });
    expect((await desk.drafts.create()).id).toBe(one.id);
    await desk.drafts.edit({ id: one.id, edits: [{ kind: 'set-header', field: 'BNAME', value: 'Acme' }] });
    const other = await desk.drafts.create();
    expect(other.id).not.toBe(one.id);
    await addOwn(desk, setting);
    expect((await desk.drafts.create()).id).not.toBe(other.id);
  });

  it('are listed with what tells them apart, newest edit first, and are there at the next start', async () => {
    const { open, practice } = await makeSetting();
    let seconds = 0;
    // So quick a test would edit both in one millisecond.
    const clock = { ...hastyClock, now: () => new Date(Date.UTC(2026, 4, 15) + 1_000 * seconds++) };
    const desk = await open({ clock });
    const first = await fillDraft(desk, practice, { header: { BNAME: 'Acme', REFERENCE_NUMBER: 'R-1' } });
    const second = await fillDraft(desk, practice, { lines: 1 });
    await desk.drafts.edit({
      id: first.id,
      edits: [{ kind: 'set-header', field: 'BCITY', value: 'Berlin' }],
    });
    await desk.close();
    const again = await open();
    expect(await again.drafts.list()).toMatchObject([
      { id: first.id, billingName: 'Acme', reference: 'R-1', lineCount: 3, state: 'open' },
      { id: second.id, lineCount: 1 },
    ]);
    expect(await again.drafts.open({ id: first.id })).toMatchObject({
      header: { BCITY: 'Berlin', BNAME: 'Acme' },
      lines: first.lines,
    });
  });

  it('can be had back for 30 days after they were removed', async () => {
    const { open, practice } = await makeSetting();
    let laterMs = 0;
    const clock = { ...hastyClock, now: () => new Date(systemClock.now().getTime() + laterMs) };
    const desk = await open({ clock });
    const { id, lines } = await fillDraft(desk, practice);
    await desk.drafts.remove({ id });
    expect(await desk.drafts.list()).toEqual([]);
    await expect(desk.drafts.open({ id })).rejects.toMatchObject({ code: 'not-found' });
    const edits = [{ kind: 'set-header' as const, field: 'BNAME', value: 'x' }];
    await expect(desk.drafts.edit({ id, edits })).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject({ code: 'not-found' });
    await desk.close();

    laterMs = 29 * DAY_MS;
    const soon = await open({ clock });
    await soon.drafts.restore({ id });
    expect((await soon.drafts.open({ id })).lines).toEqual(lines);
    await soon.drafts.remove({ id });
    await soon.close();

    laterMs += 31 * DAY_MS;
    const late = await open({ clock });
    await expect(late.drafts.restore({ id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are found by any value in them', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const draft = await fillDraft(desk, practice, { header: { SCITY: 'Würzburg' } });
    await fillDraft(desk, practice);
    const part = draft.lines[0]?.fields.PART_CODE ?? '';
    expect(await desk.drafts.list({ search: 'WÜRZ' })).toMatchObject([{ id: draft.id }]);
    expect(await desk.drafts.list({ search: part.toLowerCase() })).toHaveLength(2);
    expect(await desk.drafts.list({ search: draft.ownReference })).toMatchObject([{ id: draft.id }]);
    expect(await desk.drafts.list({ search: 'in none of them' })).toEqual([]);
  });

  it('are duplicated with all they hold but their reference', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const draft = await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'R-1', BNAME: 'Acme' } });
    const copy = await desk.drafts.duplicate({ id: draft.id });
    const { REFERENCE_NUMBER: _reference, ...header } = draft.header;
    expect(copy.header).toEqual(header);
    expect(copy.lines.map(({ fields }) => fields)).toEqual(draft.lines.map(({ fields }) => fields));
    expect(copy.ownReference).toMatch(/^..-....-....$/);
    expect(copy.ownReference).not.toBe(draft.ownReference);
    await desk.drafts.edit({
      id: copy.id,
      edits: copy.lines.map(({ id }) => ({ kind: 'delete-line' as const, lineId: id })),
    });
    expect((await desk.drafts.open({ id: draft.id })).lines).toHaveLength(3);
  });

  it('carry the reference that was drawn when they were made', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id, ownReference } = await fillDraft(desk, practice);
    const submission = await desk.drafts.submit({ id });
    await untilState(desk, submission.id, 'sent');
    expect(arrived(practice, ownReference)).toMatchObject([{ quantities: ['1', '2', '3'] }]);
  });

  it('are submitted without a customer or lines only knowingly', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id, ownReference } = await fillDraft(desk, practice, { header: { CUSTOMER_CODE: '' }, lines: 0 });
    await desk.drafts.edit({ id, edits: [{ kind: 'set-header', field: 'BNAME', value: 'Walk-in' }] });
    const refused = { code: 'invalid-input', details: { count: 2 } };
    await expect(desk.drafts.submit({ id })).rejects.toMatchObject(refused);
    await expect(desk.drafts.submit({ id, confirmed: ['no-customer'] })).rejects.toMatchObject({
      details: { count: 1, place: 'lines' },
    });
    const submission = await desk.drafts.submit({ id, confirmed: ['no-customer', 'no-lines'] });
    await untilState(desk, submission.id, 'sent');
    expect(arrived(practice, ownReference)).toMatchObject([{ quantities: [] }]);
  });
});

describe('a connection whose orders are found by another field', () => {
  it('carries the drawn reference there, and warns of a given one that is in use there', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    // Under the hasty clock nobody would wait for the warning.
    const desk = await setting.open({ clock: systemClock });
    await addOwn(desk, setting, { referenceField: 'PO_NUMBER' });
    const drawn = await fillDraft(desk, practice, { header: { REFERENCE_NUMBER: 'THEIRS' } });
    await untilState(desk, (await desk.drafts.submit({ id: drawn.id })).id, 'sent');
    const [order] = practice.orders().filter(({ fields }) => fields.PO_NUMBER === drawn.ownReference);
    expect(order?.fields).toMatchObject({ REFERENCE_NUMBER: 'THEIRS' });

    const given = await fillDraft(desk, practice, { header: { PO_NUMBER: drawn.ownReference } });
    await expect(desk.drafts.submit({ id: given.id })).rejects.toMatchObject({
      details: { reason: 'duplicate-reference', orders: order?.fields.ORDER_NUMBER },
    });
    const copy = await desk.drafts.duplicate({ id: given.id });
    expect(copy.header).not.toHaveProperty('PO_NUMBER');
    // The other field is one like any other there.
    expect((await desk.drafts.duplicate({ id: drawn.id })).header).toMatchObject({
      REFERENCE_NUMBER: 'THEIRS',
    });
    expect(await desk.drafts.list()).toContainEqual(
      expect.objectContaining({ id: given.id, reference: drawn.ownReference }),
    );
  });
});

describe('a draft for an order in PIMS', () => {
  it('is one for each order while it is open, and has no copy', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const target = { orderNumber: someOrder(practice).orderNumber, header: { BNAME: 'Acme' } };
    const draft = await desk.drafts.create({ target });
    expect(draft).toMatchObject({ target: target.orderNumber, header: { BNAME: 'Acme' }, ownReference: '' });
    expect((await desk.drafts.create({ target })).id).toBe(draft.id);
    expect((await desk.drafts.create()).id).not.toBe(draft.id);
    await expect(desk.drafts.duplicate({ id: draft.id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.drafts.submit({ id: draft.id, confirmed: ['no-lines'] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('adds its lines to the order and changes those that are there', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { orderNumber, line } = someOrder(practice);
    const { lines } = await desk.orders.single({ orderNumber });
    const { id } = await desk.drafts.create({ target: { orderNumber, header: {} } });
    await desk.drafts.edit({
      id,
      edits: [
        {
          kind: 'change-line',
          lineNumber: line.LINE_NUMBER ?? '',
          base: lines.find(({ fields }) => fields.LINE_NUMBER === line.LINE_NUMBER)?.fields ?? {},
          field: 'QUANTITY',
          value: '77',
        },
        {
          kind: 'insert-line',
          lineId: draftLineIdSchema.parse('new'),
          after: null,
          fields: { PART_CODE: somePart(practice), QUANTITY: '88' },
        },
      ],
    });
    expect(await desk.drafts.list()).toMatchObject([{ target: orderNumber, lineCount: 1, changeCount: 1 }]);
    const submission = await desk.drafts.submit({ id });
    await untilState(desk, submission.id, 'sent');
    const after = practice.orders().find(({ fields }) => fields.ORDER_NUMBER === orderNumber);
    expect(after?.lines.find(({ LINE_NUMBER: number }) => number === line.LINE_NUMBER)).toMatchObject({
      QUANTITY: '77',
    });
    expect(after?.lines.filter(({ QUANTITY: quantity }) => quantity === '88')).toHaveLength(1);
    expect(after?.lines).toHaveLength(lines.length + 1);
  });
});

/** An order of the sample data that has a line which can be changed. */
function someOrder(practice: PracticeServer): { orderNumber: OrderNumber; line: PimsFields } {
  for (const { fields, lines } of practice.orders()) {
    if (readStage(fields.ORDER_TYPE) !== 'worksheet') continue;
    const line = lines.find(({ LINE_REF_LOCK_CODE: code = '' }) => code !== '');
    if (line !== undefined) return { orderNumber: orderNumberSchema.parse(fields.ORDER_NUMBER), line };
  }
  throw new Error('The sample data has no line with a lock code.');
}
