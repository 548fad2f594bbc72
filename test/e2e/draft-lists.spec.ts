import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { fillCell, gridCell } from './harness/line-grid.ts';
import { chooseMenuItem } from './harness/menu.ts';

const main = (window: Page) => window.getByRole('main');
const drafts = (window: Page) => window.getByRole('table', { name: 'Drafts' });

async function newOrder(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'New order', exact: true }).click();
  await expect(window.getByLabel('Customer code')).toBeFocused();
}

async function goToDrafts(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Drafts/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible();
}

/** The reference that Order Desk made, as the field shows it while it is empty. */
async function madeReference(window: Page): Promise<string> {
  const placeholder = await window.getByLabel('Reference').getAttribute('placeholder');
  return (placeholder ?? '').split(',')[0] ?? '';
}

const bearing = (practice: PracticeServer, reference: string) =>
  practice.orders().filter(({ fields }) => fields.REFERENCE_NUMBER === reference);

test('drafts are found by anything in them, and the search box keeps the focus', async ({ window }) => {
  await newOrder(window);
  await window.getByLabel('Customer code').fill('M-1000');
  await window.getByLabel('Reference').fill('FIRST');
  await fillCell(window, 1, 'DESCRIPTION', 'Engraved “Grüße”');
  await newOrder(window);
  await window.getByLabel('Customer code').fill('M-1001');
  await window.getByLabel('Reference').fill('SECOND');
  await goToDrafts(window);
  await expect(drafts(window).getByRole('row')).toHaveCount(3);

  const box = window.getByLabel('Search drafts');
  await box.click();
  await window.keyboard.type('GRÜSSE');
  await expect(window.getByText('No draft has “GRÜSSE”')).toBeVisible();
  await expect(box).toBeFocused();
  for (let letters = 0; letters < 4; letters++) await window.keyboard.press('Backspace');
  await expect(main(window).getByRole('status').getByText('1 of 2 drafts has “GR')).toBeVisible();
  await expect(drafts(window).getByRole('link', { name: 'FIRST' })).toBeVisible();
  await expect(drafts(window).getByRole('link', { name: 'SECOND' })).toHaveCount(0);
  await expect(box).toBeFocused();
});

test('a draft is duplicated from the list by keyboard, with a reference of its own', async ({ window }) => {
  await newOrder(window);
  const made = await madeReference(window);
  expect(made).toMatch(/^[2-9A-Z]{2}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await expect(main(window).getByText(made, { exact: true })).toBeVisible();
  await window.getByLabel('Customer code').fill('M-1000');
  await window.getByLabel('Reference').fill('ONCE');
  await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
  await goToDrafts(window);
  await drafts(window).getByRole('link', { name: 'ONCE' }).focus();
  await window.keyboard.press('Control+d');
  await expect(window.getByLabel('Customer code')).toHaveValue('M-1000');
  await expect(window.getByLabel('Reference')).toHaveValue('');
  await expect(gridCell(window, 1, 'PART_CODE')).toHaveText('MDVQ4LL/A');
  expect(await madeReference(window)).not.toBe(made);
  await goToDrafts(window);
  await expect(drafts(window).getByRole('row')).toHaveCount(3);
});

test('a template is saved, begins an order, is renamed, replaced, deleted and had back', async ({
  desk,
  window,
  practice,
}) => {
  await newOrder(window);
  await main(window).getByRole('button', { name: 'From a template' }).click();
  await expect(window.getByRole('dialog').getByText('No templates yet')).toBeVisible();
  await window.keyboard.press('Escape');

  await window.getByLabel('Customer code').fill('M-1000');
  await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
  await fillCell(window, 1, 'QUANTITY', '4');
  const saveAs = async (name: string, verb: string) => {
    await main(window).getByRole('button', { name: 'More' }).click();
    await window.getByRole('menuitem', { name: 'Save as template' }).click();
    await window.getByLabel('Name of the template').fill(name);
    await window.getByRole('dialog').getByRole('button', { name: verb }).click();
    await expect(window.getByText(`The template “${name}” is saved.`).last()).toBeVisible();
  };
  await saveAs('Weekly', 'Save the template');
  await fillCell(window, 2, 'DESCRIPTION', 'Engraving');
  await fillCell(window, 2, 'QUANTITY', '1');
  await saveAs('weekly', 'Replace the template');

  await goToDrafts(window);
  await main(window).getByRole('button', { name: 'From a template' }).first().click();
  const dialog = window.getByRole('dialog', { name: 'New order from a template' });
  await expect(dialog.getByRole('button', { name: 'weekly M-1000, 2 lines' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Rename the template weekly' }).press('Enter');
  await expect(window.getByLabel('Name of the template')).toBeFocused();
  await window.getByLabel('Name of the template').fill('Every Monday');
  await window.getByLabel('Name of the template').press('Enter');
  await dialog.getByRole('button', { name: 'Delete the template Every Monday' }).press('Enter');
  await expect(dialog.getByText('No templates yet')).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Undo' }).click();

  await chooseMenuItem(desk.app, 'open-palette');
  await window.getByLabel('Order number, reference or command').fill('template');
  await window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Every Monday M-1000, 2 lines' }).click();
  await expect(gridCell(window, 2, 'DESCRIPTION')).toHaveText('Engraving');
  const made = await madeReference(window);
  await main(window).getByRole('button', { name: 'Submit order' }).click();
  await expect(main(window).getByText(/^Order \S+ is in PIMS$/)).toBeVisible();
  expect(bearing(practice, made).map(({ lines }) => lines.map(({ QUANTITY }) => QUANTITY))).toEqual([
    ['4', '1'],
  ]);
});

test('an order without customer and lines is submitted after one question, whose safe answer has the focus', async ({
  desk,
  window,
  practice,
}) => {
  await newOrder(window);
  await window.getByRole('group', { name: 'Billing' }).getByLabel('Name').fill('Walk-in');
  const made = await madeReference(window);
  const question = window.getByRole('dialog', { name: 'Submit without a customer and without lines?' });

  await chooseMenuItem(desk.app, 'submit', 5);
  await expect(question.getByRole('button', { name: 'Go on filling it in' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByLabel('Customer code')).toBeFocused();
  await expect(window.getByLabel('Customer code')).toHaveAttribute('aria-invalid', 'true');
  expect(bearing(practice, made)).toEqual([]);

  await chooseMenuItem(desk.app, 'submit');
  await question.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(main(window).getByText(/^Order \S+ is in PIMS$/)).toBeVisible();
  expect(bearing(practice, made)).toHaveLength(1);
});
