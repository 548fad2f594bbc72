import { expect, type Locator, type Page } from '@playwright/test';

/** The grid in which the rows of a file are checked. */
export const fileRows = (window: Page): Locator => window.getByRole('grid', { name: 'Rows of the file' });

/** A row of it, by the line of the file. */
export const fileRow = (window: Page, line: number): Locator =>
  fileRows(window)
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader').filter({ hasText: new RegExp(`^${line}$`) }) });

/** Goes to the screen of imports and chooses a file there. */
export async function importFile(window: Page, name: string, content: string | Buffer): Promise<void> {
  await goToImport(window);
  await chooseFile(window, name, content);
  await expect(window.getByText(name, { exact: true })).toBeVisible();
}

export async function goToImport(window: Page): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Import/ })
    .click();
}

export async function chooseFile(window: Page, name: string, content: string | Buffer): Promise<void> {
  await window
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

export async function next(window: Page, step: 'Columns' | 'Check' | 'Create'): Promise<void> {
  await window.getByRole('button', { name: `Next: ${step}` }).click();
  await expect(window.getByRole('button', { name: `Next: ${step}` })).toHaveCount(0);
}

/** Writes a value into a field of a line of the file, as a person would. */
export async function mend(window: Page, line: number, field: string, value: string): Promise<void> {
  await fileRow(window, line).locator(`[data-field="${field}"]`).click();
  await window.locator('input:focus').fill(value);
  await window.keyboard.press('Enter');
}
