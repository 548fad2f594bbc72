import { copyFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftLineIdSchema, orderNumberSchema } from '../../../shared/ids.ts';
import {
  arrived,
  fillDraft,
  journalKinds,
  makeSetting,
  somePart,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { copyOf, databaseIn, missing, witnessed } from './folder-damage.ts';
import { steer } from './steered-network.ts';
import { oneTo, untilStep, writesTo } from './watched-submission.ts';

const given = { header: { REFERENCE_NUMBER: 'R-1' } };

describe('an older database in the place of the newer one', () => {
  it('is noticed by the witness: nothing is sent, and what was sent since is found', async () => {
    const setting = await makeSetting();
    const { practice, folder } = setting;
    const cable = steer(setting.network);
    cable.cut();
    const before = await setting.open({ network: cable.network });
    const sent = await submitNew(before, practice);
    const unsent = await submitNew(before, practice);
    for (const { id } of [sent, unsent]) await untilState(before, id, 'waiting');
    await before.outbox.pause({ id: unsent.id, paused: true });
    await before.close();
    const older = copyOf(folder);

    const since = await setting.open();
    await untilState(since, sent.id, 'sent');
    await witnessed(folder, sent.reference, '"state":"sent"');
    await since.close();
    copyFileSync(databaseIn(older), databaseIn(folder));
    const writes = writesTo(practice);

    const desk = await setting.open();
    expect(desk.findings).toMatchObject({ restored: { damage: 'older' }, copied: { why: 'restored' } });
    expect(missing(desk)).toEqual([`order ${sent.reference} older`]);
    await untilState(desk, sent.id, 'sent');
    const checked = await until('everything has been looked for', async () => {
      const copy = await desk.outbox.copy();
      return copy?.checking === 0 ? copy : undefined;
    });
    expect(checked).toMatchObject({ why: 'restored', held: 1, foundSent: 1 });
    expect(await journalKinds(desk, sent.id)).toContain('adopted');
    expect(writesTo(practice)).toBe(writes);

    await desk.outbox.decideCopy({ decision: 'go-on' });
    await desk.outbox.pause({ id: unsent.id, paused: false });
    await untilState(desk, unsent.id, 'sent');
    expect(writesTo(practice)).toBe(writes + unsent.stepsTotal);
    for (const { reference } of [sent, unsent]) {
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
  });
});

describe('an older data folder with all that belongs to it, so that PIMS alone can tell', () => {
  it('is noticed by a drawn reference that PIMS has already', async () => {
    const setting = await makeSetting();
    const { practice, folder } = setting;
    const cable = steer(setting.network);
    cable.cut();
    const before = await setting.open({ network: cable.network });
    const orders = [await submitNew(before, practice), await submitNew(before, practice)];
    for (const { id } of orders) await untilState(before, id, 'waiting');
    await before.close();
    const older = copyOf(folder);
    const since = await setting.open();
    for (const { id } of orders) await untilState(since, id, 'sent');
    await since.close();
    const writes = writesTo(practice);

    const desk = await setting.openFolder(older);
    expect(desk.findings).toMatchObject({ restored: null, copied: null });
    for (const { id } of orders) await untilState(desk, id, 'sent');
    expect(await desk.outbox.copy()).toMatchObject({ why: 'sent-elsewhere', held: 0, foundSent: 2 });
    const later = await submitNew(desk, practice);
    expect(later).toMatchObject({ state: 'held', problem: { details: { why: 'sent-elsewhere' } } });
    expect(writesTo(practice)).toBe(writes);
    await desk.outbox.decideCopy({ decision: 'go-on' });
    await untilState(desk, later.id, 'sent');
    for (const { reference } of orders) expect(arrived(practice, reference)).toHaveLength(1);
  });

  it('makes no second order of a draft that was submitted since and is submitted again', async () => {
    const { open, openFolder, practice, folder } = await makeSetting();
    const before = await open();
    const { id: draftId } = await fillDraft(before, practice);
    await before.close();
    const older = copyOf(folder);
    const since = await open();
    const { id, reference } = await since.drafts.submit({ id: draftId });
    await untilState(since, id, 'sent');
    await since.close();
    const writes = writesTo(practice);

    const desk = await openFolder(older);
    const again = await desk.drafts.submit({ id: draftId });
    expect(again.reference).toBe(reference);
    await untilState(desk, again.id, 'sent');
    expect(await desk.outbox.copy()).toMatchObject({ why: 'sent-elsewhere', foundSent: 1 });
    expect(writesTo(practice)).toBe(writes);
    expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });

  it('doubles no line of an order that was half sent', async () => {
    const { open, openFolder, practice, folder } = await makeSetting({ behaviour: { latency: 10 } });
    const before = await open();
    const order = await submitNew(before, practice, { lines: 8 });
    const { id, reference } = order;
    await untilStep(before, order, 4);
    await before.outbox.pause({ id, paused: true });
    await untilState(before, id, 'paused');
    await before.close();
    const older = copyOf(folder);
    const since = await open();
    await since.outbox.pause({ id, paused: false });
    await untilState(since, id, 'sent');
    await since.close();
    const writes = writesTo(practice);

    const desk = await openFolder(older);
    await desk.outbox.pause({ id, paused: false });
    await untilState(desk, id, 'sent');
    expect(await desk.outbox.copy()).toMatchObject({ why: 'sent-elsewhere', foundSent: 1 });
    expect(writesTo(practice)).toBe(writes);
    expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(8) }]);
  });

  it('warns again of a reference of which a person knew before', async () => {
    const setting = await makeSetting();
    const { practice, folder } = setting;
    practice.addOrder({ REFERENCE_NUMBER: 'R-1', BNAME: 'Somebody else' });
    const cable = steer(setting.network);
    const before = await setting.open({ network: cable.network });
    const { id: draftId } = await fillDraft(before, practice, given);
    cable.cut();
    const { id } = await before.drafts.submit({ id: draftId, confirmed: ['duplicate-reference'] });
    await untilState(before, id, 'waiting');
    await before.close();
    const older = copyOf(folder);
    const since = await setting.open();
    // What a person knew in an earlier run may not be all any more.
    await untilState(since, id, 'needs-attention');
    await since.outbox.sendAgain({ id, confirmed: true });
    await untilState(since, id, 'sent');
    await since.close();
    expect(arrived(practice, 'R-1')).toHaveLength(2);
    const writes = writesTo(practice);

    const desk = await setting.openFolder(older);
    await untilState(desk, id, 'needs-attention');
    const evidence = await desk.outbox.evidence({ id });
    expect(evidence).toMatchObject({ kind: 'duplicate', candidates: [{}, {}] });
    await expect(desk.outbox.sendAgain({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    expect(writesTo(practice)).toBe(writes);
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({ state: 'withdrawn' });
    expect(arrived(practice, 'R-1')).toHaveLength(2);
  });
});

describe('a draft of an earlier start for an order that PIMS has', () => {
  /** The order has somebody's line, and since the draft was made another one that is what the draft holds. */
  async function oldAddition() {
    const setting = await makeSetting();
    const { open, practice } = setting;
    const line = { PART_CODE: somePart(practice), QUANTITY: '5' };
    const { fields } = practice.addOrder({ REFERENCE_NUMBER: 'R-1' }, [
      { DESCRIPTION: 'Freight', QUANTITY: '1' },
    ]);
    const orderNumber = orderNumberSchema.parse(fields.ORDER_NUMBER);
    const before = await open();
    const { id: draftId } = await before.drafts.create({ target: { orderNumber, header: {} } });
    const lineId = draftLineIdSchema.parse('line-1');
    await before.drafts.edit({
      id: draftId,
      edits: [{ kind: 'insert-line', lineId, after: null, fields: line }],
    });
    await before.close();
    practice.addLine(orderNumber, line);

    const desk = await open();
    const { id } = await desk.drafts.submit({ id: draftId });
    await untilState(desk, id, 'needs-attention');
    expect(writesTo(practice)).toBe(0);
    expect(await desk.outbox.evidence({ id })).toMatchObject({ kind: 'unsure', candidates: [{ id: '2' }] });
    await expect(desk.outbox.sendAgain({ id, confirmed: false })).rejects.toMatchObject({ code: 'conflict' });
    return { desk, practice, id };
  }

  it('asks about a line that the order has already, and sends nothing when it is that one', async () => {
    const { desk, practice, id } = await oldAddition();
    await desk.outbox.adopt({ id, candidate: '2' });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: ['1', '5'] }]);
    expect(await desk.outbox.copy()).toBeNull();
  });

  it('asks about a line that the order has already, and sends it when it is another one', async () => {
    const { desk, practice, id } = await oldAddition();
    await desk.outbox.sendAgain({ id, confirmed: true });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: ['1', '5', '5'] }]);
  });
});
