import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/harness/fixtures.ts';
import type { RunningDesk } from '../e2e/harness/launch.ts';
import { fillCell } from '../e2e/harness/line-grid.ts';

/*
 * Takes pictures of every screen, in both appearances and two sizes, into test-results/screenshots/; those of the
 * README go to docs/screenshots/.
 */
const pictures = join(import.meta.dirname, '../../test-results/screenshots');
const documentation = join(import.meta.dirname, '../../docs/screenshots');

const parts = [
  ['MDVQ4LL/A', '3'],
  ['MDVQ4LL/A', 'two'],
] as const;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

async function resize(desk: RunningDesk, size: { width: number; height: number }): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

async function goTo(window: Page, name: string): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name }).click();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
}

for (const appearance of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`screens, ${appearance}, ${size.width}×${size.height}`, async ({ desk, window }) => {
      const folder = join(pictures, `${appearance}-${size.width}`);
      const take = (name: string) => window.screenshot({ path: join(folder, `${name}.png`) });
      const takeForReadme = (name: string) => window.screenshot({ path: join(documentation, `${name}.png`) });
      await resize(desk, size);

      await goTo(window, 'Settings');
      await window.getByText(appearance === 'light' ? 'Light' : 'Dark', { exact: true }).click();
      await take('settings');
      await goTo(window, 'Drafts');
      await take('drafts-empty');
      await goTo(window, 'Outbox');
      await take('outbox-empty');

      await goTo(window, 'Orders');
      const orders = window.getByRole('grid', { name: 'Orders' });
      await expect(orders.getByRole('row').nth(5)).toBeVisible();
      await take('orders');
      if (appearance === 'light' && size.width === 1280) await takeForReadme('orders');
      await window.getByRole('button', { name: 'Filters' }).click();
      await take('orders-filters');

      await window.getByRole('searchbox').fill('54321');
      await window.keyboard.press('Enter');
      await expect(window.getByRole('heading', { level: 1, name: 'Order 54321' })).toBeVisible();
      await expect(window.getByRole('gridcell', { name: 'MDVQ4LL/A' })).toBeVisible();
      await take('order');
      await window.getByRole('button', { name: 'Add or edit lines' }).click();
      await fillCell(window, 1, 'QUANTITY', '77', 'Lines of the order');
      await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
      await take('lines-for-order');

      await goTo(window, 'New order');
      await take('new-order-empty');
      for (const [index, [part, quantity]] of parts.entries()) {
        await fillCell(window, index + 1, 'PART_CODE', part);
        await fillCell(window, index + 1, 'QUANTITY', quantity);
      }
      await window.getByRole('button', { name: 'Submit order' }).click();
      await expect(window.getByText('Enter the customer code.').first()).toBeVisible();
      await take('new-order-problems');
      await window.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
      await goTo(window, 'Drafts');
      await take('drafts');
      await window
        .getByRole('main')
        .getByRole('link', { name: /^..-....-....$/ })
        .click();
      await fillCell(window, 2, 'QUANTITY', '2');
      await window.keyboard.press('Enter');
      await expect(window.getByRole('grid', { name: 'Lines' })).not.toContainText('To correct');
      await take('new-order');
      if (appearance === 'dark' && size.width === 1280) await takeForReadme('new-order');
      await window.getByRole('button', { name: 'Submit order' }).click();
      await expect(window.getByText(/Order \d+ is in PIMS/).first()).toBeVisible();
      await take('submitted');
      await goTo(window, 'Outbox');
      await expect(window.getByText('M-1000').first()).toBeVisible();
      await take('outbox');
    });
  }
}
