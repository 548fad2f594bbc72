import type { Locator, Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';

const grid = (window: Page): Locator => window.getByRole('grid', { name: 'Orders' });
const rows = (window: Page): Locator => grid(window).locator('tr[data-row-id]');
/** The values of a column in the rows that are in the page, from top to bottom. */
const column = async (window: Page, field: string): Promise<string[]> => {
  const cells = await grid(window).locator(`tr[data-row-id] td[data-column="${field}"]`).all();
  const placed = await Promise.all(
    cells.map(async (cell) => ({
      top: (await cell.boundingBox())?.y ?? 0,
      text: (await cell.textContent()) ?? '',
    })),
  );
  return placed.toSorted((a, b) => a.top - b.top).map(({ text }) => text);
};

async function searchFor(
  window: Page,
  filters: readonly (readonly [string, string, string])[],
): Promise<void> {
  await window.getByRole('button', { name: 'Filters', exact: true }).click();
  await expect(window.getByLabel('Filter 1 value')).toBeFocused();
  for (const [index, [field, comparison, value]] of filters.entries()) {
    if (index > 0) await window.getByRole('button', { name: 'Add a filter' }).click();
    await window.getByRole('combobox', { name: `Filter ${index + 1} field` }).fill(field);
    await window.getByLabel(`Filter ${index + 1} comparison`).selectOption(comparison);
    await window.getByLabel(`Filter ${index + 1} value`).fill(value);
  }
  await window.keyboard.press('Enter');
}

/** A customer of whom some orders are open and some are not, so that the second filter has something to do. */
function customerWithBoth(practice: PracticeServer): string {
  const states = new Map<string, Set<string>>();
  for (const { fields } of practice.orders()) {
    const code = fields.CUSTOMER_CODE ?? '';
    states.set(code, (states.get(code) ?? new Set()).add(fields.ORDER_STATUS ?? ''));
  }
  const found = [...states].find(([, both]) => both.has('Open') && both.has('Closed'));
  if (found === undefined) throw new Error('The sample data has customers with open and closed orders.');
  return found[0];
}

test('recent orders are there on opening, and two filters find what PIMS has', async ({
  window,
  practice,
}) => {
  const newest = practice.orders().at(-1)?.fields.ORDER_NUMBER ?? '';
  await expect(rows(window).first()).toContainText(newest);
  await expect(window.getByText('There may be more: PIMS returned the first 100.')).toBeVisible();

  const customer = customerWithBoth(practice);
  await searchFor(window, [
    ['customer code', 'is exactly', customer],
    ['ORDER_STATUS', 'is exactly', 'Open'],
  ]);
  const wanted = practice
    .orders()
    .filter(({ fields }) => fields.CUSTOMER_CODE === customer && fields.ORDER_STATUS === 'Open')
    .map(({ fields }) => fields.ORDER_NUMBER ?? '');
  await expect(
    window.getByText(`CUSTOMER_CODE is “${customer}”, and of these ORDER_STATUS is “Open”.`),
  ).toBeVisible();
  await expect(grid(window)).toHaveAttribute('aria-rowcount', String(wanted.length + 1));
  expect((await column(window, 'ORDER_NUMBER')).toSorted()).toEqual(wanted.toSorted());
  // The field was typed as people say it.
  await expect(window.getByRole('combobox', { name: 'Filter 1 field' })).toHaveValue('CUSTOMER_CODE');
});

test('a search, its results and the place in them are still there after a visit to an order', async ({
  window,
}) => {
  await grid(window).focus();
  for (let row = 0; row < 60; row++) await window.keyboard.press('ArrowDown');
  const chosen = grid(window).locator('tr[aria-selected="true"]');
  const number = (await chosen.getAttribute('data-row-id')) ?? '';
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
  await expect(window.getByText('61 of 100')).toBeVisible();

  // Escape closes what is open over the order first, then leads back.
  await window.getByRole('button', { name: 'All fields' }).click();
  await expect(window.getByLabel('Filter the fields')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(window.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(chosen).toHaveAttribute('data-row-id', number);
  await expect(chosen).toBeInViewport();
  await expect(grid(window)).toBeFocused();
});

test('the quick box opens the one order that a number names, and offers a broader search', async ({
  window,
  practice,
}) => {
  const box = window.getByLabel('Order number or reference');
  const number = practice.orders().at(-20)?.fields.ORDER_NUMBER ?? '';
  await box.fill(number);
  await box.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();

  await window.getByRole('main').getByRole('button', { name: 'Orders' }).click();
  await box.fill(number.slice(0, 4));
  await box.press('Enter');
  await expect(
    window.getByText(`No order has the number or reference “${number.slice(0, 4)}”`),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Search for a part of it' }).click();
  await expect(grid(window).getByText(number, { exact: true })).toBeVisible();
});

test('500 results sort as people mean it and scroll with few rows in the page', async ({
  window,
  practice,
}) => {
  await window.getByRole('button', { name: 'Filters', exact: true }).click();
  await window.getByRole('combobox', { name: 'Filter 1 field' }).fill('');
  await window.getByLabel('Return at most').fill('500');
  await window.keyboard.press('Enter');
  await expect(grid(window)).toHaveAttribute('aria-rowcount', '501');
  await window.getByRole('button', { name: 'Filters', exact: true }).click();

  const heading = grid(window).getByRole('columnheader', { name: 'Ordered on' });
  await heading.getByRole('button').first().click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  const time = (date: string) => {
    const [month = 0, day = 0, year = 0] = date.split('/').map(Number);
    return Date.UTC(year, month - 1, day);
  };
  const oldest = practice
    .orders()
    .slice(-500)
    .map(({ fields }) => fields.ORDER_DATE ?? '')
    .toSorted((a, b) => time(a) - time(b));
  await expect
    .poll(async () => (await column(window, 'ORDER_DATE')).slice(0, 10))
    .toEqual(oldest.slice(0, 10));
  expect(await rows(window).count()).toBeLessThan(60);

  await grid(window).focus();
  await window.keyboard.press('End');
  await expect(grid(window).locator('tr[aria-rowindex="501"]')).toBeInViewport();
  await expect.poll(async () => (await column(window, 'ORDER_DATE')).at(-1)).toBe(oldest.at(-1));
  expect(await rows(window).count()).toBeLessThan(60);
  await window.keyboard.press('Home');
  await expect(grid(window).locator('tr[aria-rowindex="2"]')).toBeInViewport();
});

test('columns, sorting and saved searches are remembered over a restart', async ({ launch }) => {
  const first = await launch();
  let window = await first.readyWindow();
  await grid(window).waitFor();
  await window.getByRole('button', { name: 'Columns' }).click();
  await window.getByRole('checkbox', { name: 'Total', exact: true }).check();
  await window.getByRole('checkbox', { name: 'Reference' }).uncheck();
  await window.keyboard.press('Escape');
  await grid(window).getByRole('columnheader', { name: 'Total' }).getByRole('button').first().click();
  await searchFor(window, [['BSTATE', 'contains', 'I']]);
  await expect(window.getByText('BSTATE contains “I”.')).toBeVisible();
  await window.getByRole('button', { name: 'Saved searches' }).click();
  await window.getByLabel('Save this search as').fill('The I states');
  await window.keyboard.press('Enter');
  await expect(window.getByText('The search “The I states” is saved.')).toBeVisible();
  await first.quit();

  window = await (await launch()).readyWindow();
  const total = grid(window).getByRole('columnheader', { name: 'Total' });
  await expect(total).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid(window).getByRole('columnheader', { name: 'Reference' })).toHaveCount(0);
  await window.getByRole('button', { name: 'Saved searches' }).click();
  await window.getByRole('button', { name: /^The I states/ }).click();
  await expect(window.getByText('BSTATE contains “I”.')).toBeVisible();
});

test('the columns fill a wide window, and a width that a person chose is remembered', async ({ launch }) => {
  const widthOf = async (window: Page, name: string) =>
    (await grid(window).getByRole('columnheader', { name }).boundingBox())?.width ?? 0;
  const first = await launch();
  let window = await first.readyWindow();
  await grid(window).waitFor();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1500, 800),
  );
  // Down to the width of a scroll bar and of rounding, nothing is left at the right.
  await expect
    .poll(() =>
      grid(window).evaluate((table) => {
        const last = table.querySelector('th:last-child')?.getBoundingClientRect().right ?? 0;
        const frame = table.parentElement;
        return frame === null ? 0 : frame.getBoundingClientRect().left + frame.clientWidth - last;
      }),
    )
    .toBeLessThan(20);
  expect(
    await grid(window).evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0)),
  ).toBeLessThan(1);

  const before = await widthOf(window, 'Customer code');
  const neighbour = await widthOf(window, 'Stage');
  await grid(window).getByRole('columnheader', { name: 'Customer code' }).getByRole('button').first().focus();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => widthOf(window, 'Customer code')).toBe(before + 32);
  expect(await widthOf(window, 'Stage')).toBe(neighbour);
  await first.quit();

  window = await (await launch()).readyWindow();
  await grid(window).waitFor();
  await expect.poll(() => widthOf(window, 'Customer code')).toBe(before + 32);
  await window.getByRole('button', { name: 'Columns' }).click();
  await window.getByRole('button', { name: 'Show the usual columns' }).click();
  await expect.poll(() => widthOf(window, 'Customer code')).toBeLessThan(before + 32);
});

test('rows are copied as a spreadsheet reads them', async ({ desk, window }) => {
  await grid(window).focus();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+c');
  const numbers = (await column(window, 'ORDER_NUMBER')).slice(0, 2);
  await expect
    .poll(async () =>
      (await desk.app.evaluate(({ clipboard }) => clipboard.readText()))
        .split('\n')
        .map((row) => row.split('\t')[0]),
    )
    .toEqual(numbers);
});

test('while PIMS is away the orders stay in sight, and reading goes on when it is back', async ({
  window,
  practice,
}) => {
  await expect(rows(window).first()).toBeVisible();
  await practice.stop();
  await window.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
  const problem = window.getByRole('alert');
  await expect(problem).toContainText('can’t be reached');
  await expect(rows(window).first()).toBeVisible();

  await practice.start();
  practice.addOrder({ CUSTOMER_CODE: 'M-1000', REFERENCE_NUMBER: 'BACK-AGAIN' });
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(grid(window).getByText('BACK-AGAIN')).toBeVisible();
  await expect(problem).toHaveCount(0);
});
