import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { cellOf, fillCell } from './harness/line-grid.ts';
import { chooseMenuItem } from './harness/menu.ts';
import {
  allInPims,
  fillOrderCell,
  goToOrderCell,
  lineOf,
  openLines,
  orderCell,
  orderInput,
  reviewAndSave,
} from './harness/order-lines.ts';

const main = (window: Page) => window.getByRole('main');
/** An order that PIMS lets be changed, and a line of it whose lock code PIMS gives. */
function openOrder(practice: PracticeServer): { number: string; line: string; quantity: string } {
  for (const { fields, lines } of practice.orders()) {
    if (fields.ORDER_TYPE !== 'worksheet' || fields.ORDER_STATUS === 'Void') continue;
    const line = lines.find(({ LINE_REF_LOCK_CODE: code = '' }) => code !== '');
    if (line === undefined) continue;
    return { number: fields.ORDER_NUMBER ?? '', line: line.LINE_NUMBER ?? '', quantity: line.QUANTITY ?? '' };
  }
  throw new Error('The sample data has no order that can be changed.');
}

test('a line is added to an order and another changed, and both arrive', async ({
  desk,
  window,
  practice,
}) => {
  const { number, line, quantity } = openOrder(practice);
  const before = practice.order(number)?.lines.length ?? 0;
  await openLines(window, number);
  await window.keyboard.type('MDVQ4LL/A');
  await fillCell(window, 1, 'QUANTITY', '3');
  await fillOrderCell(window, line, 'QUANTITY', '77');
  await fillOrderCell(window, line, 'DESCRIPTION', 'Changed on the phone');
  await expect(await goToOrderCell(window, line, 'QUANTITY')).toHaveAccessibleDescription(`Was ${quantity}`);
  await expect(main(window).getByText('1 new line, 1 change')).toBeVisible();
  await expect(cellOf(window, Number(line), 'QUANTITY', 'Lines of the order')).toHaveAttribute(
    'aria-description',
    'changed, saved',
  );
  // On a wide window too the order's header is no wider than its column.
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1920, 1000),
  );
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1920);
  const column = main(window).getByText('The header of an order that PIMS has').locator('xpath=../..');
  expect(await column.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);

  await window.getByRole('link', { name: /^Drafts/ }).click();
  await window.getByRole('link', { name: `Order ${number}: 1 new line, 1 change` }).click();
  await expect(orderCell(window, line, 'QUANTITY')).toHaveText('77');
  await reviewAndSave(window, number);
  await expect(allInPims(window, number)).toBeVisible();
  expect(lineOf(practice, number, line)).toMatchObject({
    QUANTITY: '77',
    DESCRIPTION: 'Changed on the phone',
  });
  expect(practice.order(number)?.lines).toHaveLength(before + 1);
  expect(practice.order(number)?.lines.at(-1)).toMatchObject({ PART_CODE: 'MDVQ4LL/A', QUANTITY: '3' });
});

test('a change is undone, done again and taken back; nothing is then to be sent', async ({
  window,
  practice,
}) => {
  const { number, line, quantity } = openOrder(practice);
  await openLines(window, number);
  const cell = orderCell(window, line, 'QUANTITY');
  await fillOrderCell(window, line, 'QUANTITY', '77');
  await window.keyboard.press('Control+z');
  await expect(cell).toHaveText(quantity);
  await window.keyboard.press('Control+y');
  await expect(cell).toHaveText('77');
  await main(window)
    .getByRole('button', { name: `Take the change of line ${line} back` })
    .click();
  await expect(cell).toHaveText(quantity);
  await expect(orderInput(window, line, 'QUANTITY')).toBeFocused();
  await expect(main(window).getByText('nothing yet')).toBeVisible();
  await main(window).getByRole('button', { name: 'Review and save' }).click();
  await expect(window.getByRole('alert')).toContainText('there is nothing to send yet');
  await fillOrderCell(window, line, 'QUANTITY', '0');
  await main(window).getByRole('button', { name: 'Review and save' }).click();
  await window
    .getByRole('alert')
    .getByRole('button', { name: new RegExp(`Line ${line} of the order, QUANTITY`) })
    .click();
  await expect(orderInput(window, line, 'QUANTITY')).toBeFocused();
});

test('what would be saved is looked over first, taken back in part, and saved by the keyboard alone', async ({
  desk,
  window,
  practice,
}) => {
  const { fields } = practice.addOrder({ ORDER_TYPE: 'worksheet' }, [
    { DESCRIPTION: 'Screen', QUANTITY: '5' },
    { DESCRIPTION: 'Battery', QUANTITY: '6' },
  ]);
  const number = fields.ORDER_NUMBER ?? '';
  await openLines(window, number);
  await fillOrderCell(window, '1', 'QUANTITY', '8');
  await fillOrderCell(window, '2', 'DESCRIPTION', 'Battery, new');
  await fillCell(window, 1, 'DESCRIPTION', 'Cleaning');
  await fillCell(window, 1, 'QUANTITY', '2*3');
  await chooseMenuItem(desk.app, 'submit');
  const dialog = window.getByRole('dialog', { name: `Review and save to order ${number}` });
  await expect(dialog.getByRole('status')).toHaveText('2 lines change in 2 fields, 1 new line.');
  const changes = dialog.getByRole('table', { name: 'Changes' }).getByRole('row');
  await expect(changes).toHaveText([
    /Before/,
    /1.*Screen.*Quantity.*5.*8/,
    /2.*Battery.*Description.*Battery, new/,
  ]);
  const added = dialog.getByRole('table', { name: 'New lines' }).getByRole('row');
  await expect(added).toHaveText([/Quantity/, /1.*Cleaning.*6/]);

  await dialog.getByRole('button', { name: 'Take the change of line 2 back' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 line changes in 1 field, 1 new line.');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(orderCell(window, '2', 'DESCRIPTION')).toHaveText('Battery');
  expect(practice.billedRequests()['orders/line_item'] ?? 0).toBe(0);

  await window.keyboard.press('Control+z');
  await expect(orderCell(window, '2', 'DESCRIPTION')).toContainText('Battery, new');
  await window.keyboard.press('Control+y');
  await chooseMenuItem(desk.app, 'submit');
  await expect(dialog).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(allInPims(window, number)).toBeVisible();
  expect(practice.order(number)?.lines).toMatchObject([
    { DESCRIPTION: 'Screen', QUANTITY: '8' },
    { DESCRIPTION: 'Battery', QUANTITY: '6' },
    { DESCRIPTION: 'Cleaning', QUANTITY: '6' },
  ]);
});

test('a key that is held down opens the review and saves nothing', async ({ desk, window, practice }) => {
  const { number, line } = openOrder(practice);
  await openLines(window, number);
  await fillOrderCell(window, line, 'QUANTITY', '77');
  await window.keyboard.down('Control');
  await window.keyboard.down('Enter');
  await chooseMenuItem(desk.app, 'submit');
  const dialog = window.getByRole('dialog', { name: `Review and save to order ${number}` });
  await expect(dialog).toBeVisible();
  // All of these are repeats, as a held key sends them.
  for (let press = 0; press < 5; press += 1) await window.keyboard.down('Enter');
  await window.keyboard.up('Enter');
  await window.keyboard.up('Control');
  await expect(dialog.getByRole('region', { name: 'What will be saved' })).toBeFocused();
  expect(practice.billedRequests()['orders/line_item'] ?? 0).toBe(0);
});

test('while PIMS is away, changed lines are shown as they were seen, and the rest is said', async ({
  launch,
  practice,
}) => {
  const { number, line } = openOrder(practice);
  const first = await launch();
  let window = await first.readyWindow();
  await openLines(window, number);
  await fillOrderCell(window, line, 'QUANTITY', '77');
  await expect(window.getByText(/^Saved at/)).toBeVisible();
  await first.quit();
  await practice.stop();

  window = await (await launch()).readyWindow();
  await expect(main(window).getByText('The lines of the order can’t be shown now')).toBeVisible();
  await expect(orderCell(window, line, 'QUANTITY')).toHaveText('77');
  await expect(cellOf(window, 1, 'PART_CODE')).toBeVisible();
});

test('where a line stands is in sight however far the grid is scrolled, and covers no cell that a person is in', async ({
  window,
  practice,
}) => {
  const { number, line } = openOrder(practice);
  await openLines(window, number);
  await fillOrderCell(window, line, 'QUANTITY', '77');
  const grid = window.getByRole('grid', { name: 'Lines of the order' });
  const state = grid.getByRole('gridcell', { name: 'Changed' });
  for (const key of ['End', 'Home', 'End']) {
    await window.keyboard.press(key);
    await expect(state).toBeInViewport();
  }
  const active = await window.locator('input:focus').boundingBox();
  const beside = await state.boundingBox();
  expect(active).not.toBeNull();
  expect((active?.x ?? 0) + (active?.width ?? 0)).toBeLessThanOrEqual((beside?.x ?? 0) + 1);
});

test('a line without a lock code says why it can’t be changed', async ({ window, practice }) => {
  const { number, line } = openOrder(practice);
  practice.setBehaviour({ lockCodesShown: false });
  await openLines(window, number);
  await expect(await goToOrderCell(window, line, 'QUANTITY')).toHaveJSProperty('readOnly', true);
  await expect(
    main(window).getByText(/Can’t be edited: PIMS did not give this line’s lock code/),
  ).toBeVisible();
});

test('a paste over cells that can’t be changed fills the rest and says how many were left, and why', async ({
  desk,
  window,
  practice,
}) => {
  const { number, line } = openOrder(practice);
  await openLines(window, number);
  await goToOrderCell(window, line, 'PART_CODE');
  await desk.app.evaluate(({ clipboard }) => clipboard.writeText('OTHER\tAnother text\t77\r\n'));
  await window.keyboard.press('Control+v');
  await expect(orderCell(window, line, 'QUANTITY')).toHaveText('77');
  await expect(orderCell(window, line, 'DESCRIPTION')).toHaveText('Another text');
  await expect(orderCell(window, line, 'PART_CODE')).not.toHaveText('OTHER');
  await expect(
    window.getByText('1 cell was skipped: The part of a line stays. Add a new line for another part.'),
  ).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(main(window).getByText('nothing yet')).toBeVisible();
});
