import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { fillCell } from '../e2e/harness/line-grid.ts';
import { goTo, takeLooks } from './harness/looks.ts';

test('templates', async ({ desk, window }) => {
  const main = window.getByRole('main');
  await goTo(window, 'New order');
  await main.getByRole('button', { name: 'From a template' }).click();
  await expect(window.getByText('No templates yet')).toBeVisible();
  await takeLooks(desk, window, 'templates-empty');
  await window.keyboard.press('Escape');
  await window.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
  await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
  for (const name of [
    'Weekly',
    'A name of a template that is as long as a name may be: eighty characters at most',
  ]) {
    await main.getByRole('button', { name: 'More' }).click();
    await window.getByRole('menuitem', { name: 'Save as template' }).click();
    await window.getByLabel('Name of the template').fill(name);
    await takeLooks(desk, window, 'templates-save');
    await window.getByRole('dialog').getByRole('button', { name: 'Save the template' }).click();
    await expect(window.getByText(`The template “${name}” is saved.`).last()).toBeVisible();
  }
  await goTo(window, 'Drafts');
  await main.getByRole('button', { name: 'From a template' }).first().click();
  const dialog = window.getByRole('dialog', { name: 'New order from a template' });
  await expect(dialog.getByRole('button', { name: /^Weekly/ })).toBeVisible();
  await takeLooks(desk, window, 'templates-list');
  await dialog.getByRole('button', { name: 'Rename the template Weekly' }).click();
  await takeLooks(desk, window, 'templates-rename');
  await window.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Delete the template Weekly' }).click();
  await expect(dialog.getByRole('button', { name: /^Weekly/ })).toBeHidden();
  await takeLooks(desk, window, 'templates-deleted');
});
