import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goToImport } from '../e2e/harness/import.ts';
import { median, report, spread } from './figures.ts';
import { benchFile, readyRows } from './import/bench-file.ts';
import { changeRows, createDraft, freshImportPage, importToGrid } from './import/measured-import.ts';
import { timePapaParse } from './import/papaparse-alone.ts';
import { forgetPeak, residentMemory } from './process-memory.ts';

/*
 * The import of a file in the real application, beside Papa Parse alone on the same file in the same window. Only growth is
 * asserted: twice the rows may not take more than four times as long.
 */

const SIZES = [1_000, 10_000, 100_000, 200_000];
const ROUNDS = 3;

// Traces and pictures of the page would be measured too.
test.use({ trace: 'off', screenshot: 'off' });

test('from the chosen file to the checked grid', async ({ window: page, userDataDir }) => {
  const perRow = new Map<number, number>();
  for (const rows of SIZES) {
    const path = await writeBenchFile(userDataDir, rows);
    const bare: number[] = [];
    const ours: number[] = [];
    const stages: (readonly [number, number, number])[] = [];
    const tasks: number[] = [];
    const gaps: number[] = [];
    const changed: number[] = [];
    const changeTasks: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      await freshImportPage(page);
      const alone = await timePapaParse(page, path, rows);
      await freshImportPage(page);
      const { done, thread } = await importToGrid(page, path);
      await expect(page.getByText(`${readyRows(rows).toLocaleString('en')} ready`)).toBeVisible();
      const change = await changeRows(page);
      // The first round loads the screen's code, and is not counted.
      if (round === 0) continue;
      bare.push(alone);
      ours.push(done.opened + done.columns + done.checked);
      stages.push([done.opened, done.columns, done.checked]);
      tasks.push(thread.longestTaskMs);
      gaps.push(thread.longestGapMs);
      changed.push(...change.done);
      changeTasks.push(change.thread.longestTaskMs);
    }
    perRow.set(rows, median(ours) / rows);
    const ratios = ours.map((took, round) => took / (bare[round] ?? Number.NaN));
    const [opened, columns, checked] = [0, 1, 2].map((stage) =>
      median(stages.map((times) => times[stage] ?? Number.NaN)).toFixed(0),
    );
    await report(
      `import of ${rows} rows × 12, file chosen to checked grid / Papa Parse alone: ${median(ratios).toFixed(2)} ` +
        `(${spread(ratios, 2)}; aim 3.0); ${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms ` +
        `(opening ${opened}, reading and columns ${columns}, checking ${checked}); ` +
        `longest task of the window: ${taskWords(median(tasks))}, longest gap: ${median(gaps).toFixed(0)} ms (aim 50); ` +
        `a row changed: ${median(changed).toFixed(0)} ms to its painting, longest task ${taskWords(median(changeTasks))}; ` +
        `${ROUNDS} rounds`,
    );
  }
  const growth = (perRow.get(200_000) ?? Number.NaN) / (perRow.get(100_000) ?? Number.NaN);
  await report(`import, time for each row at 200000 rows / at 100000: ${growth.toFixed(2)} (aim 1)`);
  expect(growth).toBeLessThan(2);
});

test('memory of an import, and creating its draft', async ({ launch, userDataDir }) => {
  const perRow = new Map<number, number>();
  for (const rows of SIZES) {
    const path = await writeBenchFile(userDataDir, rows);
    const { size } = await stat(path);
    const desk = await launch();
    const page = await desk.readyWindow();
    await goToImport(page);
    const main = desk.app.process().pid ?? 0;
    const renderer = await desk.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    );
    const watched = [main, renderer];
    const before = await Promise.all(watched.map(residentMemory));
    for (const pid of watched) await forgetPeak(pid);
    await importToGrid(page, path);
    const inGrid = await Promise.all(watched.map(residentMemory));
    const figures = await createDraft(desk, page);
    const after = await Promise.all(watched.map(residentMemory));
    await desk.quit();
    const grown = (later: typeof before): string =>
      (later.reduce((sum, { peak }, index) => sum + peak - (before[index]?.now ?? 0), 0) / size).toFixed(1);
    perRow.set(rows, figures.created / rows);
    await report(
      `import of ${rows} rows × 12, ${(size / 1024 / 1024).toFixed(1)} MiB: peak memory of window and main process beyond ` +
        `what they had / file size: ${grown(inGrid)} to the checked grid, ${grown(after)} to the draft; ` +
        `the plan ${figures.planned.toFixed(0)} ms, creating the draft ${figures.created.toFixed(0)} ms; longest task of the ` +
        `window then: ${taskWords(figures.thread.longestTaskMs)}, longest gap of the main process: ${figures.mainGapMs.toFixed(0)} ms`,
    );
  }
  const growth = (perRow.get(200_000) ?? Number.NaN) / (perRow.get(100_000) ?? Number.NaN);
  await report(
    `creating a draft, time for each row at 200000 rows / at 100000: ${growth.toFixed(2)} (aim 1)`,
  );
  expect(growth).toBeLessThan(2);
});

async function writeBenchFile(folder: string, rows: number): Promise<string> {
  const path = join(folder, `bench-${rows}.csv`);
  await writeFile(path, benchFile(rows));
  return path;
}

/** Chromium tells of longer tasks alone. */
function taskWords(longestMs: number): string {
  return longestMs === 0 ? 'below 50 ms' : `${longestMs.toFixed(0)} ms`;
}
