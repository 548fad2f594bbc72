import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { column, goToCell, grid, gridCell, main, newOrder, paste } from './harness/line-grid.ts';

const rowHead = (window: Page, number: number) =>
  grid(window).getByRole('rowheader', { name: String(number), exact: true });

/** Presses on the head of a row and draws it to the upper (or lower) edge of another; the button stays down. */
async function drawRow(window: Page, from: number, to: number, edge: 'upper' | 'lower'): Promise<void> {
  await rowHead(window, from).hover();
  await window.mouse.down();
  const box = await rowHead(window, to).boundingBox();
  if (box === null) throw new Error('The row is not seen.');
  const y = edge === 'upper' ? box.y + 3 : box.y + box.height - 3;
  await window.mouse.move(box.x + 20, y, { steps: 3 });
}

test('marked rows are drawn to another place by their heads, as one step of undo', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, 'A\nB\nC\nD\nE\n');
  const parts = () => column(window, 'PART_CODE');

  // A press marks the row, with Shift it reaches to another; drawing on marks more of them.
  await rowHead(window, 2).click();
  await expect(main(window).getByText('1 × 3 marked')).toBeVisible();
  await rowHead(window, 3).click({ modifiers: ['Shift'] });
  await expect(main(window).getByText('2 × 3 marked')).toBeVisible();
  await drawRow(window, 2, 5, 'lower');
  await window.mouse.up();
  await expect.poll(parts).toEqual(['A', 'D', 'E', 'B', 'C', '']);
  // They are marked where they stand now, and go back from there.
  await expect(main(window).getByText('2 × 3 marked')).toBeVisible();
  await drawRow(window, 5, 1, 'upper');
  await window.mouse.up();
  await expect.poll(parts).toEqual(['B', 'C', 'A', 'D', 'E', '']);
  await window.keyboard.press('Control+z');
  await expect.poll(parts).toEqual(['A', 'D', 'E', 'B', 'C', '']);
  await window.keyboard.press('Control+z');
  await expect.poll(parts).toEqual(['A', 'B', 'C', 'D', 'E', '']);

  // Escape calls it off; a press without drawing marks that row alone.
  await rowHead(window, 1).click();
  await drawRow(window, 1, 4, 'lower');
  await window.keyboard.press('Escape');
  await window.mouse.up();
  expect(await parts()).toEqual(['A', 'B', 'C', 'D', 'E', '']);
  await rowHead(window, 3).click({ modifiers: ['Shift'] });
  await rowHead(window, 2).click();
  await expect(main(window).getByText('1 × 3 marked')).toBeVisible();

  // What is being typed into a marked row goes with it.
  await window.keyboard.type('typed');
  await drawRow(window, 2, 1, 'upper');
  await window.mouse.up();
  await expect.poll(parts).toEqual(['typed', 'A', 'C', 'D', 'E', '']);

  // The order in which lines are sent is no matter of a sorted view.
  await goToCell(window, 1, 'PART_CODE');
  await window.keyboard.press('Alt+ArrowDown');
  await window.getByRole('menuitem', { name: 'Sort descending' }).click();
  await rowHead(window, 3).click();
  await drawRow(window, 3, 5, 'lower');
  await expect(window.getByText(/Take sorting and filters away first/)).toBeVisible();
  await window.mouse.up();
  await main(window).getByRole('button', { name: 'Show as they are sent' }).click();
  expect(await parts()).toEqual(['typed', 'A', 'C', 'D', 'E', '']);
});

test('the rows scroll while a row is held beyond their edge', async ({ desk, window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await paste(desk, window, Array.from({ length: 120 }, (_, index) => `P-${index + 1}`).join('\n'));
  await rowHead(window, 1).click();
  await drawRow(window, 1, 3, 'lower');
  const box = await grid(window).locator('xpath=..').boundingBox();
  if (box === null) throw new Error('The grid is not seen.');
  await window.mouse.move(box.x + 20, box.y + box.height + 20, { steps: 3 });
  await expect(gridCell(window, 120, 'PART_CODE')).toBeInViewport();
  await expect(gridCell(window, 121, 'PART_CODE')).toBeInViewport();
  await window.mouse.up();
  await expect(gridCell(window, 120, 'PART_CODE')).toHaveText('P-1');
});
