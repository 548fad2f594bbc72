import type { Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { submitOrder } from './harness/submit-order.ts';

async function openOutbox(window: Page): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Outbox/ })
    .click();
  await expect(window.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
}

function anyCustomer(practice: PracticeServer): string {
  const code = practice.orders()[0]?.fields.CUSTOMER_CODE;
  if (code === undefined) throw new Error('The sample data has an order with a customer.');
  return code;
}

test('an order on its way is followed to its number in PIMS', async ({ window, practice }) => {
  await openOutbox(window);
  await expect(window.getByText('The outbox is empty')).toBeVisible();

  await submitOrder(window, 'OUT-1', anyCustomer(practice));
  const row = window.getByRole('row', { name: /OUT-1/ });
  await expect(row).toContainText('In PIMS');
  await expect(row).toContainText('3 of 3');
  const sent = practice.orders().find((order) => order.fields.REFERENCE_NUMBER === 'OUT-1');
  const number = String(sent?.fields.ORDER_NUMBER);

  const journal = window.getByRole('list', { name: 'Journal' }).getByRole('listitem');
  await expect(journal).toContainText([
    'Queued to be sent.',
    'Sending order OUT-1.',
    `PIMS created order ${number}.`,
    'Sending line 1 (Screen protector × 2).',
    'Line 1 (Screen protector × 2) is in PIMS.',
    'Sending line 2 (Screen protector × 2).',
    'Line 2 (Screen protector × 2) is in PIMS.',
    'Compared with what was sent: all the same.',
    'Everything is in PIMS.',
  ]);
  // The screen has said it: a note would only cover the journal.
  await expect(window.getByRole('alert')).toHaveCount(0);
  await row.getByRole('link', { name: `Open order ${number}` }).click();
  await expect(window.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeVisible();
});

test('elsewhere notes tell what became of the orders, one for several at once', async ({
  window,
  practice,
}) => {
  const customer = anyCustomer(practice);
  const notes = window.getByRole('alert');
  await submitOrder(window, 'NOTE-1', customer);
  await expect(notes).toContainText(/^Order \d+ is in PIMS\./);
  await notes.getByRole('button', { name: 'Close this note' }).click();
  await expect(notes).toHaveCount(0);

  for (const round of [1, 2]) {
    await practice.stop();
    for (const one of [1, 2, 3]) await submitOrder(window, `NOTES-${round}-${one}`, customer);
    await expect(window.getByRole('contentinfo')).toContainText('Outbox: 3 waiting');
    await takeAllBack(window);
    await expect(window.getByRole('contentinfo')).toContainText('Outbox: nothing waits');
    await practice.start();
  }
  await expect(notes.filter({ hasText: /^6 orders are drafts again\./ })).toBeVisible();
  await expect(notes).toHaveCount(1);
  await notes.getByRole('button', { name: 'Open the drafts' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Drafts' })).toBeVisible();
});

/** Takes all that waits back to the drafts at once. */
async function takeAllBack(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const list = await self.orderDesk.call('outbox.list', {});
    const open = list.ok ? list.value.filter(({ backToDraft }) => backToDraft === 'now') : [];
    await Promise.all(open.map(({ id }) => self.orderDesk.call('outbox.withdraw', { id, confirmed: false })));
  });
}

test('a refused order says why and goes back to its draft', async ({ window, practice }) => {
  const row = window.getByRole('table', { name: 'Outbox' }).getByRole('row', { name: /OUT-2/ });
  await submitOrder(window, 'OUT-2', 'NO-SUCH-CUSTOMER');
  const note = window
    .getByRole('alert')
    .filter({ hasText: 'The order with reference OUT-2 needs attention.' });
  await note.getByRole('button', { name: 'Open the outbox' }).click();
  await expect(note).toHaveCount(0);
  await expect(row).toContainText('Needs attention');
  const submission = window.getByRole('region', { name: 'Submission OUT-2' });
  await expect(submission).toContainText(/NO-SUCH-CUSTOMER.* does not exist/);
  expect(practice.orders().some((order) => order.fields.REFERENCE_NUMBER === 'OUT-2')).toBe(false);

  await submission.getByRole('button', { name: 'Back to draft' }).click();
  await expect(row).toContainText('Back in drafts');
  await submission.getByRole('button', { name: 'Open the draft' }).click();
  await expect(window.getByLabel('Customer code')).toHaveValue('NO-SUCH-CUSTOMER');
});

test('an order waits while PIMS is away, and goes on with Try now', async ({ window, practice }) => {
  const customer = anyCustomer(practice);
  await openOutbox(window);
  await practice.stop();
  await submitOrder(window, 'OUT-4', customer);
  const row = window.getByRole('row', { name: /OUT-4/ });
  await expect(row).toContainText('Waiting for PIMS');
  await expect(window.getByRole('contentinfo')).toContainText('Offline');
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: 1 waiting');

  await practice.start();
  await window.getByRole('main').getByRole('button', { name: 'Try now' }).click();
  await expect(row).toContainText('In PIMS');
  await expect(window.getByRole('contentinfo')).toContainText('Online');
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: nothing waits');
});

test('the arrow keys go through the submissions, and Enter opens the order', async ({ window, practice }) => {
  await openOutbox(window);
  const customer = anyCustomer(practice);
  await submitOrder(window, 'OUT-5', customer);
  await submitOrder(window, 'OUT-6', customer);
  await expect(window.getByRole('row', { name: /OUT-[56].*In PIMS|In PIMS.*OUT-[56]/ })).toHaveCount(2);

  await window.getByRole('row', { name: /OUT-6/ }).focus();
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('row', { name: /OUT-5/ })).toBeFocused();
  await expect(window.getByRole('region', { name: 'Submission OUT-5' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/orders\/\d+$/);
});
