import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { cellInput, copied, goToCell, grid, gridCell, main, newOrder, paste } from './harness/line-grid.ts';
import { chooseMenuItem } from './harness/menu.ts';

test('what was typed a moment ago is there when another screen comes in between', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.type('half a sen');
  await chooseMenuItem(desk.app, 'go-drafts');
  await main(window)
    .getByRole('link', { name: /^..-....-....$/ })
    .click();
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('half a sen');
});

test('an order that is submitted in the middle of a word has the word, and nothing is typed on', async ({
  desk,
  window,
  practice,
}) => {
  await newOrder(window);
  await window.getByLabel('Customer code').fill('M-1000');
  await window.getByLabel('Reference').fill('AT-ONCE');
  await goToCell(window, 1, 'DESCRIPTION');
  // A blank row below the last one is no line.
  await paste(desk, window, 'one\t1\r\n\t\r\ntwo\t2\r\n');
  await expect(window.getByText('Pasted 2 rows as new lines.')).toBeVisible();
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.type('at once');
  await chooseMenuItem(desk.app, 'submit');
  await expect(main(window).getByText(/^Order \S+ is in PIMS$/)).toBeVisible();
  const sent = practice.orders().find(({ fields }) => fields.REFERENCE_NUMBER === 'AT-ONCE');
  expect(sent?.lines.map(({ DESCRIPTION: text }) => text)).toEqual(['at once', 'two']);
  await expect(grid(window).locator('xpath=..').locator('input[data-open]')).toHaveCount(0);
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.press('Delete');
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(desk)).toBe('\tat once\t1\n\ttwo\t2\n');
});

test('the first stroke of an input method opens the cell, and the Enter that confirms it stays there', async ({
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'DESCRIPTION');
  const session = await window.context().newCDPSession(window);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await window.keyboard.press('Enter');
  await expect(cellInput(window, 1, 'DESCRIPTION')).toBeFocused();
  await session.send('Input.insertText', { text: '日本' });
  await expect(cellInput(window, 1, 'DESCRIPTION')).toHaveValue('日本');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('日本');
  await expect(cellInput(window, 2, 'DESCRIPTION')).toBeFocused();
});
