import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { cellInput, cellOf, fillCell, goToCell, gridCell } from './harness/line-grid.ts';
import { scan } from './harness/scanner.ts';
import { seriousFindings } from './harness/serious-findings.ts';

const main = (window: Page) => window.getByRole('main');
const toResolve = (window: Page) => window.getByRole('region', { name: 'Scanned codes to resolve' });

async function newOrder(window: Page): Promise<void> {
  await main(window).getByRole('button', { name: 'New order' }).click();
  await expect(window.getByLabel('Customer code')).toBeFocused();
}

test('a scan adds its part or raises its quantity, wherever the focus is, and stays in no field', async ({
  window,
}) => {
  await newOrder(window);
  const customer = window.getByLabel('Customer code');
  await window.keyboard.type('M-1');
  await scan(window, 'MDVQ4LL/A');
  await expect(main(window).getByText('+1 MDVQ4LL/A: 1', { exact: true })).toBeVisible();
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('iPhone 14 Pro');
  await expect(cellInput(window, 1, 'QUANTITY')).toBeFocused();
  await expect(customer).toHaveValue('M-1');

  // Into the quantity itself, closed and open.
  await scan(window, 'mdvq4ll/a');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('2');
  await window.keyboard.type('5');
  await scan(window, 'MDVQ4LL/A');
  await expect(main(window).getByText('+1 MDVQ4LL/A: 6', { exact: true })).toBeVisible();
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('6');
  await window.keyboard.press('Control+z');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('5');

  // The Enter of a scan presses no button.
  await window.getByRole('button', { name: 'Submit order' }).focus();
  await scan(window, 'MDVQ4LL/A');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('6');
  await expect(window.getByText('Add at least one line.')).toHaveCount(0);
  await expect(cellOf(window, 2, 'PART_CODE')).toBeVisible();
  await expect(window.getByRole('heading', { level: 1, name: 'New order' })).toBeVisible();

  // What a person types is no scan.
  await goToCell(window, 2, 'PART_CODE');
  await window.keyboard.type('TYPED-1');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 2, 'PART_CODE')).toHaveText('TYPED-1');
});

test('codes that nobody knows wait in a list and interrupt nothing', async ({ window, practice }) => {
  await newOrder(window);
  await scan(window, '9999999999994');
  await scan(window, '9999999999994');
  await scan(window, 'MDVQ4LL/A');
  await expect(toResolve(window)).toContainText('9999999999994 × 2');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('1');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  expect(await seriousFindings(window)).toEqual([]);
  await toResolve(window).getByRole('button', { name: 'Remove 9999999999994 from the list' }).click();
  await expect(toResolve(window)).toHaveCount(0);

  await practice.stop();
  await scan(window, 'MDVQ4LL/A');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('2');
  await scan(window, '9999999999994');
  await expect(toResolve(window)).toContainText('9999999999994');
  await toResolve(window).getByRole('button', { name: 'Try 9999999999994 again' }).click();
  await expect(toResolve(window)).toContainText('9999999999994');
  await fillCell(window, 1, 'DESCRIPTION', 'Phone');
  await expect(cellInput(window, 1, 'DESCRIPTION')).toHaveValue('Phone');
});

test('codes to resolve outlive the screen and a restart, and are told apart in a dialog', async ({
  launch,
}) => {
  const first = await launch();
  let window = await first.readyWindow();
  await newOrder(window);
  await scan(window, '9999999999994');
  await scan(window, '9999999999994');
  await scan(window, 'NOBODY-1');
  await expect(toResolve(window)).toContainText('NOBODY-1');
  // Nothing else stands in this draft, and it is there all the same.
  await window
    .getByRole('navigation')
    .getByRole('link', { name: /^Drafts/ })
    .click();
  await main(window).getByRole('link').first().click();
  await expect(toResolve(window)).toContainText('9999999999994 × 2');
  await first.kill();

  // It opens where it was left.
  window = await (await launch()).readyWindow();
  await expect(toResolve(window)).toContainText('9999999999994 × 2');

  await toResolve(window).getByRole('button', { name: 'Say what 9999999999994 is' }).click();
  const dialog = window.getByRole('dialog', { name: 'What is 9999999999994?' });
  await expect(dialog.getByLabel('Part')).toBeFocused();
  await dialog.getByLabel('Pieces for each scan').fill('6');
  await dialog.getByLabel('Pieces for each scan').focus();
  // A scan in the dialog names the part, wherever the focus is, and answers nothing yet.
  await scan(window, 'MDVQ4LL/A');
  await expect(dialog.getByLabel('Part')).toHaveValue('MDVQ4LL/A');
  await expect(dialog.getByLabel('Pieces for each scan')).toHaveValue('6');
  expect(await seriousFindings(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add to the lines' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('12');
  await expect(toResolve(window)).not.toContainText('9999999999994');

  // It is in the table of barcodes now.
  await scan(window, '9999999999994');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('18');

  // A code that is left over is asked about.
  await window.getByRole('button', { name: 'Submit order' }).click();
  const question = window.getByRole('dialog', { name: 'Submit it as it is?' });
  await expect(question).toContainText('One code that was scanned is not in the order');
  await window.keyboard.press('Escape');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await window.keyboard.type('M-1000');
  await window.getByRole('button', { name: 'Submit order' }).click();
  // Nothing but the code and the stock is left to ask about; the codes come first.
  await window.getByRole('dialog').getByRole('button', { name: 'Resolve the code' }).click();
  await expect(toResolve(window)).toBeFocused();
  await toResolve(window).getByRole('button', { name: 'Remove NOBODY-1 from the list' }).click();
  await expect(toResolve(window)).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Put NOBODY-1 back into the list' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(toResolve(window)).toContainText('NOBODY-1');
});
