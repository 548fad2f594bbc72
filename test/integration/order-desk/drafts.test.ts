import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { draftLineIdSchema } from '../../../shared/ids.ts';
import { fillDraft, makeSetting } from './desk-under-test.ts';
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
});
