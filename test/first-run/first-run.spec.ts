import { join } from 'node:path';
import { expect, test } from '../e2e/harness/fixtures.ts';
import { fillCell } from '../e2e/harness/line-grid.ts';

/*
 * What a newcomer does first, on a machine without a display: `npm start` runs it there and leaves pictures.
 * Order 54321, customer M-1000 and part MDVQ4LL/A are in the practice server's sample data at every seed; no more of the
 * part is ordered than is available, so that submitting asks nothing.
 */
const pictures =
  process.env.ORDER_DESK_SCREENSHOTS ?? join(import.meta.dirname, '../../test-results/first-run');

test('find an order, open it, create one with three lines and read its number', async ({ window }) => {
  const take = (name: string) => window.screenshot({ path: join(pictures, `${name}.png`) });

  await expect(window.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await expect(window.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(10)).toBeVisible();
  await take('1-orders');

  await window.getByRole('searchbox', { name: 'Order number or reference' }).fill('54321');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Order 54321' })).toBeVisible();
  await expect(window.getByRole('gridcell', { name: 'MDVQ4LL/A' })).toBeVisible();
  await take('2-order');

  await window.getByRole('navigation').getByRole('link', { name: 'New order' }).click();
  await window.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
  for (const [index, quantity] of ['1', '2', '2'].entries()) {
    await fillCell(window, index + 1, 'PART_CODE', 'MDVQ4LL/A');
    await fillCell(window, index + 1, 'DESCRIPTION', 'iPhone 14 Pro');
    await fillCell(window, index + 1, 'QUANTITY', quantity);
  }
  await expect(window.getByText('3 lines, 5 units')).toBeVisible();
  await take('3-new-order');

  await window.getByRole('button', { name: 'Submit order' }).click();
  const sent = window.getByText(/Order \d+ is in PIMS/).first();
  await expect(sent).toBeVisible();
  await take('4-sent');
  process.stdout.write(`${await sent.innerText()}\n`);
});
