import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import {
  cellInput,
  cellOf,
  fillCell,
  goToCell,
  grid,
  gridCell,
  main,
  newOrder,
  paste,
} from './harness/line-grid.ts';

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
  await expect(main(window).getByText('1 line, 3 units, 0.30 in all')).toBeVisible();
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
