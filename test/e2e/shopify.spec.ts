import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import type { RunningDesk } from './harness/launch.ts';
import { chooseMenuItem } from './harness/menu.ts';
import { seriousFindings } from './harness/serious-findings.ts';

const LOOKUP = 'orders/by_shopify_reference';

async function goToLookup(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Shopify lookup' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Shopify lookup' })).toBeVisible();
}

const boxOf = (window: Page) => window.getByRole('searchbox', { name: 'Shopify order numbers' });
const orderOf = (window: Page, number: string) =>
  window.getByRole('region', { name: `Shopify order ${number}`, exact: true });
const partsOf = (window: Page) => window.getByRole('table', { name: 'Parts of the Shopify order' });

/** Types what is to be looked up, and Enter. */
async function lookUp(window: Page, text: string): Promise<void> {
  await boxOf(window).fill(text);
  await window.keyboard.press('Enter');
}

/** Notes what the system's browser is asked to open, in place of opening it. */
async function noteOpened(desk: RunningDesk): Promise<() => Promise<string[]>> {
  await desk.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedLinks: opened });
    shell.openExternal = async (address) => {
      opened.push(address);
    };
  });
  return () => desk.app.evaluate(() => Reflect.get(globalThis, 'openedLinks') as string[]);
}

test('a partial shipment: what was ordered, shipped and is to come, each unit once; to the order and back for nothing', async ({
  window,
  practice,
}) => {
  await goToLookup(window);
  await expect(boxOf(window)).toBeFocused();
  await window.keyboard.type('12345');
  await window.keyboard.press('Enter');
  const order = orderOf(window, '#12345');
  await expect(order.getByRole('status')).toHaveText('10 units ordered, 5 shipped, 5 still to come.');
  const row = partsOf(window).getByRole('row', { name: /MDVQ4LL\/A/ });
  await expect(row.getByRole('cell')).toHaveText(['MDVQ4LL/A', /./, '10', '5', '5', 'Partly shipped']);
  await expect(order).toContainText(/5 serial numbers: LYGX9RW917, /);
  await order.getByRole('switch', { name: 'What PIMS has, record by record' }).click();
  await expect(order).toContainText('Invoice INV5001: 5 of 10 shipped');
  await expect(order).toContainText('Sales order 54320: 0 of 5 shipped');
  await expect(order.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first()).toContainText(
    'Sales order 54320 created',
  );
  await expect(order.getByText('Jane Doe').first()).toBeVisible();

  await order.getByRole('link', { name: 'Open order 54320' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Order 54320' })).toBeVisible();
  await window.getByRole('link', { name: 'Look up Shopify order #12345' }).click();
  await expect(orderOf(window, '#12345')).toContainText('10 units ordered');
  expect(practice.billedRequests()[LOOKUP]).toBe(1);
});

test('from an order with a Shopify number straight to its look-up, by link and by palette', async ({
  desk,
  window,
  practice,
}) => {
  const openOrder = async () => {
    await window.getByRole('navigation').getByRole('link', { name: 'Orders' }).click();
    await window.getByRole('searchbox', { name: 'Order number or reference' }).fill('SO0701');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 1, name: 'Order SO0701' })).toBeVisible();
  };
  await openOrder();
  await window.getByRole('link', { name: 'Look up Shopify order #1001' }).click();
  await expect(boxOf(window)).toHaveValue('#1001');
  const order = orderOf(window, '#1001');
  await expect(order).toContainText('8 units ordered');
  await window.getByRole('button', { name: 'Look up again' }).click();
  await expect.poll(() => practice.billedRequests()[LOOKUP]).toBe(2);

  await openOrder();
  await chooseMenuItem(desk.app, 'open-palette');
  const palette = window.getByPlaceholder('Order number, reference or command');
  await palette.fill('shopify number');
  await window.keyboard.press('Enter');
  await expect(order).toContainText('still to come');

  await chooseMenuItem(desk.app, 'open-palette');
  await palette.fill('12345');
  await window.getByText('Look up Shopify order #12345').click();
  await expect(orderOf(window, '#12345')).toContainText('10 units ordered');
});

test('an order at each stage: marks, charges apart, a quote not counted, and the carrier’s page in the browser', async ({
  desk,
  window,
}) => {
  const opened = await noteOpened(desk);
  await goToLookup(window);
  await lookUp(window, '#1001');
  const order = orderOf(window, '#1001');
  await expect(order.getByRole('status')).toHaveText(
    '8 units ordered, 4 shipped, 4 still to come, 1 unit only quoted.',
  );
  await expect(order.getByText('Dropship').first()).toBeVisible();
  await expect(partsOf(window).getByText('AppleCare', { exact: true })).toBeVisible();
  await expect(partsOf(window).getByRole('row', { name: /SHOPIFY-SHIPPING/ })).toContainText('Not counted');
  await expect(partsOf(window).getByRole('row', { name: /Quoted/ })).toContainText('0');
  await expect(order.getByRole('list', { name: 'Timeline' }).getByRole('listitem')).toContainText([
    'Quote QT0701 created',
    'Sales order SO0701 created',
  ]);
  await order.getByRole('link', { name: 'Track 1Z9990000000010017 at UPS, in the browser' }).click();
  await expect.poll(opened).toEqual(['https://www.ups.com/track?tracknum=1Z9990000000010017']);

  // A number of no known carrier is there to be copied.
  await lookUp(window, '12345');
  const parcels = orderOf(window, '#12345');
  await expect(parcels.getByText('1Z9990001', { exact: true })).toBeVisible();
  await expect(parcels.getByRole('link', { name: /1Z9990001/ })).toHaveCount(0);
  await parcels.getByRole('button', { name: 'Copy tracking number 1Z9990001' }).click();
  await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('1Z9990001');
});

test('a pasted column of numbers: each once, with the keys through the list, and exported', async ({
  desk,
  window,
  practice,
  userDataDir,
}) => {
  await goToLookup(window);
  await desk.app.evaluate(({ clipboard }) => clipboard.writeText('12345\r\n1001\r\n#12345\r\n404\r\n'));
  await window.keyboard.press('ControlOrMeta+V');
  await expect(boxOf(window)).toHaveValue('12345 1001 #12345 404');
  await expect(window.getByText('3 numbers, a request each')).toBeVisible();
  await window.keyboard.press('Enter');
  const rows = window.getByRole('table', { name: 'Shopify orders' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(window.getByText('3 numbers looked up')).toBeVisible();
  await expect(rows.nth(1)).toContainText('Partly shipped');
  await expect(rows.nth(3)).toContainText('Not in PIMS');
  expect(practice.billedRequests()[LOOKUP]).toBe(3);

  await window.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(orderOf(window, '#1001')).toContainText('8 units ordered');
  await window.keyboard.press('End');
  await expect(orderOf(window, '#404')).toContainText('PIMS has no record of #404');
  expect(await seriousFindings(window)).toEqual([]);

  const file = join(userDataDir, 'shopify.csv');
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await window.getByRole('button', { name: 'Export CSV' }).click();
  await expect(window.getByText(/Saved as .*shopify\.csv/)).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).toContain('#12345,MDVQ4LL/A');
  expect(text).toContain(
    'Partly shipped,10,5,5,0,0,0,Invoice INV5001: 5 of 10 shipped; Sales order 54320: 0 of 5 shipped',
  );
  expect(text).toMatch(/#404,,,Not in PIMS/);

  // The form in which it is stored may lack the #.
  practice.addOrder({ SHOPIFY_ORDER_NUMBER: '404', ORDER_TYPE: 'sales_order' }, [
    { PART_CODE: 'A', QUANTITY: '1' },
  ]);
  await window.getByRole('button', { name: 'Look for 404 (1 request)' }).click();
  await expect(orderOf(window, '404')).toContainText('1 unit ordered');
});

test('records without dates, numbers or lines, of a kind nobody knows, and figures that clash', async ({
  window,
  practice,
}) => {
  const order = {
    order_type: 'consignment',
    pims_order_number: null,
    create_date: null,
    modified_date: null,
    tracking_numbers: [],
    items: [],
  };
  const items = [{ part_number: 'A', quantity: 5, shipped: 7 }];
  const invoice = { ...order, order_type: 'invoice', items, shipping_address: { city: 'Austin' } };
  const body = JSON.stringify({ shopify_order_number: '#7', orders: [invoice, order, {}] });
  practice.planFault({ fault: { kind: 'answer', status: 200, body }, endpoint: LOOKUP });
  await goToLookup(window);
  await lookUp(window, '7');
  const shown = orderOf(window, '#7');
  await expect(shown).toContainText('Invoice without a number has 7 shipped of 5.');
  await expect(shown).toContainText(
    'Consignment without a number is of a kind that Order Desk does not know',
  );
  await expect(shown.getByText('No order number yet')).toHaveCount(3);
  await expect(shown.getByText('No date')).toHaveCount(3);
  // The records differ in where they go to, so that each says it.
  await expect(shown.getByText('No address')).toHaveCount(2);
  await expect(shown.getByText('Austin')).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
});

test('many numbers ask before they cost, too many are refused, and nothing at all is no number', async ({
  window,
  practice,
}) => {
  await goToLookup(window);
  await lookUp(window, ' , ');
  await expect(window.getByRole('alert')).toHaveText('Enter a Shopify order number, such as 12345.');
  await lookUp(window, Array.from({ length: 501 }, (_, index) => index + 1).join(' '));
  await expect(window.getByRole('alert')).toContainText('Look up 500 at a time at most.');
  await lookUp(window, Array.from({ length: 101 }, (_, index) => 20_000 + index).join('\t'));
  const dialog = window.getByRole('dialog', { name: 'Send 101 requests to PIMS?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  expect(practice.billedRequests()[LOOKUP] ?? 0).toBe(0);

  practice.planFault({ fault: { kind: 'hang' }, endpoint: LOOKUP, skip: 12, times: 'always' });
  await window.getByRole('button', { name: 'Look up', exact: true }).click();
  await window.getByRole('button', { name: 'Send 101 requests' }).click();
  await expect(window.getByText('12 of 101 looked up')).toBeVisible();
  practice.clearFaults();
  await window.getByRole('button', { name: 'Stop' }).click();
});

test('while PIMS is away it says so, keeps what was read, and asks for the rest later', async ({
  window,
  practice,
}) => {
  await goToLookup(window);
  await lookUp(window, '12345');
  await expect(orderOf(window, '#12345')).toContainText('10 units ordered');
  await practice.stop();
  await lookUp(window, '12345 1001');
  const alert = orderOf(window, '#12345').getByRole('alert');
  await expect(alert).toContainText('PIMS can’t be reached');
  await expect(window.getByText('0 of 2 numbers looked up')).toBeVisible();
  await practice.start();
  await window.getByRole('button', { name: 'Look up the rest (2 requests)' }).click();
  await expect(orderOf(window, '#12345')).toContainText('10 units ordered');
  await expect(window.getByText('2 numbers looked up')).toBeVisible();

  practice.planFault({ fault: { kind: 'bad-request', message: 'Lookup failed.' }, endpoint: LOOKUP });
  await lookUp(window, '1001');
  await expect(orderOf(window, '#1001').getByRole('alert')).toContainText('Lookup failed.');
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(orderOf(window, '#1001')).toContainText('8 units ordered');
});
