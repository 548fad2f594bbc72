import { expect, testWithConnection as test } from './harness/fixtures.ts';
import {
  cellInput,
  cellOf,
  column,
  copied,
  fillCell,
  goToCell,
  grid,
  gridCell,
  main,
  newOrder,
  paste,
} from './harness/line-grid.ts';

test('sorting, filtering and finding change nothing of what is sent', async ({ desk, window, practice }) => {
  await newOrder(window);
  await window.getByLabel('Customer code').fill('M-1000');
  await window.getByLabel('Reference').fill('AS-TYPED');
  await goToCell(window, 1, 'DESCRIPTION');
  await paste(desk, window, 'bolt\t20\nnut\t3\nbolt, long\t100\n');
  await goToCell(window, 1, 'QUANTITY');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('menuitem', { name: 'Sort descending' }).click();
  expect(await column(window, 'QUANTITY')).toEqual(['100', '20', '3', '']);
  await expect(grid(window).getByRole('columnheader', { name: /^Quantity/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  // The row that is changed stays where it is, and has the number that it has in the order.
  await fillCell(window, 1, 'QUANTITY', '1');
  await window.keyboard.press('Tab');
  expect(await column(window, 'QUANTITY')).toEqual(['1', '20', '3', '']);
  await expect(grid(window).getByRole('rowheader')).toHaveText(['3', '1', '2', '+']);

  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('searchbox', { name: /Show only lines whose Description has/ }).fill('BOLT');
  await window.keyboard.press('Enter');
  await expect(main(window).getByText('2 of 3 lines')).toBeVisible();
  await window.getByRole('searchbox', { name: 'Find in lines' }).fill('long');
  await expect(main(window).getByText('1 of 1 cell')).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(cellInput(window, 3, 'DESCRIPTION')).toBeFocused();
  await main(window).getByRole('button', { name: 'Show as they are sent' }).click();
  await expect(cellInput(window, 3, 'DESCRIPTION')).toBeFocused();
  expect(await column(window, 'DESCRIPTION')).toEqual(['bolt', 'nut', 'bolt, long', '']);

  await window.getByRole('button', { name: 'Submit order' }).click();
  await expect(main(window).getByText(/^Order \S+ is in PIMS$/)).toBeVisible();
  const sent = practice.orders().find(({ fields }) => fields.REFERENCE_NUMBER === 'AS-TYPED');
  expect(sent?.lines.map(({ DESCRIPTION: text, QUANTITY: quantity }) => [text, quantity])).toEqual([
    ['bolt', '20'],
    ['nut', '3'],
    ['bolt, long', '1'],
  ]);
});

test('what is done in a filtered view is done to what is seen of it, and to nothing else', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, 'A\tbolt\t1\nB\tnut\t2\nC\tbolt, long\t3\n');
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('searchbox', { name: /Show only lines whose Description has/ }).fill('bolt');
  await window.keyboard.press('Enter');
  await expect.poll(() => column(window, 'PART_CODE')).toEqual(['A', 'C', '']);
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(desk)).toBe('A\tbolt\t1\nC\tbolt, long\t3\n');
  await goToCell(window, 1, 'QUANTITY');
  await cellOf(window, 2, 'QUANTITY').click({ modifiers: ['Shift'] });
  await paste(desk, window, '9\r\n');
  await goToCell(window, 1, 'PART_CODE');
  await grid(window).locator('xpath=..').locator('[data-fill-handle]').dblclick();
  await main(window).getByRole('button', { name: 'Show as they are sent' }).click();
  expect(await column(window, 'QUANTITY')).toEqual(['9', '2', '9', '']);
  expect(await column(window, 'PART_CODE')).toEqual(['A', 'B', 'A', '']);
});

test('magnified twice, lines are typed by keyboard and the active cell stays in sight', async ({
  desk,
  window,
}) => {
  await desk.app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setContentSize(1280, 800);
    shown?.webContents.setZoomFactor(2);
  });
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  for (const part of ['bolt', 'nut', 'washer', 'pin', 'ring', 'cap']) {
    await window.keyboard.type(part);
    await window.keyboard.press('Enter');
    await expect(window.locator('input:focus')).toBeInViewport();
  }
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('End');
  await expect(window.locator('input:focus')).toBeInViewport();
  await window.keyboard.press('Control+Home');
  await expect(cellInput(window, 1, 'PART_CODE')).toBeInViewport();
  await expect(gridCell(window, 6, 'PART_CODE')).toHaveText('cap');
});
