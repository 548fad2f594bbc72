import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { measuringProgram } from '../child-programs/measuring-program.ts';
import { numberedLines } from '../child-programs/plain-desk.ts';
import type { OrderTask } from '../child-programs/send-order.ts';
import { median, report, spread } from './figures.ts';
import { addLinesWithNewman } from './newman.ts';
import { startPracticeProcess } from './practice-process.ts';
import { createOrder, someCustomer } from './programs/bare-pims.ts';
import type { LinesFigures, LinesTask } from './programs/lines-against-bare.ts';
import { temporaryFolders } from './temporary-folders.ts';

const LATENCY_MS = 20;
const LINES = 1_000;

test('1,000 lines to one order against a bare fetch loop', async () => {
  const practice = await startPracticeProcess(LATENCY_MS);
  const program = await measuringProgram<LinesTask, LinesFigures>(
    join(import.meta.dirname, 'programs/lines-against-bare.ts'),
  );
  const folders = temporaryFolders();
  try {
    const { tenant } = practice;
    const customer = await someCustomer(tenant);
    const { ours, bare, sync } = await program.run({
      folder: folders.make(),
      tenant,
      customer,
      lines: LINES,
      block: 50,
    });
    const [line, request, kept] = [median(ours), median(bare), median(sync)];
    await report(
      `a line of ${LINES} in one order / a bare request: ${(line / request).toFixed(2)}; ` +
        `${line.toFixed(1)} ms against ${request.toFixed(1)} ms: ${(line - request).toFixed(1)} ms more (aim 2), ` +
        `where the disk takes ${kept.toFixed(1)} ms to keep a write`,
    );
    expect(ours).toHaveLength(LINES - 1);
    expect(bare).toHaveLength(LINES);
  } finally {
    await practice.stop();
    program.remove();
    folders.remove();
  }
});

test('1,000 lines with six in flight against one, and against newman', async () => {
  const ROUNDS = 3;
  const practice = await startPracticeProcess(LATENCY_MS);
  const program = await measuringProgram<OrderTask, number>(
    join(import.meta.dirname, '../child-programs/send-order.ts'),
  );
  const folders = temporaryFolders();
  try {
    const { tenant } = practice;
    const customer = await someCustomer(tenant);
    const send = (linesInFlight: number) =>
      program.run({ folder: folders.make(), tenant, customer, lines: LINES, linesInFlight });
    const took: { one: number[]; six: number[]; newman: number[] } = { one: [], six: [], newman: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      took.one.push(await send(1));
      took.six.push(await send(6));
      const order = await createOrder(tenant, {
        CUSTOMER_CODE: customer,
        REFERENCE_NUMBER: `NEWMAN-${round}`,
      });
      took.newman.push(await addLinesWithNewman(folders.make(), tenant, order, numberedLines(LINES)));
    }
    const times = (slow: readonly number[], fast: readonly number[]) =>
      slow.map((ms, round) => ms / (fast[round] ?? Number.NaN));
    const seconds = (ms: readonly number[]) => `${(median(ms) / 1_000).toFixed(1)} s`;
    const faster = times(took.one, took.six);
    await report(
      `${LINES} lines, one in flight / six: ${median(faster).toFixed(2)} (${spread(faster, 2)}; aim 4.5); ` +
        `${seconds(took.one)} against ${seconds(took.six)}`,
    );
    for (const [words, ours] of [
      ['one', took.one],
      ['six', took.six],
    ] as const) {
      const ratios = times(took.newman, ours);
      await report(
        `${LINES} lines, newman / ${words} in flight: ${median(ratios).toFixed(2)} (${spread(ratios, 2)}); ` +
          `${seconds(took.newman)} against ${seconds(ours)}`,
      );
    }
    expect(faster).toHaveLength(ROUNDS);
  } finally {
    await practice.stop();
    program.remove();
    folders.remove();
  }
});
