import type { Locator, Page } from '@playwright/test';

/** A grid of lines: that of a draft's own, or of those that the order in PIMS has. */
export type LineGridName = 'Lines' | 'Lines of the order';

/** The text in a cell; `row` counts as they are seen, from 1 on. */
export function gridCell(window: Page, row: number, field: string, grid: LineGridName = 'Lines'): Locator {
  return cellOf(window, row, field, grid).locator('span');
}

/** The cell itself, with its states. */
export function cellOf(window: Page, row: number, field: string, grid: LineGridName = 'Lines'): Locator {
  return window
    .getByRole('grid', { name: grid, exact: true })
    .locator(`[aria-rowindex="${row + 1}"] [data-field="${field}"]`);
}

/** The text input, while the cell is the active one of its grid. */
export function cellInput(window: Page, line: number | string, field: string, grid: LineGridName = 'Lines') {
  const whose = grid === 'Lines' ? '' : 'of the order ';
  return window.getByLabel(`Line ${line} ${whose}${field}`, { exact: true });
}

/** Goes to a cell by mouse; answers the input, which has the focus then. */
export async function goToCell(
  window: Page,
  row: number,
  field: string,
  grid: LineGridName = 'Lines',
): Promise<Locator> {
  await cellOf(window, row, field, grid).click();
  return window.locator('input:focus');
}

/** Goes to a cell and types over it; the cell stays open. */
export async function fillCell(
  window: Page,
  row: number,
  field: string,
  value: string,
  grid: LineGridName = 'Lines',
): Promise<void> {
  const input = await goToCell(window, row, field, grid);
  await input.fill(value);
}
