import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { fillCell } from './harness/line-grid.ts';
import { chooseMenuItem } from './harness/menu.ts';

const orders = [
  { customer: 'M-1000', part: 'MDVQ4LL/A', quantity: '5' },
  { customer: 'M-1001', part: 'MDVQ4LL/A', quantity: '2' },
  { customer: 'M-1002', part: 'MDVQ4LL/A', quantity: '1' },
] as const;

test('three orders typed and submitted offline are all sent when PIMS is there, without a click', async ({
  practice,
  launch,
}) => {
  const before = practice.orders().length;
  await practice.stop();
  const desk = await launch();
  const window = await desk.readyWindow();
  for (const order of orders) {
    await window.getByRole('navigation').getByRole('link', { name: 'New order' }).click();
    await type(window, order);
    await chooseMenuItem(desk.app, 'submit');
    await expect(window.getByText('Waiting for PIMS')).toBeVisible();
    // The one that Order Desk made: with the customer on the phone, this is when it is written down.
    await expect(window.getByText(/^Its reference is \S+\.$/)).toBeVisible();
  }
  const bar = window.getByRole('contentinfo');
  await expect(bar).toContainText('Offline');
  await expect(bar).toContainText('Outbox: 3 waiting');

  await practice.start();
  // It tries again by itself, the longer the later.
  await expect(bar).toContainText('Outbox: nothing waits', { timeout: 60_000 });
  await expect(bar).toContainText('Online');
  // Several orders go side by side: which of them PIMS numbers first is its own affair.
  const arrived = practice
    .orders()
    .slice(before)
    .map(({ fields, lines }) => [fields.CUSTOMER_CODE, ...lines.map((line) => line.QUANTITY)]);
  expect(arrived.toSorted()).toEqual(orders.map(({ customer, quantity }) => [customer, quantity]));
});

async function type(
  window: Page,
  { customer, part, quantity }: Readonly<Record<'customer' | 'part' | 'quantity', string>>,
): Promise<void> {
  await window.getByRole('combobox', { name: 'Customer code' }).fill(customer);
  await fillCell(window, 1, 'PART_CODE', part);
  await fillCell(window, 1, 'QUANTITY', quantity);
}
