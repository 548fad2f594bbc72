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
