import { expect, type Page } from '@playwright/test';
import { goToImport } from '../../e2e/harness/import.ts';
import type { RunningDesk } from '../../e2e/harness/launch.ts';
import { type Awaited, timeToPainted } from '../grid/painted.ts';
import { type ThreadFigures, watchingThread } from './ui-thread.ts';

/** The machine's part of an import, without the person's, in milliseconds. */
export interface ImportTimes {
  /** From the choice of the file to its preview. */
  readonly opened: number;
  /** From Next: Columns to the planned columns. */
  readonly columns: number;
  /** From Next: Check to the first rows in the grid. */
  readonly checked: number;
}

const grid = '[role=grid][aria-label="Rows of the file"]';
const preview: Awaited = { selector: 'section[aria-label="The first lines of the file"] td' };
const columns: Awaited = { selector: 'table[aria-label="Columns of the file"] td' };
const firstRow: Awaited = { selector: `${grid} [aria-rowindex="2"] [data-field=PART_CODE] span` };

/** Chooses a file and goes on until its rows stand in the grid, on a page that has just been loaded. */
export async function importToGrid(
  page: Page,
  path: string,
): Promise<{ readonly done: ImportTimes; readonly thread: ThreadFigures }> {
  return watchingThread(page, async () => ({
    opened: await timeToPainted(page, { event: 'change' }, preview, () =>
      page.locator('input[type="file"]').setInputFiles(path),
    ),
    columns: await press(page, 'Next: Columns', columns),
    checked: await press(page, 'Next: Check', firstRow),
  }));
}

/** The page of imports as it is after a start. */
export async function freshImportPage(page: Page): Promise<void> {
  await page.reload();
  await goToImport(page);
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
}

/** Leaves the first row out and takes it in again: from the click to the painted row. */
export async function changeRows(
  page: Page,
): Promise<{ readonly done: number[]; readonly thread: ThreadFigures }> {
  const button = `${grid} [aria-rowindex="2"] button[aria-label]`;
  const label = (await page.locator(button).getAttribute('aria-label')) ?? '';
  const line = /\d+/.exec(label)?.[0];
  const [out, back] = [`Leave line ${line} out`, `Take line ${line} in again`];
  const turn = (value: string): Promise<number> =>
    timeToPainted(
      page,
      { event: 'click' },
      { selector: button, attribute: { name: 'aria-label', value } },
      () => page.locator(button).click(),
    );
  return watchingThread(page, async () => [await turn(back), await turn(out)]);
}

export interface CreationFigures {
  /** From Next: Create to the plan, and from Create to what was made, in milliseconds. */
  readonly planned: number;
  readonly created: number;
  readonly thread: ThreadFigures;
  /** The longest time in which the main process served nobody, in milliseconds. */
  readonly mainGapMs: number;
}

/** Has one draft made of the rows in the grid. */
export async function createDraft({ app }: RunningDesk, page: Page): Promise<CreationFigures> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Object.assign(globalThis, { benchDelay: delay });
  });
  const { done, thread } = await watchingThread(page, async () => ({
    planned: await press(page, 'Next: Create', {
      selector: 'section[aria-label="Drafts that will be made"] td',
    }),
    created: await press(page, 'Create 1 draft', { selector: '[role=status].mantine-Alert-root' }),
  }));
  const mainGapMs = await app.evaluate(() => {
    const { benchDelay } = globalThis as unknown as { benchDelay: { max: number; disable(): void } };
    benchDelay.disable();
    return benchDelay.max / 1e6;
  });
  await expect(page.getByText('1 draft was made')).toBeVisible();
  return { ...done, thread, mainGapMs };
}

function press(page: Page, name: string, awaited: Awaited): Promise<number> {
  return timeToPainted(page, { event: 'click' }, awaited, () =>
    page.getByRole('button', { name, exact: true }).click(),
  );
}
