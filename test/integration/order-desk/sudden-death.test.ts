import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltProgram, buildProgram } from '../../child-programs/build-program.ts';
import { arrived, fillDraft, makeSetting, type Setting, until, untilState } from './desk-under-test.ts';
import type { DyingOrders } from './dying-desk.ts';

let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram(join(import.meta.dirname, 'dying-desk.ts'));
});
afterAll(() => program.remove());

/** The moments of a step, and whether PIMS has it by then. */
const moments = [
  { moment: 'before it is intended', at: 'Step due', fault: null, isThere: false },
  { moment: 'after it is intended', at: 'Step intended', fault: null, isThere: false },
  { moment: 'after sending it, before PIMS acts', at: null, fault: 'before', isThere: false },
  { moment: 'after sending it, after PIMS acts', at: null, fault: 'after', isThere: true },
  { moment: 'after the answer', at: 'Step answered', fault: null, isThere: true },
  { moment: 'after it is done', at: 'Step done', fault: null, isThere: true },
] as const;

const steps = [
  { name: 'the order', ordinal: 0 },
  { name: 'the first line', ordinal: 1 },
  { name: 'the last line', ordinal: 2 },
] as const;
const all = ['1', '2'];

describe.each(steps)('killed while sending $name', ({ ordinal }) => {
  it.each(moments)('$moment', async ({ at, fault, isThere }) => {
    const setting = await makeSetting();
    const { practice, open } = setting;
    const before = await open();
    const draft = await fillDraft(before, practice, { lines: 2, header: { REFERENCE_NUMBER: 'R-1' } });
    await before.close();
    if (fault !== null) {
      practice.planFault({
        endpoint: ordinal === 0 ? 'orders/create' : 'orders/line_item',
        skip: Math.max(0, ordinal - 1),
        fault: { kind: 'hang', when: fault },
      });
    }
    await liveAndDie(setting, { draftId: draft.id, at, ordinal });
    practice.clearFaults();

    const stepsThere = isThere ? ordinal + 1 : ordinal;
    const linesThere = stepsThere === 0 ? [] : [{ quantities: all.slice(0, stepsThere - 1) }];
    expect(arrived(practice, 'R-1')).toMatchObject(linesThere);

    const desk = await open();
    const [submission] = await desk.outbox.list();
    if (submission === undefined) throw new Error('The submission is gone.');
    await untilState(desk, submission.id, 'sent');
    expect(arrived(practice, 'R-1')).toMatchObject([{ quantities: all }]);
    const entries = await desk.outbox.journal({ id: submission.id });
    const ofStep = entries.filter(({ step }) => step?.ordinal === ordinal).map(({ kind }) => kind);
    if (at === 'Step due' || at === 'Step done') expect(ofStep).not.toContain('unknown');
    else if (isThere) expect(ofStep).toEqual(['intended', 'unknown', 'adopted']);
    else expect(ofStep).toEqual(['intended', 'unknown', 'not-found', 'intended', 'done']);
  });
});

/** Runs the other process until it is dead. */
async function liveAndDie(
  { folder, practice }: Setting,
  orders: Pick<DyingOrders, 'draftId' | 'at' | 'ordinal'>,
): Promise<void> {
  const message: DyingOrders = {
    folder,
    practice: { baseUrl: practice.baseUrl, ...practice.credentials },
    ...orders,
  };
  const child = fork(program.path, [JSON.stringify(message)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const death = once(child, 'exit');
  if (orders.at === null) {
    await until('the server hangs', () => practice.requests().some(({ fault }) => fault === 'hang'));
    child.kill('SIGKILL');
  }
  const [, signal] = await death;
  expect(complaints).toBe('');
  expect(signal).toBe('SIGKILL');
}
