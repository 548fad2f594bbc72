import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { cellOf, gridCell } from './harness/line-grid.ts';
import { scan } from './harness/scanner.ts';
import { seriousFindings } from './harness/serious-findings.ts';

const goTo = (window: Page, name: string) =>
  window.getByRole('navigation').getByRole('link', { name }).click();

test('a scanner is learnt from a test scan, and a scan may add a line each time', async ({ window }) => {
  await goTo(window, 'Settings');
  await window.getByLabel('Test code').fill('194253');
  await window.getByLabel('Scan it here').focus();
  await scan(window, '*194253#');
  await expect(window.getByText('Learnt: prefix “*”, suffix “#”.')).toBeVisible();
  await expect(window.getByLabel('Prefix of every scan')).toHaveValue('*');
  await window.getByLabel('Add a line each time').check();

  await goTo(window, 'New order');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await scan(window, '*MDVQ4LL/A#');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  await scan(window, '*MDVQ4LL/A#');
  await expect(gridCell(window, 2, 'PART_CODE')).toHaveText('MDVQ4LL/A');

  // Switched off, keys are keys.
  await goTo(window, 'Settings');
  await window.getByLabel('Take fast keys for those of a scanner').uncheck();
  await goTo(window, 'New order');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await scan(window, 'M-1000');
  await expect(window.getByLabel('Customer code')).toHaveValue('M-1000');
});

test('a slow scanner is noticed in a test scan, and taken in with what is proposed', async ({ window }) => {
  const pause = window.getByLabel('Longest pause between keys, in ms');
  await goTo(window, 'New order');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await scan(window, 'MDVQ4LL/A', 50);
  await expect(window.getByLabel('Customer code')).toHaveValue('MDVQ4LL/A');

  await goTo(window, 'Settings');
  await pause.fill('3');
  await expect(window.getByText('Enter a whole number from 5 to 200.')).toBeVisible();
  await pause.fill('35');
  await window.getByLabel('Test code').fill('MDVQ4LL/A');
  await window.getByLabel('Scan it here').focus();
  await scan(window, 'MDVQ4LL/A');
  await expect(window.getByText(/^Its keys came 5 ms apart at most, which/)).toBeVisible();
  await scan(window, 'MDVQ4LL/A', 50);
  await expect(
    window.getByText(
      'Its keys came 50 ms apart at most. Proposed for it: pauses up to 75 ms, and codes from 6 characters on.',
    ),
  ).toBeVisible();
  await expect(pause).toHaveValue('35');
  await window.getByRole('button', { name: 'Use what is proposed' }).click();
  await expect(pause).toHaveValue('75');
  await expect(window.getByLabel('Least length, in characters')).toHaveValue('6');
  expect(await seriousFindings(window)).toEqual([]);

  await goTo(window, 'New order');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await window.keyboard.press('Control+a');
  await scan(window, 'MDVQ4LL/A', 50);
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('MDVQ4LL/A');
});

test('the table of barcodes is kept, imported with its problems by row, and counts pieces', async ({
  desk,
  window,
  userDataDir,
}) => {
  await goTo(window, 'Settings');
  const form = window.getByRole('form', { name: 'Add a barcode' });
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form.getByText('Enter the part code.')).toBeVisible();
  await form.getByLabel('Barcode').fill('CASE-6');
  await form.getByLabel('Part code').fill('MDVQ4LL/A');
  await form.getByLabel('Pieces').fill('2*3');
  await form.getByRole('button', { name: 'Add' }).click();
  const table = window.getByRole('table', { name: 'Barcodes of packs' });
  await expect(table.getByRole('row', { name: /CASE-6 MDVQ4LL\/A 6/ })).toBeVisible();

  const filePath = join(userDataDir, 'packs.csv');
  await writeFile(filePath, 'BARCODE,PART_CODE,QUANTITY\nCASE-20,MDVQ4LL/A,20\nBAD,,x\n');
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, filePath);
  await window.getByRole('button', { name: 'Import CSV…' }).click();
  await expect(window.getByText('2 rows: 1 added, 1 left out.')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Rows that were left out' })).toContainText('Row 3:');
  await expect(table.getByRole('row')).toHaveCount(3);
  expect(await seriousFindings(window)).toEqual([]);

  await goTo(window, 'New order');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await scan(window, 'CASE-6');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('6');
  await scan(window, 'CASE-20');
  await expect(window.getByText('+20 MDVQ4LL/A: 26', { exact: true })).toBeVisible();
  await expect(cellOf(window, 2, 'PART_CODE')).toHaveText('');

  await goTo(window, 'Settings');
  await table.getByRole('button', { name: 'Remove CASE-20' }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
});
