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
