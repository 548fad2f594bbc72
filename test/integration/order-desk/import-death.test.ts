import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltProgram, buildProgram } from '../../child-programs/build-program.ts';
import { makeSetting } from './desk-under-test.ts';
import type { DyingImport } from './dying-import.ts';

let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram(join(import.meta.dirname, 'dying-import.ts'));
});
afterAll(() => program.remove());

const drafts = 20;
const lines = 400;

/* From before the first row is written to after the last; how far it gets within them is the machine's affair. */
it.each([0, 5, 10, 20, 40, 80, 160, 320])(
  'an import that is killed %i ms after it began has made all of its drafts or none',
  async (ms) => {
    const { folder, open } = await makeSetting();
    const orders: DyingImport = { folder, drafts, lines };
    const child = fork(program.path, [JSON.stringify(orders)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit');
    await once(child, 'message');
    await new Promise((resolve) => setTimeout(resolve, ms));
    child.kill('SIGKILL');
    await ended;

    const desk = await open();
    const made = await desk.drafts.list();
    expect([0, drafts]).toContain(made.length);
    expect(made.every(({ lineCount }) => lineCount === lines)).toBe(true);
    expect(await desk.imports.list()).toHaveLength(made.length === 0 ? 0 : 1);
  },
);
