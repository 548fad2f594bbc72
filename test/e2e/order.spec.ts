import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { gridCell } from './harness/line-grid.ts';

async function openOrder(window: Page, number: string): Promise<void> {
  const box = window.getByLabel('Order number or reference');
  await box.fill(number);
  await box.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
}

test('an order shows its header, its lines, what is shipped, and every raw field', async ({ window }) => {
  await openOrder(window, '54321');
  const billing = window.getByRole('region', { name: 'Billing' });
  await expect(billing).toContainText('Acme Repair');
  await expect(window.getByText('Sales order', { exact: true })).toBeVisible();
  const line = window.getByRole('grid', { name: 'Lines' }).locator('tr[data-row-id="1"]');
  await expect(line).toContainText('MDVQ4LL/A');
  await expect(line).toContainText('3 of 5');
  await expect(window.getByText('1 line, 5 units, 3 shipped')).toBeVisible();

  await window.getByRole('button', { name: 'All fields' }).click();
  await window.getByLabel('Filter the fields').fill('zip');
  const raw = window.getByRole('table', { name: 'Raw fields' });
  await expect(raw.getByRole('row')).toHaveText([/Field/, /BZIPCODE\s*47404/, /SZIPCODE\s*47404/]);
});

test('a padlock says whether its line can be edited, and why not', async ({ window, practice }) => {
  practice.setBehaviour({ lockCodesShown: false });
  await openOrder(window, '54321');
  const closed = window.getByRole('button', { name: /^Can’t be edited: ./ });
  await expect(closed).toBeVisible();
  practice.setBehaviour({ lockCodesShown: true });
  await window.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
  await expect(window.getByRole('button', { name: 'Can be edited' })).toBeVisible();
});

test('an order that somebody else changed is shown as it is now', async ({ window, practice }) => {
  await openOrder(window, '54321');
  practice.updateLine('54321', '1', { QUANTITY: '7' });
  await window.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
  await expect(window.getByText('1 line, 7 units, 3 shipped')).toBeVisible();
});

test('an order keeps its title and its buttons when everything is magnified', async ({ desk, window }) => {
  await desk.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  await openOrder(window, '54321');
  const main = window.getByRole('main');
  await expect(main.getByRole('button', { name: 'Refresh' })).toBeInViewport();
  expect(await main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('an order like another becomes a draft with its customer and lines, not its reference', async ({
  window,
}) => {
  await openOrder(window, '54321');
  await window.getByRole('button', { name: 'New order like this' }).click();
  await expect(window.getByLabel('Customer code')).toHaveValue('M-1000');
  await expect(window.getByLabel('Reference')).toHaveValue('');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('5');
});

test('an order that is not there, and a PIMS that is away, each leave a way on', async ({
  window,
  practice,
}) => {
  await window.evaluate(() => {
    location.hash = '#/orders/99999999';
  });
  await expect(window.getByRole('alert')).toContainText('99999999');
  await window.getByRole('alert').getByRole('button', { name: 'Orders' }).click();

  await practice.stop();
  await window.getByRole('grid', { name: 'Orders' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('can’t be reached');
  await practice.start();
  await window.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByRole('grid', { name: 'Lines' })).toBeVisible();
});
