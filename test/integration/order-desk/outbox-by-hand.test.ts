import { describe, expect, it } from 'vitest';
import { connectionIdSchema, type SubmissionId, submissionIdSchema } from '../../../shared/ids.ts';
import {
  arrived,
  findSubmission,
  journalKinds,
  makeSetting,
  submitNew,
  untilState,
} from './desk-under-test.ts';
import { addOwn } from './own-connection.ts';
import { steer } from './steered-network.ts';
import { oneTo, untilStep, writesTo } from './watched-submission.ts';

/** Long enough to step in between two lines. */
const slow = { behaviour: { latency: 15 } };

describe('an order that a person pauses', () => {
  it('stops after the step under way, lets the others go on, and stays so after a start', async () => {
    const { open, practice } = await makeSetting(slow);
    const desk = await open();
    const first = await submitNew(desk, practice, { lines: 12 });
    await untilStep(desk, first, 4);
    await desk.outbox.pause({ id: first.id, paused: true });
    await desk.outbox.pause({ id: first.id, paused: true });
    const paused = await untilState(desk, first.id, 'paused');
    expect(paused).toMatchObject({ isPaused: true, backToDraft: 'now', problem: null });
    const linesThere = oneTo(paused.stepsDone - 1);
    expect(linesThere.length).toBeLessThan(12);

    const second = await submitNew(desk, practice);
    await desk.outbox.wake({});
    await untilState(desk, second.id, 'sent');
    expect(arrived(practice, first.reference)).toMatchObject([{ quantities: linesThere }]);
    await desk.close();

    const again = await open();
    const third = await submitNew(again, practice);
    await untilState(again, third.id, 'sent');
    expect(await findSubmission(again, first.id)).toMatchObject({ state: 'paused', isPaused: true });
    expect(arrived(practice, first.reference)).toMatchObject([{ quantities: linesThere }]);
    await again.outbox.pause({ id: first.id, paused: false });
    await untilState(again, first.id, 'sent');
    expect(arrived(practice, first.reference)).toMatchObject([{ quantities: oneTo(12) }]);
    const told = (await journalKinds(again, first.id)).filter(
      (kind) => kind === 'paused' || kind === 'resumed',
    );
    expect(told).toEqual(['paused', 'resumed']);
  });

  it('ends the steps under way when lines go side by side', async () => {
    const setting = await makeSetting(slow);
    const { practice } = setting;
    const desk = await setting.open();
    await addOwn(desk, setting, { linesInFlight: 4 });
    const order = await submitNew(desk, practice, { lines: 40 });
    const { id, reference } = order;
    await untilStep(desk, order, 6);
    await desk.outbox.pause({ id, paused: true });
    const { stepsDone } = await untilState(desk, id, 'paused');
    expect(stepsDone).toBeLessThan(41);
    const other = await submitNew(desk, practice);
    await untilState(desk, other.id, 'sent');
    expect(arrived(practice, reference)[0]?.quantities).toHaveLength(stepsDone - 1);
    await desk.outbox.pause({ id, paused: false });
    await untilState(desk, id, 'sent');
    expect(new Set(arrived(practice, reference)[0]?.quantities)).toEqual(new Set(oneTo(40)));
    expect(arrived(practice, reference)[0]?.quantities).toHaveLength(40);
  });

  it('while it is in doubt is found out about when it goes on, and sent no second time', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { network, holdLooksInDoubt } = steer(setting.network);
    const desk = await setting.open({ network });
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'drop', when: 'after' } });
    const letGo = holdLooksInDoubt();
    const { id, reference } = await submitNew(desk, practice, { lines: 4 });
    await untilState(desk, id, 'checking');
    await desk.outbox.pause({ id, paused: true });
    letGo();
    expect(await untilState(desk, id, 'paused')).toMatchObject({ stepsDone: 2, backToDraft: 'soon' });
    expect(arrived(practice, reference)).toMatchObject([{ quantities: ['1', '2'] }]);
    await desk.outbox.pause({ id, paused: false });
    await untilState(desk, id, 'sent');
    expect(arrived(practice, reference)).toMatchObject([{ quantities: oneTo(4) }]);
  });

  it('and that is over can’t be paused', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const { id } = await submitNew(desk, practice);
    await untilState(desk, id, 'sent');
    await expect(desk.outbox.pause({ id, paused: true })).rejects.toMatchObject({
      code: 'conflict',
      message: 'There is nothing left to send of this order.',
    });
    expect(await findSubmission(desk, id)).toMatchObject({ state: 'sent', isPaused: false });
  });
});

describe('what is finished', () => {
  it('is found by text and by id, also where the list leaves it out', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const first = await submitNew(desk, practice, { header: { REFERENCE_NUMBER: 'FIRST' } });
    const second = await submitNew(desk, practice, { header: { REFERENCE_NUMBER: 'SECOND' } });
    for (const { id } of [first, second]) await untilState(desk, id, 'sent');
    const found = async (text: string, id: SubmissionId | null = null) =>
      (await desk.outbox.older({ text, id })).map(({ reference }) => reference);
    expect(await found('  ')).toEqual([]);
    expect(await found('first')).toEqual(['FIRST']);
    expect(await found('', second.id)).toEqual(['SECOND']);
    expect(await found('FIRST', second.id)).toEqual(['FIRST', 'SECOND']);
    expect(await found('first', first.id)).toEqual(['FIRST']);
    expect(await found('', submissionIdSchema.parse('elsewhere'))).toEqual([]);
  });
});

describe('a connection that a person pauses', () => {
  it('sends nothing, also of what is submitted later, until it goes on; others send', async () => {
    const setting = await makeSetting(slow);
    const { practice } = setting;
    const desk = await setting.open();
    const [other] = await desk.connections.list();
    if (other === undefined) throw new Error('There is no practice connection.');
    const { id: connectionId } = await addOwn(desk, setting);
    const underWay = await submitNew(desk, practice, { lines: 12 });
    await untilStep(desk, underWay, 4);
    await desk.outbox.pauseConnection({ connectionId, paused: true });
    const paused = await untilState(desk, underWay.id, 'paused');
    expect(paused).toMatchObject({ isPaused: false, backToDraft: 'now' });
    const later = await submitNew(desk, practice);
    expect(later.state).toBe('paused');
    await desk.close();

    const again = await setting.open();
    const saved = (await again.connections.list()).find(({ id }) => id === connectionId);
    expect(saved?.pausedAt).toEqual(expect.any(String));
    await again.outbox.wake({});
    await again.outbox.wake({ connectionId });
    await again.status.tryNow();
    await again.connections.choose({ id: other.id });
    const elsewhere = await submitNew(again, practice);
    await untilState(again, elsewhere.id, 'sent');
    for (const { id } of [underWay, later]) expect((await findSubmission(again, id)).state).toBe('paused');
    expect(arrived(practice, underWay.reference)).toMatchObject([
      { quantities: oneTo(paused.stepsDone - 1) },
    ]);
    expect(arrived(practice, later.reference)).toEqual([]);

    await again.outbox.pauseConnection({ connectionId, paused: false });
    for (const { id } of [underWay, later]) await untilState(again, id, 'sent');
    expect(arrived(practice, underWay.reference)).toMatchObject([{ quantities: oneTo(12) }]);
    expect(arrived(practice, later.reference)).toMatchObject([{ quantities: oneTo(3) }]);
  });

  it('has to be there', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    const connectionId = connectionIdSchema.parse('gone');
    await expect(desk.outbox.pauseConnection({ connectionId, paused: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('still finds out what PIMS has of an order that was called off, and sends nothing', async () => {
    const setting = await makeSetting();
    const { practice } = setting;
    const { network, holdLooksInDoubt, cut, mend } = steer(setting.network);
    const desk = await setting.open({ network });
    practice.planFault({ endpoint: 'orders/line_item', skip: 1, fault: { kind: 'drop', when: 'after' } });
    const letGo = holdLooksInDoubt();
    const { id, draftId, connectionId } = await submitNew(desk, practice, { lines: 4 });
    await untilState(desk, id, 'checking');
    cut();
    letGo();
    await desk.outbox.pauseConnection({ connectionId, paused: true });
    await untilState(desk, id, 'paused');
    const waiting = await submitNew(desk, practice);
    const writes = writesTo(practice);
    expect(await desk.outbox.withdraw({ id, confirmed: false })).toMatchObject({ state: 'calling-off' });
    mend();
    expect(await untilState(desk, id, 'withdrawn')).toMatchObject({ stepsDone: 3 });
    expect((await desk.drafts.open({ id: draftId })).inPims?.lineIds).toEqual(['line-1', 'line-2']);
    expect((await findSubmission(desk, waiting.id)).state).toBe('paused');
    expect(writesTo(practice)).toBe(writes);
  });
});
