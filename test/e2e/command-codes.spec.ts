import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { code128, QUIET_ZONE } from '../../shared/scanning/code-128.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import type { RunningDesk } from './harness/launch.ts';
import { cellOf, gridCell } from './harness/line-grid.ts';
import { scan } from './harness/scanner.ts';
import { seriousFindings } from './harness/serious-findings.ts';

const sheet = (window: Page) => window.getByRole('list', { name: 'Command codes' });

async function openSheet(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Command codes…' }).click();
  await expect(sheet(window)).toBeVisible();
}

/** What the system's dialog would print. */
async function printed(desk: RunningDesk): Promise<Buffer> {
  const pdf = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const [page] = BrowserWindow.getAllWindows();
    return (await page?.webContents.printToPDF({ pageSize: 'A4' }))?.toString('base64') ?? '';
  });
  return Buffer.from(pdf, 'base64');
}

test('printed codes have the scanner change the line that it scanned last', async ({ window }) => {
  const said = (words: string) => window.getByRole('main').getByText(words, { exact: true });
  await window.getByRole('main').getByRole('button', { name: 'New order' }).click();
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await scan(window, 'OD-QTY-20');
  await expect(window.getByText(/Scan a part first/)).toBeVisible();

  await scan(window, 'MDVQ4LL/A');
  await scan(window, 'OD-QTY-20');
  await expect(said('MDVQ4LL/A: 20')).toBeVisible();
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('20');
  await scan(window, 'OD-UNDO');
  await expect(said('The latest change was taken back.')).toBeVisible();
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('1');

  await scan(window, 'OD-NEXT');
  await scan(window, 'MDVQ4LL/A');
  await expect(gridCell(window, 2, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  await scan(window, 'OD-DELETE');
  await expect(said('Line 2, MDVQ4LL/A, was deleted. Undo brings it back.')).toBeVisible();
  await expect(cellOf(window, 2, 'PART_CODE')).toHaveText('');
  await scan(window, 'OD-UNDO');
  await expect(gridCell(window, 2, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  await expect(window.getByLabel('Customer code')).toHaveValue('');
});

test('the sheet of command codes is drawn as the codes are, and printed in full', async ({
  desk,
  window,
}) => {
  await openSheet(window);
  const quantities = window.getByLabel('Quantities on the sheet');
  await quantities.fill('7 x');
  await expect(window.getByText(/“x” is not a number/)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Print…' })).toBeDisabled();
  await quantities.fill('7 144');
  await expect(sheet(window).getByRole('listitem')).toHaveCount(5);
  expect(await seriousFindings(window)).toEqual([]);

  for (const code of ['OD-UNDO', 'OD-QTY-144']) {
    const bars = await sheet(window)
      .getByRole('img', { name: `Barcode ${code}` })
      .locator('rect')
      .evaluateAll((rects) =>
        rects.map((rect) => ['x', 'width'].map((name) => Number(rect.getAttribute(name)))),
      );
    const widths = bars.flatMap(([at = 0, width = 0], index) => {
      const [next] = bars[index + 1] ?? [];
      return next === undefined ? [width] : [width, next - at - width];
    });
    expect(bars[0]?.[0]).toBe(QUIET_ZONE);
    expect(widths).toEqual(code128(code));
  }

  const pages = async () => (await printed(desk)).toString('latin1').match(/\/Type \/Page\b/g)?.length;
  expect(await pages()).toBe(1);
  // What does not fit the window fits the paper.
  await quantities.fill(Array.from({ length: 40 }, (_, at) => at + 1).join(' '));
  await expect(sheet(window).getByRole('listitem')).toHaveCount(43);
  expect(await pages()).toBe(2);
  await window.evaluate(() => {
    self.print = () => document.body.setAttribute('data-printed', '');
  });
  await window.getByRole('button', { name: 'Print…' }).click();
  await expect(window.locator('body')).toHaveAttribute('data-printed');
});

test('another program reads the codes off the printed page', async ({ desk, window, userDataDir }) => {
  await openSheet(window);
  const names = await sheet(window)
    .getByRole('img')
    .evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  const page = join(userDataDir, 'sheet');
  await writeFile(`${page}.pdf`, await printed(desk));
  const run = promisify(execFile);
  // As coarse as a cheap printer.
  await run('pdftoppm', ['-r', '200', '-gray', '-singlefile', '-png', `${page}.pdf`, page]);
  const { stdout } = await run('zbarimg', ['-q', '--raw', `${page}.png`]);
  const read = stdout
    .trim()
    .split('\n')
    .map((code) => `Barcode ${code}`);
  expect(read.sort()).toEqual(names.sort());
  expect(names.length).toBeGreaterThan(10);
});
