import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningDesk } from './launch.ts';

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

export function main(window: Page): Locator {
  return window.getByRole('main');
}

/** The grid with a draft's own lines. */
export function grid(window: Page): Locator {
  return window.getByRole('grid', { name: 'Lines', exact: true });
}

/** Begins an order, from a screen that offers to. */
export async function newOrder(window: Page): Promise<void> {
  await main(window).getByRole('button', { name: 'New order' }).click();
  await expect(window.getByLabel('Customer code')).toBeFocused();
}

/** Puts a text on the system's clipboard and pastes it where the focus is. */
export async function paste(desk: RunningDesk, window: Page, text: string): Promise<void> {
  await putOnClipboard(desk, text);
  await window.keyboard.press('Control+v');
}

export async function putOnClipboard(desk: RunningDesk, text: string): Promise<void> {
  await desk.app.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);
}

/** What is on the system's clipboard. */
export async function copied(desk: RunningDesk): Promise<string> {
  return await desk.app.evaluate(({ clipboard }) => clipboard.readText());
}

/** The text of a column, from the first row on. */
export async function column(window: Page, field: string): Promise<string[]> {
  return grid(window).locator(`[data-field="${field}"] span`).allTextContents();
}
