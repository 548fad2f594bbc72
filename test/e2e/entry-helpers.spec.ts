import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { cellInput, cellOf, fillCell, goToCell, gridCell } from './harness/line-grid.ts';

const main = (window: Page) => window.getByRole('main');

async function newOrder(window: Page): Promise<void> {
  await main(window).getByRole('button', { name: 'New order' }).click();
  await expect(window.getByLabel('Customer code')).toBeFocused();
}

test('a quantity may be a product, typed or pasted', async ({ desk, window }) => {
  await newOrder(window);
  await fillCell(window, 1, 'DESCRIPTION', 'Bolt');
  await goToCell(window, 1, 'QUANTITY');
  await window.keyboard.type('2*12');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('24');
  await expect(main(window).getByText('1 line, 24 units')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('');
  await window.keyboard.press('Control+y');

  await desk.app.evaluate(({ clipboard }) => clipboard.writeText('3 x 6\n4×2.5\n2**3\n'));
  await goToCell(window, 1, 'QUANTITY');
  await window.keyboard.press('Control+v');
  await expect(gridCell(window, 1, 'QUANTITY')).toHaveText('18');
  await expect(gridCell(window, 2, 'QUANTITY')).toHaveText('10');
  await expect(gridCell(window, 3, 'QUANTITY')).toHaveText('2**3');
  await goToCell(window, 3, 'QUANTITY');
  await expect(cellInput(window, 3, 'QUANTITY')).toHaveAccessibleDescription(/“2\*\*3” lacks a number/);
  await expect(cellOf(window, 3, 'QUANTITY')).toHaveAttribute('aria-invalid', 'true');
});

test('a part code completes from PIMS and fills its line', async ({ window, practice }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  const input = cellInput(window, 1, 'PART_CODE');
  await expect(input).toHaveRole('combobox');
  await window.keyboard.type('mdvq4');
  const list = window.getByRole('listbox', { name: 'Parts' });
  const option = list.getByRole('option', { name: /MDVQ4LL\/A/ });
  await expect(option).toContainText('iPhone 14 Pro');
  await expect(option).toContainText(/available/);
  await expect(input).toHaveAttribute('aria-expanded', 'true');

  // Escape takes the list away first, then what is typed.
  await window.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(input).toHaveValue('mdvq4');
  await window.keyboard.press('Escape');
  await expect(input).toHaveValue('');

  await window.keyboard.type('mdvq4');
  await expect(option).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(input).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await window.keyboard.press('Tab');
  await expect(list).toBeHidden();
  await expect(cellInput(window, 1, 'DESCRIPTION')).toBeFocused();
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('iPhone 14 Pro');
  await window.keyboard.press('Control+z');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('');

  // The whole code in small letters is the part, and a click takes too.
  await goToCell(window, 1, 'PART_CODE');
  await window.keyboard.type('mdvq4ll/a');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 1, 'DESCRIPTION')).toHaveText('iPhone 14 Pro');
  await goToCell(window, 2, 'PART_CODE');
  await window.keyboard.type('iphone 14 pro');
  await expect(list.getByRole('option', { name: /iPhone 14 Pro/ }).nth(5)).toBeVisible();
  await option.click();
  await expect(cellInput(window, 2, 'PART_CODE')).toBeFocused();
  await expect(gridCell(window, 2, 'PART_CODE')).toHaveText('MDVQ4LL/A');

  // Out of reach, parts that were seen before are still there, and nothing is complained of.
  await practice.stop();
  await goToCell(window, 3, 'PART_CODE');
  await window.keyboard.type('MDV');
  await expect(option).toBeVisible();
  await expect(window.getByText(/shown before/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(gridCell(window, 3, 'PART_CODE')).toHaveText('MDV');
  await expect(window.getByRole('alert')).toHaveCount(0);
});

test('a quantity shows what is available of its part, and warns when that is not enough', async ({
  desk,
  window,
}) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await desk.app.evaluate(({ clipboard }) => clipboard.writeText('mdvq4ll/a\tPhone\t1\nFREE-1\tAdvice\t1\n'));
  await window.keyboard.press('Control+v');
  await expect(cellOf(window, 1, 'QUANTITY').locator('small')).toHaveText(/^of \d+$/);
  await expect(cellOf(window, 2, 'QUANTITY').locator('small')).toHaveCount(0);
  await goToCell(window, 1, 'QUANTITY');
  await expect(cellInput(window, 1, 'QUANTITY')).toHaveAccessibleDescription(/^\d+ available, /);
  await window.keyboard.type('9000');
  await window.keyboard.press('Enter');
  await goToCell(window, 1, 'QUANTITY');
  await expect(cellInput(window, 1, 'QUANTITY')).toHaveAccessibleDescription(
    /^9000 is more than there is: \d+ available, /,
  );
  await expect(cellOf(window, 1, 'QUANTITY')).not.toHaveAttribute('aria-invalid', 'true');
});

test('all lines of a part take from the same stock', async ({ desk, window }) => {
  await newOrder(window);
  await goToCell(window, 1, 'PART_CODE');
  await desk.app.evaluate(({ clipboard }) =>
    clipboard.writeText('MDVQ4LL/A\tPhone\t1\nmdvq4ll/a\tPhone\t1\n'),
  );
  await window.keyboard.press('Control+v');
  const aside = (line: number) => cellOf(window, line, 'QUANTITY').locator('small');
  await expect(aside(2)).toHaveText(/^of \d+$/);
  const available = Number((await aside(2).textContent())?.replace('of ', ''));
  await fillCell(window, 1, 'QUANTITY', String(available));
  await expect(aside(1)).toHaveText(String(available));
  // The other line alone would be well within what there is.
  await goToCell(window, 2, 'QUANTITY');
  await expect(cellInput(window, 2, 'QUANTITY')).toHaveAccessibleDescription(
    new RegExp(`^${available + 1} in 2 lines is more than there is: ${available} available, `),
  );
  await window.keyboard.press('Delete');
  await expect(aside(1)).toHaveText(`of ${available}`);
});

test('more than there is can be submitted, knowingly', async ({ desk, window, practice }) => {
  const inventoryRequests = () => practice.billedRequests()['inventory/query'] ?? 0;
  await newOrder(window);
  await window.keyboard.type('M-1000');
  await goToCell(window, 1, 'PART_CODE');
  await desk.app.evaluate(({ clipboard }) =>
    clipboard.writeText('FREE-1\tAdvice\t9000\nMDVQ4LL/A\tPhone\t9000\n'),
  );
  await window.keyboard.press('Control+v');
  await expect(cellOf(window, 2, 'QUANTITY').locator('small')).toHaveText(/^\d+$/);
  const before = inventoryRequests();

  const submit = window.getByRole('button', { name: 'Submit order' });
  const question = window.getByRole('dialog', { name: 'Submit more than there is?' });
  await submit.click();
  await expect(question.getByRole('listitem')).toHaveText([
    /^MDVQ4LL\/A: 9000 is more than there is: \d+ available, /,
  ]);
  await expect(question.getByRole('button', { name: 'Look at the lines' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(cellInput(window, 2, 'QUANTITY')).toBeFocused();

  await submit.click();
  await question.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(main(window).getByRole('heading', { name: /Submitted order/ })).toBeVisible();
  // Both times the figures were new enough.
  expect(inventoryRequests()).toBe(before);
});
