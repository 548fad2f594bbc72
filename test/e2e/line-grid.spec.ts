import type { Page } from '@playwright/test';
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
import { chooseMenuItem } from './harness/menu.ts';

const sums = (window: Page, words: string | RegExp) => expect(main(window).getByText(words)).toBeVisible();

test('the keys of a spreadsheet do what they do there', async ({ window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await window.keyboard.type('A-1');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Bolt');
  await window.keyboard.press('Enter');
  await expect(cellInput(window, 2, 'PART_CODE')).toBeFocused();
  await window.keyboard.type('A-2');
  await window.keyboard.press('ArrowUp');
  await expect(cellInput(window, 1, 'PART_CODE')).toBeFocused();

  await window.keyboard.type('mistaken');
  await window.keyboard.press('Escape');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('A-1');
  await window.keyboard.press('F2');
  await window.keyboard.type('0');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.type('/');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('A-1/0');

  await window.keyboard.press('Control+Home');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(main(window).getByText('2 × 1 marked')).toBeVisible();
  await window.keyboard.press('Control+d');
  expect(await column(window, 'DESCRIPTION')).toEqual(['Bolt', 'Bolt', '']);
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Delete');
  await sums(window, '0 lines, 0 units');
  await window.keyboard.press('Control+z');
  await sums(window, '2 lines, 0 units');
  await window.keyboard.press('Control+z');
  expect(await column(window, 'DESCRIPTION')).toEqual(['Bolt', '', '']);
  await window.keyboard.press('Control+y');
  expect(await column(window, 'DESCRIPTION')).toEqual(['Bolt', 'Bolt', '']);

  // Escape takes a cell back to what it was, also what went to the disk already; and leaves nothing to undo.
  await fillCell(window, 2, 'QUANTITY', '77');
  await sums(window, '2 lines, 77 units');
  await window.keyboard.press('Escape');
  await sums(window, '2 lines, 0 units');
  await window.keyboard.press('Control+z');
  expect(await column(window, 'DESCRIPTION')).toEqual(['Bolt', '', '']);
});

test('ranges go to a spreadsheet and back, and a paste is one step of undo', async ({ desk, window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  // As Excel on Windows writes it: a cell with a break in quotes, and a break at the end.
  await paste(desk, window, '007\t"24"" screen,\nmatt"\t5\r\nB-2\tCable\t6\r\nB-3\tPlug\t7\r\n');
  await sums(window, '3 lines, 18 units');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('007');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('24" screen, matt');
  await expect(gridCell(window, 4, 'PART_CODE')).toHaveText('');

  await goToCell(window, 2, 'PART_CODE');
  await cellOf(window, 3, 'DESCRIPTION').click({ modifiers: ['Shift'] });
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(desk)).toBe('B-2\tCable\nB-3\tPlug\n');
  await goToCell(window, 4, 'PART_CODE');
  await window.keyboard.press('Control+v');
  expect(await column(window, 'PART_CODE')).toEqual(['007', 'B-2', 'B-3', 'B-2', 'B-3', '']);

  // A single value with Excel's closing break fills the marked cells and wipes none below.
  await goToCell(window, 1, 'QUANTITY');
  await cellOf(window, 2, 'QUANTITY').click({ modifiers: ['Shift'] });
  await paste(desk, window, '9\r\n');
  expect(await column(window, 'QUANTITY')).toEqual(['9', '9', '7', '', '', '']);
  await window.keyboard.press('Control+x');
  expect(await column(window, 'QUANTITY')).toEqual(['', '', '7', '', '', '']);
  for (const left of [['9', '9', '7', '', '', ''], ['5', '6', '7', '', '', ''], ['5', '6', '7', ''], ['']]) {
    await window.keyboard.press('Control+z');
    await expect.poll(() => column(window, 'QUANTITY')).toEqual(left);
  }
});

test('cells are marked, filled and moved about by mouse', async ({ desk, window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, 'A\tone\t1\nB\ttwo\t2\nC\tthree\t3\nD\tfour\t4\n');
  await cellOf(window, 1, 'QUANTITY').hover();
  await window.mouse.down();
  await cellOf(window, 2, 'QUANTITY').hover();
  await window.mouse.up();
  await expect(main(window).getByText('2 × 1 marked')).toBeVisible();
  await grid(window).locator('xpath=..').locator('[data-fill-handle]').hover();
  await window.mouse.down();
  await cellOf(window, 4, 'QUANTITY').hover();
  await window.mouse.up();
  expect(await column(window, 'QUANTITY')).toEqual(['1', '2', '1', '2', '']);

  await cellOf(window, 2, 'PART_CODE').click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Insert a line above' }).click();
  expect(await column(window, 'PART_CODE')).toEqual(['A', '', 'B', 'C', 'D', '']);
  await expect(cellInput(window, 2, 'PART_CODE')).toBeFocused();
  await window.keyboard.press('Control+z');
  await grid(window).getByRole('rowheader', { name: '3', exact: true }).click();
  await window.keyboard.press('Alt+Shift+ArrowUp');
  expect(await column(window, 'PART_CODE')).toEqual(['A', 'C', 'B', 'D', '']);
  await window.keyboard.press('Control+Shift+d');
  expect(await column(window, 'PART_CODE')).toEqual(['A', 'C', 'C', 'B', 'D', '']);
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+Shift+Delete');
  expect(await column(window, 'PART_CODE')).toEqual(['A', 'C', 'D', '']);
  await window.getByRole('button', { name: 'Undo' }).last().click();
  expect(await column(window, 'PART_CODE')).toEqual(['A', 'C', 'C', 'B', 'D', '']);
});

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

test('columns are added, moved and hidden, and are so the next time', async ({ launch }) => {
  const headings = (window: Page) =>
    grid(window)
      .locator('[data-heading]')
      .evaluateAll((all) => all.map((heading) => heading.getAttribute('data-heading')));
  const first = await launch();
  let window = await first.readyWindow();
  await newOrder(window);
  await main(window).getByRole('button', { name: 'Columns' }).click();
  await window.getByRole('combobox', { name: 'Add a column' }).fill('unit price');
  await window.getByRole('combobox', { name: 'Add a column' }).press('Enter');
  await window.getByRole('button', { name: 'Move Quantity to the left' }).click();
  await window.keyboard.press('Escape');
  await expect.poll(() => headings(window)).toEqual(['PART_CODE', 'QUANTITY', 'DESCRIPTION', 'UNIT_PRICE']);
  await fillCell(window, 1, 'PART_CODE', 'A');
  await fillCell(window, 1, 'QUANTITY', '3');
  await fillCell(window, 1, 'UNIT_PRICE', '0.10');
  await window.keyboard.press('Enter');
  await sums(window, '1 line, 3 units, 0.30 in all');
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('menuitem', { name: 'Hide this column' }).click();
  await expect.poll(() => headings(window)).toEqual(['PART_CODE', 'QUANTITY', 'UNIT_PRICE']);
  await expect(window.getByText(/^Saved at/)).toBeVisible();
  await first.quit();

  window = await (await launch()).readyWindow();
  await expect.poll(() => headings(window)).toEqual(['PART_CODE', 'QUANTITY', 'UNIT_PRICE']);
});

test('headings are dragged to where they are wanted, and their edges to a width', async ({ window }) => {
  await newOrder(window);
  const heading = (name: string) => grid(window).getByRole('columnheader', { name });
  const widthOf = async (name: string) => (await heading(name).boundingBox())?.width ?? 0;
  await heading('Quantity').dragTo(heading('Part'));
  await expect(heading('Quantity')).toHaveAttribute('aria-colindex', '2');
  const before = await widthOf('Part');
  const box = await heading('Part').boundingBox();
  if (box === null) throw new Error('The heading is not seen.');
  await window.mouse.move(box.x + box.width - 1, box.y + 10);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width + 30, box.y + 10, { steps: 4 });
  await window.mouse.up();
  await expect.poll(() => widthOf('Part')).toBeGreaterThan(before + 20);
  await goToCell(window, 1, 'PART_CODE');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('menuitem', { name: 'Narrower' }).click();
  await window.getByRole('menuitem', { name: 'Narrower' }).click();
  await expect.poll(() => widthOf('Part')).toBeLessThan(before);
});

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

test('screen readers are led from the input to the cell, and Tab leads out after Escape', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, 'A\tone\tx\n');
  await expect(grid(window)).toHaveAttribute('aria-rowcount', '3');
  await expect(grid(window)).toHaveAttribute('aria-colcount', '5');
  await goToCell(window, 1, 'QUANTITY');
  const input = cellInput(window, 1, 'QUANTITY');
  const cell = cellOf(window, 1, 'QUANTITY');
  expect(await input.getAttribute('aria-activedescendant')).toBe(await cell.getAttribute('id'));
  await expect(cell).toHaveRole('gridcell');
  await expect(grid(window).locator('[data-heading="QUANTITY"]')).toHaveAccessibleName('Quantity');
  await expect(grid(window).getByRole('rowheader', { name: 'New line' })).toBeVisible();
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(/“x” is not a number/);
  await expect(main(window).getByText(/“x” is not a number/)).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Tab');
  await expect(input).not.toBeFocused();
});

test('10,000 rows are pasted, undone and saved as one, and few of them are in the page', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  const rows = Array.from({ length: 10_000 }, (_, index) => `P-${index}\tPart ${index}\t2`);
  await paste(desk, window, `${rows.join('\r\n')}\r\n`);
  await sums(window, '10000 lines, 20000 units');
  await window.keyboard.press('Control+z');
  await sums(window, '0 lines, 0 units');
  await window.keyboard.press('Control+y');
  await sums(window, '10000 lines, 20000 units');
  expect(await grid(window).getByRole('row').count()).toBeLessThan(80);
  await window.keyboard.press('Control+End');
  await expect(gridCell(window, 10_000, 'PART_CODE')).toHaveText('P-9999');
  await expect(window.getByText(/^Saved at/)).toBeVisible();
  // What the list leads to is read from the disk anew.
  await window.getByRole('link', { name: /^Drafts/ }).click();
  await main(window)
    .getByRole('link', { name: /^..-....-....$/ })
    .click();
  await sums(window, '10000 lines, 20000 units');
});

test('the marked cells, the focus and undo go where people used to spreadsheets look for them', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, 'A\tone\t1\nB\ttwo\t2\nC\tthree\t3\nD\tfour\t4\n');

  // Marking on from a cell that is being typed into hands over what was typed; what comes next is about all that is marked.
  await window.keyboard.type('typed');
  await cellOf(window, 2, 'PART_CODE').click({ modifiers: ['Shift'] });
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(desk)).toBe('typed\nB\n');
  await window.keyboard.press('Delete');
  expect(await column(window, 'PART_CODE')).toEqual(['', '', 'C', 'D', '']);
  await window.keyboard.press('Control+z');

  // A deleted line leaves the person in the column where they were; undo leads to the first of those that come back.
  await goToCell(window, 1, 'PART_CODE');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Control+Shift+Delete');
  await expect(cellInput(window, 1, 'QUANTITY')).toBeFocused();
  await window.keyboard.press('Control+z');
  await goToCell(window, 2, 'QUANTITY');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+Shift+Delete');
  await window.keyboard.press('Control+z');
  await expect(cellInput(window, 2, 'PART_CODE')).toBeFocused();
  expect(await column(window, 'PART_CODE')).toEqual(['typed', 'B', 'C', 'D', '']);

  // A line that comes back by the note of its deletion pushes the person’s own down, not the person to another.
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.press('Control+Shift+Delete');
  await goToCell(window, 2, 'DESCRIPTION');
  await window.keyboard.type('still here');
  await window
    .getByText('Line 1 was deleted.')
    .last()
    .locator('xpath=../..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(() => column(window, 'DESCRIPTION')).toEqual(['one', 'two', 'still here', 'four', '']);
  await expect(cellInput(window, 3, 'DESCRIPTION')).toBeAttached();

  // What is searched for has an undo of its own.
  await window.getByRole('searchbox', { name: 'Find in lines' }).click();
  // One letter: letters that come slowly are undone one by one.
  await window.keyboard.type('t');
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('searchbox', { name: 'Find in lines' })).toHaveValue('');
  expect(await column(window, 'PART_CODE')).toEqual(['typed', 'B', 'C', 'D', '']);

  // Escape and Shift+Tab lead out backwards.
  await goToCell(window, 3, 'DESCRIPTION');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Shift+Tab');
  await expect(main(window).getByRole('button', { name: 'Columns' })).toBeFocused();
});

test('a text that is cut off in its cell is seen whole while the cell is the active one', async ({
  window,
}) => {
  await newOrder(window);
  const text = 'A description that is a good deal longer than any column of this table has room for at first';
  await fillCell(window, 1, 'DESCRIPTION', text);
  await expect(main(window).getByText(text)).toHaveCount(1);
  await window.keyboard.press('Enter');
  await window.keyboard.press('ArrowUp');
  await expect(main(window).getByText(text)).toHaveCount(2);
  await expect(main(window).getByText(text).last()).toBeInViewport({ ratio: 1 });
  await window.keyboard.press('ArrowRight');
  await expect(main(window).getByText(text)).toHaveCount(1);
});

test('a column is marked where it is, and typing brings a cell back that was scrolled away', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, Array.from({ length: 200 }, (_, index) => `P-${index}`).join('\n'));
  // Pasting and marking whole columns and rows scroll nothing.
  await expect(cellOf(window, 1, 'PART_CODE')).toBeInViewport();
  await grid(window).getByRole('columnheader', { name: /^Part/ }).click();
  await expect(main(window).getByText('201 × 1 marked')).toBeVisible();
  await expect(cellOf(window, 1, 'PART_CODE')).toBeInViewport();
  await goToCell(window, 2, 'PART_CODE');
  await window.mouse.wheel(0, 3_000);
  await expect(cellOf(window, 100, 'PART_CODE')).toBeVisible();
  await window.keyboard.type('z');
  // Not below the headings.
  const input = cellInput(window, 2, 'PART_CODE');
  await expect(input).toHaveValue('z');
  const onTop = () =>
    input.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return document.elementFromPoint(left + 4, top + 4) === element;
    });
  await expect.poll(onTop).toBe(true);
});

test('headings, states and totals are seen whole, and a double click fits a column to what is in it', async ({
  desk,
  window,
}) => {
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await newOrder(window);
  await main(window).getByRole('button', { name: 'Columns' }).click();
  for (const name of ['unit price', 'extended price', 'special instructions']) {
    await window.getByRole('combobox', { name: 'Add a column' }).fill(name);
    await window.getByRole('combobox', { name: 'Add a column' }).press('Enter');
  }
  await window.keyboard.press('Escape');
  const cut = () =>
    grid(window)
      .locator('[data-heading] span')
      .evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.textContent));
  await expect(grid(window).locator('[data-heading]')).toHaveCount(6);
  expect(await cut()).toEqual([]);

  const text = 'A description that is longer than its column is at first, but not without end';
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, `A\t${text}\t1\nB\tshort\t2\n`);
  // The columns have to be scrolled, and the state is in sight; the note of the paste covers no total.
  await expect(grid(window).getByText('Saved', { exact: true }).first()).toBeInViewport({ ratio: 1 });
  const note = await window.getByRole('alert').filter({ hasText: 'Pasted 2 rows' }).boundingBox();
  const totals = await main(window).getByText('2 lines, 3 units').boundingBox();
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThan(totals?.y ?? 0);

  const isCut = () => gridCell(window, 1, 'DESCRIPTION').evaluate((it) => it.scrollWidth > it.clientWidth);
  expect(await isCut()).toBe(true);
  const box = await grid(window).locator('[data-heading="DESCRIPTION"]').boundingBox();
  if (box === null) throw new Error('The heading is not seen.');
  await window.mouse.dblclick(box.x + box.width - 1, box.y + 10);
  await expect.poll(isCut).toBe(false);
});

test('a block is filled by Ctrl+Enter and by a double click on the handle, and the corner marks all', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, 'A\tone\t3\nB\ttwo\t1\nC\tthree\t2\n');
  await goToCell(window, 1, 'QUANTITY');
  await cellOf(window, 2, 'QUANTITY').click({ modifiers: ['Shift'] });
  await window.keyboard.type('8');
  await window.keyboard.press('Control+Enter');
  await expect.poll(() => column(window, 'QUANTITY')).toEqual(['8', '8', '2', '']);
  await window.keyboard.press('Control+z');
  await expect.poll(() => column(window, 'QUANTITY')).toEqual(['3', '1', '2', '']);

  await goToCell(window, 1, 'DESCRIPTION');
  await grid(window).locator('xpath=..').locator('[data-fill-handle]').dblclick();
  await expect.poll(() => column(window, 'DESCRIPTION')).toEqual(['one', 'one', 'one', '']);
  await window.keyboard.press('Control+z');
  await expect.poll(() => column(window, 'DESCRIPTION')).toEqual(['one', 'two', 'three', '']);

  await grid(window).getByRole('columnheader', { name: '#' }).click();
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(desk)).toBe('A\tone\t3\nB\ttwo\t1\nC\tthree\t2\n');

  // While typing, F2 lets the arrows move the caret, which stays where it is.
  await goToCell(window, 1, 'DESCRIPTION');
  await window.keyboard.type('ac');
  await window.keyboard.press('F2');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('F2');
  await window.keyboard.type('b');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('abc');
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
