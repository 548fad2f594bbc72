import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startWatched, temporaryProfile, type WatchedApp } from '../watched-app/watched-app.ts';
import { median, report, spread } from './figures.ts';
import { idleTreeMemory } from './process-memory.ts';

const orderDesk = join(import.meta.dirname, '../..');
const emptyWindow = join(import.meta.dirname, 'empty-window');
const ROUNDS = 7;

function start(folder: string, profile: string): Promise<WatchedApp> {
  const executable = process.env.ELECTRON_EXEC_PATH;
  if (executable === undefined)
    throw new Error('ELECTRON_EXEC_PATH is not set: run this through npm run bench.');
  return startWatched(executable, [folder], profile);
}

/** Milliseconds from process start to the moment, epoch milliseconds, that the page tells. */
async function timeTo(folder: string, profile: string, moment: () => number | undefined) {
  const app = await start(folder, profile);
  try {
    const at = await app.page.waitForFunction(moment, undefined, { polling: 50 });
    return Number(await at.jsonValue()) - app.startedAt;
  } finally {
    await app.quit();
    await app.discard();
  }
}

function loaded(): number | undefined {
  const [navigation] = performance.getEntriesByType('navigation');
  const end = navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : 0;
  return end > 0 ? performance.timeOrigin + end : undefined;
}

function ordersShown(): number | undefined {
  const [mark] = performance.getEntriesByName('orders-shown');
  return mark === undefined ? undefined : performance.timeOrigin + mark.startTime;
}

test('start to an interactive Orders screen, and memory when idle, against an empty window', async () => {
  const ours = temporaryProfile();
  const empty = temporaryProfile();
  try {
    const times: { ours: number[]; empty: number[] } = { ours: [], empty: [] };
    // The first round makes profile, database and sample data, and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const baseline = await timeTo(emptyWindow, empty.path, loaded);
      const measured = await timeTo(orderDesk, ours.path, ordersShown);
      if (round === 0) continue;
      times.empty.push(baseline);
      times.ours.push(measured);
    }
    const ratios = times.ours.map((time, index) => time / (times.empty[index] ?? Number.NaN));
    await report(
      `start to Orders / empty window: ${median(ratios).toFixed(2)} (${spread(ratios, 2)}); ` +
        `${median(times.ours).toFixed(0)} ms against ${median(times.empty).toFixed(0)} ms, ${ROUNDS} rounds; aim 2.0`,
    );
    const memory = {
      empty: await idleMemory(emptyWindow, empty.path),
      ours: await idleMemory(orderDesk, ours.path),
    };
    await report(
      `memory when idle / empty window: ${(memory.ours / memory.empty).toFixed(2)}; ` +
        `${memory.ours.toFixed(0)} MiB against ${memory.empty.toFixed(0)} MiB; aim 1.5`,
    );
    expect(ratios).toHaveLength(ROUNDS);
  } finally {
    ours.remove();
    empty.remove();
  }
});

async function idleMemory(folder: string, profile: string): Promise<number> {
  const app = await start(folder, profile);
  try {
    await app.page.waitForLoadState('load');
    return await idleTreeMemory(app.pid);
  } finally {
    await app.quit();
    await app.discard();
  }
}
