import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import type { RunningDesk } from './harness/launch.ts';
import { chooseMenuItem } from './harness/menu.ts';
import { seriousFindings } from './harness/serious-findings.ts';
import { submitOrder } from './harness/submit-order.ts';

/** Submits an order of two lines below the screens, and waits until PIMS has it; answers its number. */
async function sendOrder(window: Page, practice: PracticeServer, reference: string): Promise<string> {
  const customerCode = practice.orders()[0]?.fields.CUSTOMER_CODE ?? '';
  await window.evaluate(
    async ({ customerCode, reference }) => {
      const call = self.orderDesk.call;
      const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const draft = valueIn(await call('drafts.create', {}));
      const line = { DESCRIPTION: 'Screen protector', QUANTITY: '2' };
      valueIn(
        await call('drafts.edit', {
          id: draft.id,
          edits: [
            { kind: 'set-header', field: 'CUSTOMER_CODE', value: customerCode },
            { kind: 'set-header', field: 'REFERENCE_NUMBER', value: reference },
            { kind: 'insert-line', lineId: 'first', after: null, fields: line },
            { kind: 'insert-line', lineId: 'second', after: 'first', fields: { ...line, QUANTITY: '1.5' } },
          ],
        }),
      );
      valueIn(await call('drafts.submit', { id: draft.id }));
    },
    { customerCode, reference },
  );
  const sent = () => practice.orders().find(({ fields }) => fields.REFERENCE_NUMBER === reference);
  await expect.poll(() => sent()?.lines.length).toBe(2);
  return String(sent()?.fields.ORDER_NUMBER);
}

async function goToOutbox(window: Page): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('link', { name: /^Outbox/ })
    .click();
  await expect(window.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
}

async function goToDayCheck(window: Page): Promise<void> {
  await goToOutbox(window);
  await window.getByRole('button', { name: 'Day check' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Day check' })).toBeVisible();
}

/** What is chosen in the save dialog from now on. */
async function saveAs(desk: RunningDesk, file: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
}

test('the orders of today are compared with PIMS, differences first, and exported', async ({
  desk,
  window,
  practice,
  userDataDir,
}) => {
  const changed = await sendOrder(window, practice, 'DAY-1');
  const untouched = await sendOrder(window, practice, 'DAY-2');
  practice.updateLine(changed, '2', { QUANTITY: '15' });
  await goToDayCheck(window);

  const table = window.getByRole('table', { name: 'Orders submitted' });
  const rows = table.getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('Not checked');
  const before = practice.billedRequests()['orders/single'] ?? 0;
  await window.getByRole('button', { name: 'Check against PIMS (2 requests)' }).click();
  await expect(rows.nth(1)).toContainText('Differs');
  await expect(rows.nth(1)).toContainText(changed);
  await expect(rows.nth(1)).toContainText('3.5 / 17');
  await expect(rows.nth(2)).toContainText(untouched);
  await expect(rows.nth(2)).toContainText('The same');
  await expect(
    window.getByText(/^2 orders, 4 lines, 7 units submitted: 1 differs, 1 is the same\./),
  ).toBeVisible();
  expect((practice.billedRequests()['orders/single'] ?? 0) - before).toBe(2);

  const details = window.getByRole('region', { name: `Order ${changed}` });
  const difference = details.getByRole('table', { name: 'What differs in PIMS' }).getByRole('row').nth(1);
  await expect(difference).toContainText('Line 2 (Screen protector × 1.5)');
  await expect(difference).toContainText('QUANTITY');
  await expect(difference).toContainText('15');
  expect(await seriousFindings(window)).toEqual([]);

  const file = join(userDataDir, 'day.csv');
  await saveAs(desk, file);
  await window.getByRole('button', { name: 'Export CSV' }).click();
  await expect(window.getByText(/Saved as .*day\.csv/)).toBeVisible();
  const [heading, first, second] = (await readFile(file, 'utf8')).split('\r\n');
  expect(heading).toContain('Result,Reference,PIMS order');
  expect(first).toContain(`Differs,DAY-1,${changed}`);
  expect(first).toContain('QUANTITY was sent as “1.5” and is “15” in PIMS.');
  expect(second).toContain(`The same,DAY-2,${untouched}`);

  // Going into the order and back costs nothing and loses nothing.
  await details.getByRole('button', { name: 'Open the order' }).click();
  await expect(window.getByRole('heading', { level: 1, name: new RegExp(changed) })).toBeVisible();
  await goToDayCheck(window);
  await expect(rows.nth(1)).toContainText('Differs');
  await expect(window.getByRole('button', { name: 'Check all again (2 requests)' })).toBeVisible();
  await details.getByRole('button', { name: 'Show in the outbox' }).click();
  await expect(window.getByRole('region', { name: 'Submission DAY-1' })).toBeVisible();
});

test('with the keys alone: from the palette through the rows into an order', async ({
  desk,
  window,
  practice,
}) => {
  const first = await sendOrder(window, practice, 'DAY-3');
  await sendOrder(window, practice, 'DAY-4');
  await chooseMenuItem(desk.app, 'open-palette');
  await expect(window.getByPlaceholder('Order number, reference or command')).toBeFocused();
  await window.keyboard.type('day check');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Day check' })).toBeVisible();
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await window.getByRole('button', { name: /Check against PIMS/ }).focus();
  await window.keyboard.press('Enter');
  const rows = window.getByRole('table', { name: 'Orders submitted' }).getByRole('row');
  await expect(window.getByText('2 orders, 4 lines, 7 units submitted; all in PIMS.')).toBeVisible();
  // The pressed button is gone, and the focus with its successor.
  await expect(window.getByRole('button', { name: /Check all again/ })).toBeFocused();
  await rows.nth(1).focus();
  await window.keyboard.press('ArrowDown');
  await expect(rows.nth(2)).toBeFocused();
  await expect(window.getByRole('region', { name: `Order ${first}` })).toContainText('Everything is in PIMS');
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/orders/${first}$`));
});

test('one of many orders is gone to with the keys, and is in sight in the outbox', async ({
  desk,
  window,
  practice,
}) => {
  await practice.stop();
  for (let count = 1; count <= 40; count += 1) await submitOrder(window, `MANY-${count}`);
  await goToDayCheck(window);
  const rows = window.getByRole('table', { name: 'Orders submitted' }).getByRole('row');
  await expect(rows).toHaveCount(41);
  await rows.nth(1).focus();
  await window.keyboard.press('PageDown');
  await window.keyboard.press('PageDown');
  await window.keyboard.press('PageUp');
  await expect(rows.nth(11)).toBeFocused();
  await window.keyboard.press('End');
  const reference = /MANY-\d+/.exec(await rows.nth(40).innerText())?.[0] ?? '';
  await window.getByRole('button', { name: 'Show in the outbox' }).click();
  const outbox = window.getByRole('table', { name: 'Outbox' });
  const row = outbox.getByRole('row', { name: new RegExp(`${reference}\\b`) });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).toBeInViewport({ ratio: 0.9 });
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 600));
  await expect.poll(() => window.evaluate(() => innerHeight)).toBe(600);
  await expect(row).toBeInViewport({ ratio: 0.9 });

  // All are of the connection in use; another one is told apart.
  const connection = outbox.getByRole('columnheader', { name: 'Connection' });
  await expect(connection).toHaveCount(0);
  await window.evaluate(async () => {
    const list = await self.orderDesk.call('connections.list', {});
    const other = list.ok ? list.value.find(({ chosen }) => !chosen) : undefined;
    if (other !== undefined) await self.orderDesk.call('connections.choose', { id: other.id });
  });
  await expect(connection).toBeVisible();
  await expect(outbox.getByRole('row').nth(1)).toContainText('Test server');
});

test('while PIMS is away it shows what was submitted, and checks the rest later', async ({
  window,
  practice,
}) => {
  await sendOrder(window, practice, 'DAY-5');
  await goToDayCheck(window);
  await window.getByText('Yesterday', { exact: true }).click();
  await expect(window.getByText('Nothing was submitted in this period')).toBeVisible();
  await window.getByText('From – to', { exact: true }).click();
  await window.getByLabel('From', { exact: true }).fill('2026-01-02');
  await window.getByLabel('To', { exact: true }).fill('2026-01-01');
  await expect(window.getByText('The first day is after the last.')).toBeVisible();
  await window.getByText('Today', { exact: true }).click();

  await practice.stop();
  await window.getByRole('button', { name: 'Check against PIMS (1 request)' }).click();
  await expect(window.getByRole('main').getByRole('alert')).toContainText('The rest was not asked for');
  const row = window.getByRole('row', { name: /DAY-5/ });
  await expect(row).toContainText('2 / –');
  await practice.start();
  await window.getByRole('button', { name: 'Check against PIMS (1 request)' }).click();
  await expect(row).toContainText('The same');
  await expect(window.getByRole('main').getByRole('alert')).toHaveCount(0);
});

test('a check is called off half way, and what was checked stays', async ({ window, practice }) => {
  await sendOrder(window, practice, 'DAY-6');
  await sendOrder(window, practice, 'DAY-7');
  await goToDayCheck(window);
  practice.planFault({ fault: { kind: 'hang' }, endpoint: 'orders/single', skip: 1, times: 'always' });
  await window.getByRole('button', { name: 'Check against PIMS (2 requests)' }).click();
  await expect(window.getByText('1 of 2 orders asked for')).toBeVisible();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('button', { name: 'Check the rest (1 request)' })).toBeVisible();
  await expect(window.getByRole('row', { name: /The same/ })).toHaveCount(1);
  practice.clearFaults();
  await window.getByRole('button', { name: 'Check the rest (1 request)' }).click();
  await expect(window.getByRole('row', { name: /The same/ })).toHaveCount(2);
});

test('the journal of a submission is exported as JSON, without the secret', async ({
  desk,
  window,
  practice,
  userDataDir,
}) => {
  const number = await sendOrder(window, practice, 'DAY-8');
  await goToOutbox(window);
  const submission = window.getByRole('region', { name: 'Submission DAY-8' });
  const file = join(userDataDir, 'journal.json');
  await saveAs(desk, file);
  await submission.getByRole('button', { name: 'Export…' }).click();
  await expect(window.getByText(/Saved as .*journal\.json/)).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    submission: { reference: 'DAY-8', orderNumber: number, stateInWords: 'In PIMS' },
    steps: [{ what: 'order DAY-8' }, { sent: { QUANTITY: '2' } }, { sent: { QUANTITY: '1.5' } }],
  });
  expect(text).not.toContain(practice.credentials.apiSecret);
  for (const { LINE_REF_LOCK_CODE } of practice.order(number)?.lines ?? []) {
    expect(text).not.toContain(LINE_REF_LOCK_CODE);
  }
});
