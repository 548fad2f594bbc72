import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';

const main = (window: Page) => window.getByRole('main');
const newLine = (window: Page, line: number, field: string) =>
  window.getByLabel(`Line ${line} ${field}`, { exact: true });
const orderLine = (window: Page, line: string, field: string) =>
  window.getByLabel(`Line ${line} of the order ${field}`, { exact: true });
const lineOf = (practice: PracticeServer, number: string, line: string) =>
  practice.order(number)?.lines.find(({ LINE_NUMBER }) => LINE_NUMBER === line);

/** An order that PIMS lets be changed, and a line of it whose lock code PIMS gives. */
function openOrder(practice: PracticeServer): { number: string; line: string; quantity: string } {
  for (const { fields, lines } of practice.orders()) {
    if (fields.ORDER_TYPE !== 'worksheet' || fields.ORDER_STATUS === 'Void') continue;
    const line = lines.find(({ LINE_REF_LOCK_CODE: code = '' }) => code !== '');
    if (line === undefined) continue;
    return { number: fields.ORDER_NUMBER ?? '', line: line.LINE_NUMBER ?? '', quantity: line.QUANTITY ?? '' };
  }
  throw new Error('The sample data has no order that can be changed.');
}

async function openLines(window: Page, number: string): Promise<void> {
  await window.getByLabel('Order number or reference').fill(number);
  await window.keyboard.press('Enter');
  await main(window).getByRole('button', { name: 'Add or edit lines' }).click();
  await expect(window.getByRole('heading', { level: 1, name: `Lines for order ${number}` })).toBeVisible();
  await expect(newLine(window, 1, 'PART_CODE')).toBeFocused();
}

test('a line is added to an order and another changed, and both arrive', async ({
  desk,
  window,
  practice,
}) => {
  const { number, line, quantity } = openOrder(practice);
  const before = practice.order(number)?.lines.length ?? 0;
  await openLines(window, number);
  await window.keyboard.type('MDVQ4LL/A');
  await newLine(window, 1, 'QUANTITY').fill('3');
  await orderLine(window, line, 'QUANTITY').fill('77');
  await orderLine(window, line, 'DESCRIPTION').fill('Changed on the phone');
  await expect(orderLine(window, line, 'QUANTITY')).toHaveAccessibleDescription(`Was ${quantity}`);
  await expect(main(window).getByText('1 new line, 1 change')).toBeVisible();
  // On a wide window too the order's header is no wider than its column.
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1920, 1000),
  );
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1920);
  const column = main(window).getByText('The header of an order that PIMS has').locator('xpath=../..');
  expect(await column.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);

  await window.getByRole('link', { name: /^Drafts/ }).click();
  await window.getByRole('link', { name: `Order ${number}: 1 new line, 1 change` }).click();
  await expect(orderLine(window, line, 'QUANTITY')).toHaveValue('77');
  await main(window)
    .getByRole('button', { name: `Submit to order ${number}` })
    .click();
  await expect(main(window).getByText(`It is in PIMS, in order ${number}`)).toBeVisible();
  expect(lineOf(practice, number, line)).toMatchObject({
    QUANTITY: '77',
    DESCRIPTION: 'Changed on the phone',
  });
  expect(practice.order(number)?.lines).toHaveLength(before + 1);
  expect(practice.order(number)?.lines.at(-1)).toMatchObject({ PART_CODE: 'MDVQ4LL/A', QUANTITY: '3' });
});

test('a change is undone, done again and taken back; nothing is then to be sent', async ({
  window,
  practice,
}) => {
  const { number, line, quantity } = openOrder(practice);
  await openLines(window, number);
  const cell = orderLine(window, line, 'QUANTITY');
  await cell.fill('77');
  await window.keyboard.press('Control+z');
  await expect(cell).toHaveValue(quantity);
  await window.keyboard.press('Control+y');
  await expect(cell).toHaveValue('77');
  await main(window)
    .getByRole('button', { name: `Take the change of line ${line} back` })
    .click();
  await expect(cell).toHaveValue(quantity);
  await expect(cell).toBeFocused();
  await expect(main(window).getByText('nothing yet')).toBeVisible();
  await main(window)
    .getByRole('button', { name: `Submit to order ${number}` })
    .click();
  await expect(window.getByRole('alert')).toContainText('there is nothing to send yet');
  await cell.fill('0');
  await main(window)
    .getByRole('button', { name: `Submit to order ${number}` })
    .click();
  await window
    .getByRole('alert')
    .getByRole('button', { name: new RegExp(`Line ${line} of the order, QUANTITY`) })
    .click();
  await expect(cell).toBeFocused();
});

test('while PIMS is away, changed lines are shown as they were seen, and the rest is said', async ({
  launch,
  practice,
}) => {
  const { number, line } = openOrder(practice);
  const first = await launch();
  let window = await first.readyWindow();
  await openLines(window, number);
  await orderLine(window, line, 'QUANTITY').fill('77');
  await expect(window.getByText(/^Saved at/)).toBeVisible();
  await first.quit();
  await practice.stop();

  window = await (await launch()).readyWindow();
  await expect(main(window).getByText('The lines of the order can’t be shown now')).toBeVisible();
  await expect(orderLine(window, line, 'QUANTITY')).toHaveValue('77');
  await expect(newLine(window, 1, 'PART_CODE')).toBeVisible();
});

test('a line without a lock code says why it can’t be changed', async ({ window, practice }) => {
  const { number, line } = openOrder(practice);
  practice.setBehaviour({ lockCodesShown: false });
  await openLines(window, number);
  const cell = orderLine(window, line, 'QUANTITY');
  await expect(cell).toHaveJSProperty('readOnly', true);
  await cell.focus();
  await expect(
    main(window).getByText(/Can’t be changed here\. PIMS did not give this line’s lock code/),
  ).toBeVisible();
});
