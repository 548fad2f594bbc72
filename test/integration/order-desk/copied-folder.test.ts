import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import type { FolderCopy } from '../../../shared/outbox/folder-copy.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import {
  arrived,
  findSubmission,
  journalKinds,
  makeSetting,
  type Setting,
  submitNew,
  until,
  untilState,
} from './desk-under-test.ts';
import { copyOf } from './folder-damage.ts';
import { steer } from './steered-network.ts';
import { oneTo, untilStep, wordsOf, writesTo } from './watched-submission.ts';

const first = { machine: { read: async () => 'first' } };
const second = { machine: { read: async () => 'second' } };

interface Copied extends Setting {
  /** Of 8 lines, some of which were sent when the folder was copied. */
  readonly half: Submission;
  /** Of 3 lines, with a reference that was drawn. */
  readonly whole: Submission;
  /** Of 3 lines, with a person's reference. */
  readonly given: Submission;
  readonly copy: string;
  /** How many lines of `half` PIMS had then. */
  readonly linesThere: number;
}

/** A closed folder with orders that wait, and a copy of it. */
async function copiedFolder(): Promise<Copied> {
  const setting = await makeSetting({ behaviour: { latency: 10 } });
  const { practice, folder } = setting;
  const cable = steer(setting.network);
  const desk = await setting.open({ ...first, network: cable.network });
  const half = await submitNew(desk, practice, { lines: 8 });
  await untilStep(desk, half, 3);
  cable.cut();
  const whole = await submitNew(desk, practice);
  const given = await submitNew(desk, practice, { header: { REFERENCE_NUMBER: 'R-1' } });
  for (const { id } of [half, whole, given]) await untilState(desk, id, 'waiting');
  await desk.close();
  const linesThere = arrived(practice, half.reference)[0]?.quantities.length ?? 0;
  expect(linesThere).toBeLessThan(8);
  return { ...setting, half, whole, given, copy: copyOf(folder), linesThere };
}

/** A closed folder with an order that PIMS refused to create, and a copy of it. */
async function copiedRefusal(): Promise<{ setting: Setting; refused: Submission; copy: string }> {
  const setting = await makeSetting();
  const { practice, folder } = setting;
  const desk = await setting.open(first);
  practice.planFault({ endpoint: 'orders/create', fault: { kind: 'bad-request' } });
  const refused = await submitNew(desk, practice);
  await untilState(desk, refused.id, 'needs-attention');
  await desk.close();
  return { setting, refused, copy: copyOf(folder) };
}

/** The first machine goes on: it sends this one, and this many steps of it at least. */
async function firstSends({ open, network }: Copied, which: Submission, steps: number): Promise<void> {
  const cable = steer(network);
  cable.cut();
  const desk = await open({ ...first, network: cable.network });
  for (const { id, state } of await desk.outbox.list()) {
    if (id !== which.id && state !== 'sent') await desk.outbox.pause({ id, paused: true });
  }
  cable.mend();
  await untilStep(desk, which, steps);
  if (steps < which.stepsTotal) cable.cut();
  await untilState(desk, which.id, 'sent', 'waiting');
  for (const { id, isPaused } of await desk.outbox.list()) {
    if (isPaused) await desk.outbox.pause({ id, paused: false });
  }
  await desk.close();
}

/** Waits until everything has been looked for, and so many turned out to be in PIMS. */
async function untilChecked(desk: OrderDesk, foundSent = 0): Promise<FolderCopy> {
  return until(`everything has been looked for and ${foundSent} were found`, async () => {
    const copy = await desk.outbox.copy();
    return copy?.checking === 0 && copy.foundSent === foundSent ? copy : undefined;
  });
}

describe('a copied folder', () => {
  it('sends nothing, finds out what the first one has sent, asks, and then sends what is missing', async () => {
    const copied = await copiedFolder();
    const { practice, half, whole, given, copy } = copied;
    for (const order of [half, whole]) await firstSends(copied, order, order.stepsTotal);
    const writes = writesTo(practice);

    const cable = steer(copied.network);
    cable.cut();
    const desk = await copied.openFolder(copy, { ...second, network: cable.network });
    expect(desk.findings).toMatchObject({ copied: { why: 'other-machine' } });
    expect(await desk.outbox.copy()).toMatchObject({
      why: 'other-machine',
      checking: 3,
      held: 3,
      foundSent: 0,
    });
    for (const { state, backToDraft } of await desk.outbox.list()) {
      expect({ state, backToDraft }).toEqual({ state: 'checking', backToDraft: 'soon' });
    }
    const later = await submitNew(desk, practice);
    expect(later.state).toBe('held');
    expect(later.problem?.message).toContain('This data comes from another machine');
    for (const decision of ['go-on', 'take-back'] as const) {
      await expect(desk.outbox.decideCopy({ decision })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('still being found out'),
      });
    }

    cable.mend();
    expect(await untilChecked(desk, 2)).toMatchObject({ held: 2 });
    for (const order of [half, whole]) {
      expect((await findSubmission(desk, order.id)).state).toBe('sent');
      expect(await journalKinds(desk, order.id)).toEqual(expect.arrayContaining(['copy-found', 'adopted']));
    }
    expect((await findSubmission(desk, given.id)).state).toBe('held');
    expect((await wordsOf(desk, given)).at(-1)).toBe('Looked in PIMS: order R-1 has not arrived.');
    expect(writesTo(practice)).toBe(writes);

    await desk.outbox.decideCopy({ decision: 'go-on' });
    expect(await desk.outbox.copy()).toBeNull();
    for (const { id } of [given, later]) await untilState(desk, id, 'sent');
    expect(writesTo(practice)).toBe(writes + given.stepsTotal + later.stepsTotal);
    expect(arrived(practice, half.reference)).toMatchObject([{ quantities: oneTo(8) }]);
    for (const { reference } of [whole, given, later]) {
      expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(3) }]);
    }
    await expect(desk.outbox.decideCopy({ decision: 'go-on' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('goes on with exactly the lines that the first one has not sent either', async () => {
    const copied = await copiedFolder();
    const { practice, half, linesThere, copy } = copied;
    await firstSends(copied, half, linesThere + 3);
    const now = arrived(practice, half.reference)[0]?.quantities.length ?? 0;
    expect(now).toBeGreaterThan(linesThere);
    const writes = writesTo(practice);
    const desk = await copied.openFolder(copy, second);
    expect(await untilChecked(desk)).toMatchObject({ held: 3 });
    expect((await findSubmission(desk, half.id)).stepsDone).toBe(now + 1);
    expect(writesTo(practice)).toBe(writes);
    await desk.outbox.decideCopy({ decision: 'go-on' });
    for (const { id } of await desk.outbox.list()) await untilState(desk, id, 'sent');
    expect(writesTo(practice)).toBe(writes + (8 - now) + 4 + 4);
    expect(arrived(practice, half.reference)).toMatchObject([{ quantities: oneTo(8) }]);
  });

  it('looks once more when a person has it go on: the first one may have sent meanwhile', async () => {
    const copied = await copiedFolder();
    const { practice, half, whole, given, copy } = copied;
    const desk = await copied.openFolder(copy, second);
    await untilChecked(desk);
    for (const order of [half, whole, given]) await firstSends(copied, order, order.stepsTotal);
    const writes = writesTo(practice);
    await desk.outbox.decideCopy({ decision: 'go-on' });
    for (const { id } of [half, whole]) await untilState(desk, id, 'sent');
    // Anybody may use a person's reference. Once the person says that it is this order, its lines are found by themselves.
    await untilState(desk, given.id, 'needs-attention');
    const evidence = await desk.outbox.evidence({ id: given.id });
    expect(evidence).toMatchObject({ kind: 'unsure', step: { kind: 'create-order' } });
    await desk.outbox.adopt({ id: given.id, candidate: evidence?.candidates[0]?.id ?? '' });
    await untilState(desk, given.id, 'sent');
    expect(writesTo(practice)).toBe(writes);
  });

  it('takes everything back to its draft, from which each order goes on as it stands', async () => {
    const copied = await copiedFolder();
    const { practice, half, whole, given, linesThere, copy } = copied;
    const desk = await copied.openFolder(copy, second);
    await untilChecked(desk);
    const writes = writesTo(practice);
    await desk.outbox.decideCopy({ decision: 'take-back' });
    expect(await desk.outbox.copy()).toBeNull();
    expect((await desk.outbox.list()).map(({ state }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
      'withdrawn',
    ]);
    for (const { draftId } of [half, whole, given]) {
      expect((await desk.drafts.open({ id: draftId })).state).toBe('open');
    }
    const { inPims } = await desk.drafts.open({ id: half.draftId });
    expect(inPims?.lineIds).toHaveLength(linesThere);
    expect(writesTo(practice)).toBe(writes);

    for (const { draftId } of [half, whole, given]) {
      const again = await desk.drafts.submit({ id: draftId });
      await untilState(desk, again.id, 'sent');
    }
    expect(writesTo(practice)).toBe(writes + (8 - linesThere) + 4 + 4);
    expect(arrived(practice, half.reference)).toMatchObject([{ quantities: oneTo(8) }]);
  });

  it('is decided about between two steps of an order that was just looked for', async () => {
    const copied = await copiedFolder();
    const { practice, given, copy } = copied;
    const cable = steer(copied.network);
    cable.cut();
    const desk = await copied.openFolder(copy, { ...second, network: cable.network });
    let changes = 0;
    desk.on('outbox.changed', async () => {
      changes += 1;
      // One that goes on and on without an end would keep this test from ever failing.
      if (changes === 1_000) await desk.close();
      if ((await desk.outbox.copy())?.checking === 0) await desk.outbox.decideCopy({ decision: 'take-back' });
    });
    cable.mend();
    await untilState(desk, given.id, 'withdrawn');
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    expect(changes).toBeLessThan(1_000);
    const states = (await desk.outbox.list()).map(({ state }) => state);
    expect(states).toEqual(['sent', 'withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('leaves an order that PIMS refused to the person, as it was', async () => {
    const { setting, refused, copy } = await copiedRefusal();
    const desk = await setting.openFolder(copy, second);
    expect(await untilChecked(desk)).toMatchObject({ held: 1 });
    expect(await findSubmission(desk, refused.id)).toMatchObject({
      state: 'needs-attention',
      backToDraft: 'now',
    });
    await desk.outbox.decideCopy({ decision: 'go-on' });
    await desk.outbox.withdraw({ id: refused.id, confirmed: false });
    expect((await findSubmission(desk, refused.id)).state).toBe('withdrawn');
    const again = await desk.drafts.submit({ id: refused.draftId });
    await untilState(desk, again.id, 'sent');
    expect(arrived(setting.practice, refused.reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });

  it('finds that the first one has sent meanwhile what PIMS had refused', async () => {
    const { setting, refused, copy } = await copiedRefusal();
    const { practice } = setting;
    const original = await setting.open(first);
    await original.outbox.sendAgain({ id: refused.id, confirmed: false });
    await untilState(original, refused.id, 'sent');
    await original.close();
    const writes = writesTo(practice);
    const desk = await setting.openFolder(copy, second);
    await untilChecked(desk);
    await desk.outbox.decideCopy({ decision: 'go-on' });
    await desk.outbox.sendAgain({ id: refused.id, confirmed: false });
    await until('the copy is noticed anew', () => desk.outbox.copy());
    await untilChecked(desk, 1);
    await desk.outbox.decideCopy({ decision: 'go-on' });
    expect((await findSubmission(desk, refused.id)).state).toBe('sent');
    expect(writesTo(practice)).toBe(writes);
    expect(arrived(practice, refused.reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });

  it('doubles nothing when what was taken back is submitted again although the first one has sent it', async () => {
    const copied = await copiedFolder();
    const { practice, half, whole, given, copy } = copied;
    const cable = steer(copied.network);
    const desk = await copied.openFolder(copy, { ...second, network: cable.network });
    await untilChecked(desk);
    await desk.outbox.decideCopy({ decision: 'take-back' });
    for (const order of [half, whole, given]) await firstSends(copied, order, order.stepsTotal);
    const writes = writesTo(practice);

    // PIMS can't be asked when they are submitted.
    cable.cut();
    const submitAgain = ({ draftId }: Submission) => desk.drafts.submit({ id: draftId });
    const [lines, order] = [await submitAgain(half), await submitAgain(given)];
    cable.mend();
    await untilState(desk, lines.id, 'needs-attention');
    expect(await desk.outbox.evidence({ id: lines.id })).toMatchObject({ kind: 'unsure' });
    await untilState(desk, order.id, 'needs-attention');
    expect(await desk.outbox.evidence({ id: order.id })).toMatchObject({ kind: 'duplicate' });
    const drawn = await submitAgain(whole);
    expect(drawn.reference).toBe(whole.reference);
    // A reference that was never sent is ours for certain; of one that may have been, a person is asked.
    await untilState(desk, drawn.id, 'sent', 'needs-attention');
    expect(arrived(practice, whole.reference)).toHaveLength(1);
    expect(writesTo(practice)).toBe(writes);
  });

  it('finds out about what was paused too, and leaves it paused', async () => {
    const copied = await copiedFolder();
    const { practice, half, whole, given, open, folder } = copied;
    const cable = steer(copied.network);
    cable.cut();
    const before = await open({ ...first, network: cable.network });
    await before.outbox.pause({ id: half.id, paused: true });
    await before.outbox.pauseConnection({ connectionId: half.connectionId, paused: true });
    await before.close();
    const writes = writesTo(practice);

    const desk = await copied.openFolder(copyOf(folder), second);
    expect(await untilChecked(desk)).toMatchObject({ held: 3 });
    await desk.outbox.decideCopy({ decision: 'go-on' });
    for (const { id } of [half, whole, given]) {
      expect((await findSubmission(desk, id)).state).toBe('paused');
    }
    expect(writesTo(practice)).toBe(writes);
    await desk.outbox.pauseConnection({ connectionId: half.connectionId, paused: false });
    for (const { id } of [whole, given]) await untilState(desk, id, 'sent');
    expect((await findSubmission(desk, half.id)).state).toBe('paused');
    await desk.outbox.pause({ id: half.id, paused: false });
    await untilState(desk, half.id, 'sent');
    expect(arrived(practice, half.reference)).toMatchObject([{ quantities: oneTo(8) }]);
  });
});
