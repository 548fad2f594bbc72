import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, test } from './harness/fixtures.ts';

async function openSettings(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
}

async function fillConnection(window: Page, practice: PracticeServer, secret: string): Promise<void> {
  const { teamId, apiId } = practice.credentials;
  await window.getByRole('button', { name: 'Add a connection' }).click();
  const form = window.getByRole('dialog', { name: 'Add a connection' });
  await form.getByLabel('Name').fill('Warehouse');
  await form.getByLabel('Server address').fill(`${practice.baseUrl}/tenant/api/pims/v1/`);
  await form.getByLabel('Team ID').fill(teamId);
  await form.getByLabel('API ID').fill(apiId);
  await form.getByRole('textbox', { name: 'API secret' }).fill(secret);
}

test('a wrong secret is told in words, the right one is saved and the connection is used', async ({
  window,
  practice,
}) => {
  await openSettings(window);
  await fillConnection(window, practice, 'not the secret');
  const form = window.getByRole('dialog', { name: 'Add a connection' });
  await expect(form.getByText(`Requests go to ${practice.baseUrl}/tenant/api/pims/v1`)).toBeVisible();

  await form.getByRole('button', { name: 'Test connection' }).click();
  const result = form.getByRole('status').filter({ hasText: 'The connection does not work yet' });
  await expect(result).toContainText(/API ID|secret/);

  await form.getByRole('textbox', { name: 'API secret' }).fill(practice.credentials.apiSecret);
  await expect(result).toBeHidden();
  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByRole('status').filter({ hasText: 'The connection works' })).toBeVisible();

  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const card = window.getByRole('list', { name: 'Connections' }).getByRole('listitem').filter({
    hasText: 'Warehouse',
  });
  await expect(card).toContainText('Secret in the system keychain');

  await card.getByRole('button', { name: 'Use Warehouse' }).click();
  await expect(window.getByRole('button', { name: 'Connection: Warehouse (test)' })).toBeVisible();
  await expect(card).toContainText('In use');
  await expect(window.getByText('nothing here reaches PIMS')).toBeHidden();
});

test('the secret is never shown again, and an empty field keeps it', async ({ window, practice }) => {
  await openSettings(window);
  await fillConnection(window, practice, practice.credentials.apiSecret);
  await window.getByRole('button', { name: 'Save' }).click();
  await window.getByRole('button', { name: 'Edit Warehouse' }).click();

  const form = window.getByRole('dialog', { name: 'Edit Warehouse' });
  await expect(form.getByRole('textbox', { name: 'API secret' })).toHaveValue('');
  await expect(form.getByText('Kept in the system keychain')).toBeVisible();
  expect(await window.content()).not.toContain(practice.credentials.apiSecret);

  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByRole('status').filter({ hasText: 'The connection works' })).toBeVisible();
  await form.getByLabel('Name').fill('Rotterdam');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(window.getByRole('button', { name: 'Use Rotterdam' })).toBeVisible();
});

test('what is missing or wrong in the form is said at its field', async ({ window }) => {
  await openSettings(window);
  await window.getByRole('button', { name: 'Add a connection' }).click();
  const form = window.getByRole('dialog', { name: 'Add a connection' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('Name')).toBeFocused();
  await expect(form.getByLabel('Name')).toHaveAccessibleDescription(/Give the connection a name/);
  await expect(form.getByText('Enter the API secret.')).toBeVisible();

  await form.getByLabel('Server address').fill('http://pims.example.com');
  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByLabel('Server address')).toBeFocused();
  await expect(form.getByText(/Plain http would send the API secret readable/)).toBeVisible();
});

test('how a connection sends is set in a part of its own, which opens for what is wrong in it', async ({
  window,
  practice,
}) => {
  await openSettings(window);
  await fillConnection(window, practice, practice.credentials.apiSecret);
  const form = window.getByRole('dialog', { name: 'Add a connection' });
  const part = form.getByRole('button', { name: /^Sending/ });
  await expect(part).toContainText('Reference in REFERENCE_NUMBER, 1 line at once, settle time 60 s');
  await part.click();
  await form.getByLabel('Field that carries the reference').fill('order number');
  await form.getByLabel('Lines of one order sent at once').fill('4');
  await expect(form.getByText('the order of a CSV is not promised then')).toBeVisible();
  await form.getByLabel('Settle time in seconds').fill('10');
  await expect(form.getByText('is sent again, so that the line or the order is there twice')).toBeVisible();
  await part.click();

  await form.getByRole('button', { name: 'Save' }).click();
  const field = form.getByLabel('Field that carries the reference');
  await expect(field).toBeFocused();
  await expect(form.getByText('ORDER_NUMBER has another use in PIMS')).toBeInViewport();
  await field.fill('po number');
  await field.press('Tab');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const card = window.getByRole('list', { name: 'Connections' }).getByRole('listitem').filter({
    hasText: 'Warehouse',
  });
  await expect(card).toContainText('Reference in PO_NUMBER, 4 lines at once, settle time 10 s');

  await card.getByRole('button', { name: 'Edit Warehouse' }).click();
  const again = window.getByRole('dialog', { name: 'Edit Warehouse' });
  await expect(again.getByRole('button', { name: /^Sending/ })).toContainText('PO_NUMBER, 4 lines at once');
});

test('a connection is removed after asking', async ({ window, practice }) => {
  await openSettings(window);
  await fillConnection(window, practice, practice.credentials.apiSecret);
  await window.getByRole('button', { name: 'Save' }).click();

  const remove = window.getByRole('button', { name: 'Remove Warehouse' });
  await remove.click();
  await window.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(remove).toBeVisible();
  await remove.click();
  await window.getByRole('dialog').getByRole('button', { name: 'Remove the connection' }).click();
  await expect(remove).toBeHidden();
});

test('the appearance is remembered', async ({ launch }) => {
  const first = await launch();
  const before = await first.readyWindow();
  await openSettings(before);
  await before.getByText('Dark', { exact: true }).click();
  await expect(before.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await first.quit();

  const after = await (await launch()).readyWindow();
  await expect(after.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(after.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('without a keychain service the secret can be kept until quitting', async ({ launch, practice }) => {
  const desk = await launch({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });
  const window = await desk.readyWindow();
  await openSettings(window);
  await fillConnection(window, practice, practice.credentials.apiSecret);
  const form = window.getByRole('dialog', { name: 'Add a connection' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('The system keychain could not be used');

  await form.getByRole('button', { name: 'Keep it only until I quit' }).click();
  await expect(form).toBeHidden();
  const card = window.getByRole('list', { name: 'Connections' }).getByRole('listitem').filter({
    hasText: 'Warehouse',
  });
  await expect(card).toContainText('Secret kept until you quit');
  await desk.quit();

  const after = await (await launch()).readyWindow();
  await expect(after.getByText('Secret is missing or can’t be read')).toBeVisible();
  await expect(after.getByRole('button', { name: 'Enter the secret of Warehouse' })).toBeVisible();
});
