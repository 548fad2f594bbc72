import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';

const main = (window: Page) => window.getByRole('main');
const code = (window: Page) => window.getByRole('combobox', { name: 'Customer code' });
const list = (window: Page) => window.getByRole('listbox', { name: 'Customers' });
const billing = (window: Page) => window.getByRole('group', { name: 'Billing' });
const asked = (practice: PracticeServer) => practice.billedRequests()['customers/query'] ?? 0;

/** Adds a customer as another program would. */
async function addCustomer(practice: PracticeServer, fields: Record<string, string>): Promise<void> {
  const { teamId, apiId, apiSecret } = practice.credentials;
  const url = `${practice.baseUrl}/tenant/api/pims/v1/customers/create?teamID=${teamId}`;
  const authorization = `Basic ${Buffer.from(`${apiId}:${apiSecret}`).toString('base64')}`;
  const response = await fetch(url, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  expect(response.status).toBe(200);
}

async function newOrder(window: Page): Promise<void> {
  await main(window).getByRole('button', { name: 'New order' }).click();
  await expect(code(window)).toBeFocused();
}

async function goToCustomers(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
}

test('choosing a customer while typing fills the addresses in one step', async ({ window, practice }) => {
  await newOrder(window);
  await window.keyboard.type('acme rep');
  const option = list(window).getByRole('option', { name: /M-1000/ });
  await expect(option).toContainText('Acme Repair · Bloomington, IN · acme.repair@example.com');
  await expect(code(window)).toHaveAttribute('aria-expanded', 'true');
  expect(asked(practice)).toBe(1);

  // Escape takes the list away, and what was typed stays.
  await window.keyboard.press('Escape');
  await expect(list(window)).toBeHidden();
  await expect(code(window)).toHaveValue('acme rep');
  await window.keyboard.press('ArrowDown');
  await expect(option).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(code(window)).toHaveAttribute(
    'aria-activedescendant',
    (await option.getAttribute('id')) ?? '',
  );
  await window.keyboard.press('Enter');
  await expect(code(window)).toHaveValue('M-1000');
  await expect(code(window)).toBeFocused();
  await expect(billing(window).getByLabel('City')).toHaveValue('Bloomington');
  const shipping = window.getByRole('group', { name: 'Shipping' });
  await expect(shipping.getByLabel('ZIP code')).toHaveValue('47404');

  // One step back leads to before the first letter.
  await main(window).getByRole('button', { name: 'Undo' }).click();
  await expect(code(window)).toHaveValue('');
  await expect(billing(window).getByLabel('City')).toHaveValue('');
  await main(window).getByRole('button', { name: 'Redo' }).click();
  await expect(billing(window).getByLabel('Name')).toHaveValue('Acme Repair');
});

test('two people of one name can be told apart, and a whole code needs no choosing', async ({
  window,
  practice,
}) => {
  const jo = { CUSTOMER_NAME: 'Jo Quarry', BNAME: 'Jo Quarry' };
  await addCustomer(practice, { ...jo, CUSTOMER_CODE: 'Q-1', BCITY: 'Austin', BEMAIL: 'jo@one.example' });
  await addCustomer(practice, { ...jo, CUSTOMER_CODE: 'Q-2', BCITY: 'Boulder', BEMAIL: 'jo@two.example' });
  await newOrder(window);
  await window.keyboard.type('jo quarry');
  await expect(list(window).getByRole('option', { name: /Q-1.*Austin.*jo@one/ })).toBeVisible();
  await list(window)
    .getByRole('option', { name: /Q-2.*Boulder.*jo@two/ })
    .click();
  await expect(code(window)).toHaveValue('Q-2');
  await expect(billing(window).getByLabel('City')).toHaveValue('Boulder');

  // Nobody typed the addresses of the first one: the next one's take their place without a question.
  await code(window).fill('q-1');
  await expect(list(window).getByRole('option', { name: /Q-1/ })).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Tab');
  await expect(code(window)).toHaveValue('Q-1');
  await expect(billing(window).getByLabel('City')).toHaveValue('Austin');
  await expect(window.getByLabel('Reference')).toBeFocused();
});

test('what a person typed is asked about before a customer’s address takes its place', async ({ window }) => {
  await newOrder(window);
  await billing(window).getByLabel('City').fill('Elsewhere');
  const choose = async () => {
    await code(window).fill('M-1000');
    await expect(list(window).getByRole('option', { name: /M-1000/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await window.keyboard.press('Enter');
  };
  const dialog = window.getByRole('dialog', { name: 'Use the addresses of Acme Repair?' });

  await choose();
  await expect(dialog.getByRole('row', { name: 'Billing city Elsewhere Bloomington' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Fill only what is empty' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(code(window)).toBeFocused();
  await expect(billing(window).getByLabel('Name')).toHaveValue('');

  await code(window).fill('');
  await choose();
  await dialog.getByRole('button', { name: 'Fill only what is empty' }).click();
  await expect(billing(window).getByLabel('Name')).toHaveValue('Acme Repair');
  await expect(billing(window).getByLabel('City')).toHaveValue('Elsewhere');

  await code(window).fill('');
  await choose();
  await dialog.getByRole('button', { name: 'Replace all' }).click();
  await expect(billing(window).getByLabel('City')).toHaveValue('Bloomington');
});

test('out of reach, the customers seen before are offered with their age, and nothing is complained of', async ({
  window,
  practice,
}) => {
  await goToCustomers(window);
  await expect(main(window).getByText('No customers seen yet')).toBeVisible();
  await window.getByRole('searchbox').fill('acme');
  await expect(main(window).getByText(/in PIMS\.$/)).toBeVisible();
  await practice.stop();
  await window.getByRole('searchbox').fill('m-1000');
  await expect(main(window).getByRole('status')).toContainText(
    'these are customers that it has shown before',
  );
  await expect(main(window).getByRole('gridcell', { name: /ago|now/ })).toBeVisible();
  await window.getByRole('link', { name: 'M-1000' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Acme Repair' })).toBeVisible();
  await expect(main(window).getByText('101 Main St').first()).toBeVisible();
  await main(window).getByRole('button', { name: 'New order for this customer' }).click();
  await expect(code(window)).toHaveValue('M-1000');
  await expect(billing(window).getByLabel('City')).toHaveValue('Bloomington');
  await code(window).fill('acm');
  await expect(list(window).getByRole('option', { name: /M-1000/ })).toBeVisible();
  await expect(window.getByText(/customers that it has shown before/)).toBeVisible();
  await expect(window.getByRole('alert')).toHaveCount(0);
});

test('the screen finds customers, shows one, and leads to the orders and to a new one', async ({
  window,
  practice,
}) => {
  await goToCustomers(window);
  const box = window.getByRole('searchbox', { name: 'Code, name, e-mail or phone' });
  for (const text of ['acme repair', 'ACME.REPAIR@EXAMPLE.COM', '(812) 555-0100', 'm-1000']) {
    await box.fill(text);
    await expect(main(window).getByRole('gridcell', { name: 'acme.repair@example.com' })).toBeVisible();
    await expect(main(window).getByText(/in PIMS\.$/)).toBeVisible();
  }
  expect(asked(practice)).toBe(4);
  await box.fill('nobody at all');
  await expect(main(window).getByText('No customer fits “nobody at all”')).toBeVisible();

  await main(window).getByRole('button', { name: 'Filters' }).click();
  await window.getByLabel('Filter 1 value').fill('bloomington');
  await window.keyboard.press('Enter');
  await expect(main(window).getByRole('gridcell', { name: 'Bloomington' }).first()).toBeVisible();
  await expect(main(window).getByRole('gridcell', { name: 'Austin' })).toHaveCount(0);
  await main(window).getByRole('button', { name: 'Customers seen last' }).click();
  await expect(main(window).getByText(/that PIMS has shown last\.$/)).toBeVisible();

  // By keyboard: the only one found opens with Enter.
  const before = asked(practice);
  await box.fill('m-1000');
  await expect(main(window).getByText(/^1 customer/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Acme Repair' })).toBeVisible();
  await expect(main(window).getByRole('region', { name: 'Shipping' })).toContainText('101 Main St');
  expect(asked(practice)).toBe(before);
  await main(window).getByRole('button', { name: 'Recent orders' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await expect(window.getByLabel('Filter 1 value')).toHaveValue('M-1000');
  await expect(main(window).getByRole('gridcell', { name: 'M-1000' }).first()).toBeVisible();

  await goToCustomers(window);
  await expect(box).toHaveValue('m-1000');
  await window.getByRole('link', { name: 'M-1000' }).click();
  await main(window).getByRole('button', { name: 'New order for this customer' }).click();
  await expect(code(window)).toHaveValue('M-1000');
  await expect(billing(window).getByLabel('Name')).toHaveValue('Acme Repair');
  await main(window).getByRole('link', { name: 'Orders of M-1000' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
});

test('a customer that PIMS does not have is said to be none', async ({ desk, window }) => {
  await goToCustomers(window);
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("location.hash = '/customers/NONE-1'"),
  );
  await expect(main(window).getByText('PIMS has no customer NONE-1')).toBeVisible();
});
