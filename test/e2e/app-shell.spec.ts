import type { Page } from '@playwright/test';
import { expect, test, testWithConnection } from './harness/fixtures.ts';
import { chooseMenuItem } from './harness/menu.ts';

function rail(window: Page) {
  return window.getByRole('navigation', { name: 'Screens' });
}

test('the first start shows where one is, and that nothing is real', async ({ window }) => {
  await expect(window.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await expect(rail(window).getByRole('link')).toHaveText([
    'Orders',
    'New order',
    'Drafts',
    'Outbox',
    'Import',
    'Shopify lookup',
    'Customers',
    'Settings',
  ]);
  await expect(rail(window).getByRole('link', { name: 'Orders' })).toHaveAttribute('aria-current', 'page');
  await expect(window.getByRole('button', { name: 'Connection: Practice server (practice)' })).toBeVisible();
  await expect(window.getByText('Practice server: nothing here reaches PIMS.')).toBeVisible();
  await expect(window.getByRole('contentinfo')).toContainText('Online');
  await expect(window.getByRole('contentinfo')).toContainText('practice requests cost nothing');
});

test('the last screen, the folded rail and the closed banner are remembered', async ({ launch }) => {
  const first = await launch();
  const before = await first.readyWindow();
  await before.getByRole('button', { name: 'Put this note away' }).click();
  await before.getByRole('button', { name: 'Show icons only' }).click();
  await rail(before)
    .getByRole('link', { name: /^Outbox/ })
    .click();
  await expect(before.getByRole('heading', { level: 1, name: 'Outbox' })).toBeFocused();
  await first.quit();

  const after = await (await launch()).readyWindow();
  await expect(after.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
  await expect(after.getByRole('button', { name: 'Show the names of the screens' })).toBeVisible();
  await expect(after.getByText('nothing here reaches PIMS')).toBeHidden();
});

test('the menu leads everywhere, and a command that can’t run says why', async ({ desk, window }) => {
  const heading = (name: string) => window.getByRole('heading', { level: 1, name });
  await chooseMenuItem(desk.app, 'go-outbox');
  await expect(heading('Outbox')).toBeVisible();
  await chooseMenuItem(desk.app, 'submit');
  await expect(window.getByText('There is nothing here to submit. Open a draft first.')).toBeVisible();
  await chooseMenuItem(desk.app, 'go-drafts');
  await expect(heading('Drafts')).toBeVisible();
  await chooseMenuItem(desk.app, 'go-settings');
  await expect(heading('Settings')).toBeVisible();
  await chooseMenuItem(desk.app, 'find');
  await expect(heading('Orders')).toBeVisible();
  await expect(window.getByRole('searchbox', { name: 'Order number or reference' })).toBeFocused();
});

test('pressing New order twice makes one draft, and an empty one is used again', async ({ desk, window }) => {
  await chooseMenuItem(desk.app, 'new-order');
  await chooseMenuItem(desk.app, 'new-order');
  await expect(window).toHaveURL(/#\/drafts\/./);
  const first = window.url();
  await chooseMenuItem(desk.app, 'go-orders');
  await chooseMenuItem(desk.app, 'new-order');
  await expect(window).toHaveURL(first);
});

test('the command palette goes to screens and to orders by number', async ({ desk, window }) => {
  const search = window.getByRole('textbox', { name: 'Order number, reference or command' });
  await chooseMenuItem(desk.app, 'open-palette');
  await expect(search).toBeFocused();
  await search.fill('outb');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();

  await chooseMenuItem(desk.app, 'open-palette');
  await search.fill('54321');
  await window.getByRole('button', { name: 'Open order 54321' }).click();
  await expect(window).toHaveURL(/#\/orders\/54321$/);

  await chooseMenuItem(desk.app, 'open-palette');
  await search.fill('shortcuts');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Ctrl+Enter');
});

test('the Help menu shows the keys, and closing them leads back to where one was', async ({
  desk,
  window,
}) => {
  const box = window.getByLabel('Order number or reference');
  await box.focus();
  await chooseMenuItem(desk.app, 'show-shortcuts');
  const keys = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toContainText('Insert a line below');
  await window.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(box).toBeFocused();
});

test('the keyboard reaches the content past the rail', async ({ window }) => {
  await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const skip = window.getByRole('button', { name: 'Skip to the content' });
  await skip.focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('main')).toBeFocused();
});

testWithConnection('another connection is chosen from the top bar', async ({ window, practice }) => {
  const status = window.getByRole('contentinfo');
  await expect(status).toContainText('of 50,000 this month');
  const asked = practice.requests().length;
  await window.getByRole('button', { name: 'Connection: Test server (test)' }).click();
  await window.getByRole('menuitemradio', { name: /^Practice server/ }).click();
  await expect(window.getByRole('button', { name: 'Connection: Practice server (practice)' })).toBeVisible();
  await expect(status).toContainText('practice requests cost nothing');
  expect(practice.requests()).toHaveLength(asked);
});

test('a failure of which nobody takes care is told in plain words', async ({ desk, window }) => {
  desk.problems.allow(/x is not a function/);
  await window.evaluate(() => {
    void Promise.reject(new TypeError('x is not a function'));
  });
  await expect(window.getByText('Something in Order Desk failed.')).toBeVisible();
  await expect(window.getByText('x is not a function')).toHaveCount(0);
});
