import { expect, type Locator, type Page } from '@playwright/test';
import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';
import { cellInput, fillCell, goToCell, gridCell } from './line-grid.ts';

const grid = 'Lines of the order';

/** A cell of the order's own lines, by their numbers, which begin with 1. */
export const orderCell = (window: Page, line: string, field: string): Locator =>
  gridCell(window, Number(line), field, grid);
export const orderInput = (window: Page, line: string, field: string): Locator =>
  cellInput(window, line, field, grid);
export const fillOrderCell = (window: Page, line: string, field: string, value: string): Promise<void> =>
  fillCell(window, Number(line), field, value, grid);
export const goToOrderCell = (window: Page, line: string, field: string): Promise<Locator> =>
  goToCell(window, Number(line), field, grid);

/** A line as PIMS has it. */
export const lineOf = (practice: PracticeServer, number: string, line: string) =>
  practice.order(number)?.lines.find(({ LINE_NUMBER }) => LINE_NUMBER === line);

/** Opens the lines of an order to be added to and changed, as a person would. */
export async function openLines(window: Page, number: string): Promise<void> {
  const screens = window.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('link', { name: /^Orders/ }).click();
  await window.getByLabel('Order number or reference').fill(number);
  await window.keyboard.press('Enter');
  const main = window.getByRole('main');
  await main.getByRole('button', { name: 'Add or edit lines' }).click();
  await expect(window.getByRole('heading', { level: 1, name: `Lines for order ${number}` })).toBeVisible();
  await expect(cellInput(window, 1, 'PART_CODE')).toBeFocused();
}

/** Opens what would be saved to the order. */
export async function review(window: Page, number: string): Promise<Locator> {
  await window.getByRole('main').getByRole('button', { name: 'Review and save' }).click();
  const dialog = window.getByRole('dialog', { name: `Review and save to order ${number}` });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Looks what would be saved over and saves it. */
export async function reviewAndSave(window: Page, number: string): Promise<void> {
  const dialog = await review(window, number);
  await dialog.getByRole('button', { name: `Save to order ${number}` }).click();
}

/** What is said once all of a draft is in the order. */
export const allInPims = (window: Page, number: string): Locator =>
  window.getByRole('main').getByText(`It is in PIMS, in order ${number}`);
