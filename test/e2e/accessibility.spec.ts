import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { chooseFile, goToImport, next } from './harness/import.ts';
import { fillCell } from './harness/line-grid.ts';
import { chooseMenuItem } from './harness/menu.ts';
import { review } from './harness/order-lines.ts';
import { seriousFindings } from './harness/serious-findings.ts';

for (const appearance of ['Light', 'Dark'] as const) {
  test(`no screen has a serious finding of axe-core, ${appearance.toLowerCase()}`, async ({
    desk,
    window,
  }) => {
    const expectNone = async (screen: string) => {
      expect.soft(await seriousFindings(window), screen).toEqual([]);
    };
    const goTo = async (name: string, heading: string | RegExp = name) => {
      await window.getByRole('navigation').getByRole('link', { name }).click();
      await expect(window.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    };

    await goTo('Settings');
    await window.getByText(appearance, { exact: true }).click();
    await expect(window.locator('html')).toHaveAttribute(
      'data-mantine-color-scheme',
      appearance.toLowerCase(),
    );
    await expectNone('Settings');
    await window.getByRole('button', { name: 'Add a connection' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(window.getByText('Enter the API secret.')).toBeVisible();
    await expectNone('The form of a connection, with problems');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await chooseMenuItem(desk.app, 'open-palette');
    await expect(window.getByRole('dialog')).toBeVisible();
    await expectNone('Command palette');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);

    await goTo('Drafts');
    await expectNone('Drafts, empty');
    await goTo('Outbox');
    await expectNone('Outbox, empty');

    await goTo('Orders');
    const orders = window.getByRole('grid', { name: 'Orders' });
    await expect(orders.getByRole('row').nth(5)).toBeVisible();
    await window.getByRole('button', { name: 'Filters' }).click();
    await expectNone('Orders with filters');
    await window.getByRole('searchbox').fill('54321');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Order 54321' })).toBeVisible();
    await expect(window.getByRole('gridcell', { name: 'MDVQ4LL/A' })).toBeVisible();
    await expectNone('Order');
    await window.getByRole('button', { name: 'Add or edit lines' }).click();
    await fillCell(window, 1, 'QUANTITY', '77', 'Lines of the order');
    await fillCell(window, 1, 'QUANTITY', 'x');
    await expectNone('Lines for an order');
    await window.keyboard.press('Enter');
    await fillCell(window, 1, 'QUANTITY', '1');
    await fillCell(window, 1, 'DESCRIPTION', 'Cleaning');
    const dialog = await review(window, '54321');
    await expectNone('What would be saved to an order');
    await dialog.getByRole('button', { name: 'Go on editing' }).click();

    await goToImport(window);
    await expectNone('Import, empty');
    await chooseFile(
      window,
      'orders.csv',
      'PO;Artikel;Menge;Preis\r\nA;MDVQ4LL/A;x;1\r\nB;MDVQ4LL/A;2;1,234',
    );
    await expect(window.getByText('orders.csv', { exact: true })).toBeVisible();
    await expectNone('Import, file');
    await next(window, 'Columns');
    await window.getByRole('button', { name: 'Next: Check' }).click();
    await expect(window.getByText('Say first how Unit price is written')).toBeVisible();
    await expect(window.getByRole('radio', { name: /Point/ })).toBeFocused();
    await expectNone('Import, columns');
    await window.getByRole('radio', { name: /Comma/ }).click();
    await next(window, 'Check');
    await expectNone('Import, check');
    await next(window, 'Create');
    await expect(window.getByText(/rows read =/).first()).toBeVisible();
    await expectNone('Import, create');

    await goTo('Shopify lookup');
    await expectNone('Shopify lookup, empty');
    await window.getByRole('searchbox').fill('12345 1001 404');
    await window.keyboard.press('Enter');
    await expect(window.getByText('3 numbers looked up')).toBeVisible();
    await window.getByRole('switch').click();
    await expectNone('Shopify lookup');

    await goTo('Customers');
    await expectNone('Customers, empty');
    await window.getByRole('searchbox').fill('acme');
    await expect(window.getByRole('gridcell', { name: 'Acme Repair' })).toBeVisible();
    await window.getByRole('button', { name: 'Filters' }).click();
    await expectNone('Customers with filters');
    await window.getByRole('link', { name: 'M-1000' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Acme Repair' })).toBeVisible();
    await expectNone('Customer');

    await window
      .getByRole('contentinfo')
      .getByRole('link', { name: /request/ })
      .click();
    await expect(window.getByRole('table', { name: 'Requests by day' })).toBeVisible();
    await window.getByRole('button', { name: 'Change…' }).click();
    await expectNone('Usage and cost');

    await goTo('New order');
    await window.getByRole('group', { name: 'Billing' }).getByLabel('City').fill('Elsewhere');
    await window.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
    await expect(window.getByRole('option', { name: /M-1000/ })).toHaveAttribute('aria-selected', 'true');
    await expectNone('New order with customers');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeVisible();
    await expectNone('The question about addresses');
    await window.keyboard.press('Escape');
    await window.getByRole('group', { name: 'Billing' }).getByLabel('City').fill('');
    await window.getByRole('combobox', { name: 'Customer code' }).fill('');
    await fillCell(window, 1, 'PART_CODE', 'iphone');
    await expect(window.getByRole('option').first()).toBeVisible();
    await window.keyboard.press('ArrowDown');
    await expectNone('New order with suggestions');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await fillCell(window, 1, 'PART_CODE', 'MDVQ4LL/A');
    await window.getByRole('button', { name: 'Submit order' }).click();
    await expect(window.getByText('Enter the customer code.').first()).toBeVisible();
    await expectNone('New order with problems');
    await window.getByRole('combobox', { name: 'Customer code' }).fill('M-1000');
    await fillCell(window, 1, 'QUANTITY', '2');
    await goTo('Drafts');
    await expectNone('Drafts');
    await window.getByRole('main').getByRole('button', { name: 'From a template' }).click();
    await expect(window.getByRole('dialog').getByText('No templates yet')).toBeVisible();
    await expectNone('Templates');
    await window.keyboard.press('Escape');
    await window
      .getByRole('main')
      .getByRole('link', { name: /^..-....-....$/ })
      .click();
    await window.getByRole('button', { name: 'Submit order' }).click();
    await expect(window.getByText(/Order \d+ is in PIMS/).first()).toBeVisible();
    await expectNone('Submitted order');
    await goTo('Outbox');
    await expect(window.getByText('M-1000').first()).toBeVisible();
    await expectNone('Outbox');
  });
}
