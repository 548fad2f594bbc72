import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { fillCell } from '../e2e/harness/line-grid.ts';
import { fillOrderCell, openLines } from '../e2e/harness/order-lines.ts';
import { takeLooks } from './harness/looks.ts';

test('changing the lines of an order', async ({ desk, window, practice }) => {
  const lines = ['Screen, 11-inch', 'Battery', 'Keyboard, German', 'Adhesive strips', 'Speaker'];
  const { fields } = practice.addOrder(
    { ORDER_TYPE: 'worksheet', CUSTOMER_CODE: 'M-1000', BNAME: 'Acme Repair', REFERENCE_NUMBER: 'PO-1' },
    lines.map((DESCRIPTION, index) => ({
      DESCRIPTION,
      PART_CODE: `P-${index}`,
      QUANTITY: String(index + 5),
    })),
  );
  const own = fields.ORDER_NUMBER ?? '';
  await openLines(window, own);
  await fillOrderCell(window, '1', 'QUANTITY', '77');
  await fillOrderCell(window, '1', 'DESCRIPTION', 'Screen, 11-inch, with adhesive');
  await fillOrderCell(window, '3', 'QUANTITY', '2');
  await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
  await fillCell(window, 1, 'QUANTITY', '3');
  await fillCell(window, 2, 'DESCRIPTION', 'Cleaning, per hour');
  await fillCell(window, 2, 'QUANTITY', '1');
  await window.keyboard.press('Enter');
  await takeLooks(desk, window, 'order-lines-changed');
  practice.updateLine(own, '3', { QUANTITY: '9' });
  await window.getByRole('button', { name: 'Read again' }).click();
  await expect(window.getByText('Conflict')).toBeVisible();
  await window.getByRole('button', { name: 'Review and save' }).click();
  await expect(window.getByRole('dialog')).toContainText('PIMS has 9 by now');
  await takeLooks(desk, window, 'order-lines-review');
  await window.getByRole('button', { name: `Save to order ${own}` }).click();
  await expect(window.getByText('Choose for each field')).toBeVisible();
  await takeLooks(desk, window, 'order-lines-conflict');

  practice.planFault({
    endpoint: 'orders/line_item',
    skip: 2,
    fault: { kind: 'bad-request', message: 'Order is shipped: no line can be added' },
  });
  await window.getByRole('radio', { name: /What you typed/ }).check();
  await window.getByRole('button', { name: 'Send these values' }).click();
  await expect(window.getByText('Refused').first()).toBeVisible();
  await takeLooks(desk, window, 'order-lines-refused');
  await window.getByRole('button', { name: 'Back to draft' }).click();
  await expect(window.getByText('PIMS refused this when it was submitted')).toBeVisible();
  await takeLooks(desk, window, 'order-lines-back');
});
