import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goTo, takeLooks } from './harness/looks.ts';

const code = (window: Page) => window.getByRole('combobox', { name: 'Customer code' });

test('customers', async ({ desk, window }) => {
  await goTo(window, 'Customers');
  await expect(window.getByText('No customers seen yet')).toBeVisible();
  await takeLooks(desk, window, 'customers-empty');
  await window.getByRole('searchbox').fill('repair');
  await expect(window.getByText(/in PIMS\.$/)).toBeVisible();
  await window.getByRole('button', { name: 'Filters' }).click();
  await takeLooks(desk, window, 'customers');
  await window.getByRole('link', { name: 'M-1000' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Acme Repair' })).toBeVisible();
  await takeLooks(desk, window, 'customer');

  await goTo(window, 'New order');
  await window.getByRole('group', { name: 'Billing' }).getByLabel('City').fill('Elsewhere');
  await code(window).fill('repair');
  await expect(window.getByRole('option').nth(3)).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await takeLooks(desk, window, 'new-order-customers');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeVisible();
  await takeLooks(desk, window, 'new-order-addresses');
});
