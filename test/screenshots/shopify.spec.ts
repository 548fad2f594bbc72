import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { goTo, takeLooks } from './harness/looks.ts';

test('the Shopify lookup', async ({ desk, window, practice }) => {
  await goTo(window, 'Shopify lookup');
  await takeLooks(desk, window, 'shopify-empty');
  const box = window.getByRole('searchbox', { name: 'Shopify order numbers' });
  await box.fill('1001');
  await window.keyboard.press('Enter');
  await expect(window.getByText('8 units ordered', { exact: false })).toBeVisible();
  await takeLooks(desk, window, 'shopify-stages');
  await box.fill('12345 1001 12340 12341 12342 12343 404 12350');
  await window.keyboard.press('Enter');
  await expect(window.getByText('8 numbers looked up')).toBeVisible();
  await window.getByRole('switch', { name: 'What PIMS has, record by record' }).click();
  await takeLooks(desk, window, 'shopify-several');
  await window.getByRole('row', { name: /404/ }).click();
  await takeLooks(desk, window, 'shopify-not-found');
  practice.planFault({
    fault: { kind: 'hang' },
    endpoint: 'orders/by_shopify_reference',
    skip: 12,
    times: 'always',
  });
  await box.fill(Array.from({ length: 40 }, (_, index) => 12_320 + index).join(' '));
  await window.keyboard.press('Enter');
  await expect(window.getByText('12 of 40 looked up')).toBeVisible();
  await window.getByRole('row', { name: /12335/ }).click();
  await takeLooks(desk, window, 'shopify-running');
  practice.clearFaults();
  const item = { part_number: 'MDVQ4LL/A', description: 'iPhone 14 Pro', quantity: 5, shipped: 7 };
  const invoice = { order_type: 'invoice', pims_order_number: 'INV7', items: [item] };
  const body = JSON.stringify({ orders: [invoice, { order_type: 'consignment' }] });
  practice.planFault({
    fault: { kind: 'answer', status: 200, body },
    endpoint: 'orders/by_shopify_reference',
  });
  await box.fill('7');
  await window.keyboard.press('Enter');
  await expect(window.getByText('7 shipped of 5', { exact: false })).toBeVisible();
  await takeLooks(desk, window, 'shopify-doubts');
  await practice.stop();
  await box.fill('12345 1001');
  await window.keyboard.press('Enter');
  await expect(window.getByText('0 of 2 numbers looked up')).toBeVisible();
  await takeLooks(desk, window, 'shopify-away');
});
