import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { chooseTestConnection } from './harness/choose-test-connection.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { fillCell } from './harness/line-grid.ts';
import {
  allInPims,
  fillOrderCell,
  lineOf,
  openLines,
  orderCell,
  review,
  reviewAndSave,
} from './harness/order-lines.ts';

const main = (window: Page): Locator => window.getByRole('main');
const decision = (window: Page): Locator => window.getByRole('region', { name: 'What is to be decided' });
const orderRow = (window: Page, line: number): Locator =>
  window.getByRole('grid', { name: 'Lines of the order' }).locator(`[aria-rowindex="${line + 1}"]`);
const newRow = (window: Page, line: number): Locator =>
  window.getByRole('grid', { name: 'Lines', exact: true }).locator(`[aria-rowindex="${line + 1}"]`);
const padlock = (window: Page, line: number): Locator =>
  orderRow(window, line).getByRole('button', { name: /^Can/ });

/** An order of somebody else's that can be changed. */
function addOrder(practice: PracticeServer, quantities: readonly string[] = ['5', '6']): string {
  const lines = quantities.map((QUANTITY, index) => ({ DESCRIPTION: `Line ${index + 1}`, QUANTITY }));
  return (
    practice.addOrder({ ORDER_TYPE: 'worksheet', CUSTOMER_CODE: 'M-1000' }, lines).fields.ORDER_NUMBER ?? ''
  );
}

const quantities = (practice: PracticeServer, number: string): unknown[] | undefined =>
  practice.order(number)?.lines.map(({ QUANTITY }) => QUANTITY);

/* What the vendor's pages leave open about lock codes. */
for (const lockCodesShown of [true, false]) {
  for (const lockCodesChange of [true, false]) {
    const shown = lockCodesShown ? 'shown' : 'not shown';
    const changing = lockCodesChange ? 'new with each change' : 'kept for good';
    test(`lock codes ${shown} and ${changing}: a line that was added here is changed twice, also after a restart`, async ({
      launch,
      practice,
    }) => {
      practice.setBehaviour({ lockCodesShown, lockCodesChange });
      const number = addOrder(practice);
      const first = await launch();
      let window = await first.readyWindow();
      await openLines(window, number);
      const isOpen = lockCodesShown
        ? 'Can be edited'
        : /^Can’t be edited: PIMS did not give this line’s lock code/;
      await expect(padlock(window, 1)).toHaveAccessibleName(isOpen);
      if (lockCodesShown) await fillOrderCell(window, '1', 'QUANTITY', '8');
      await fillCell(window, 1, 'DESCRIPTION', 'Added here');
      await fillCell(window, 1, 'QUANTITY', '3');
      await reviewAndSave(window, number);
      await expect(allInPims(window, number)).toBeVisible();
      const others = lockCodesShown ? ['8', '6'] : ['5', '6'];
      expect(quantities(practice, number)).toEqual([...others, '3']);

      // The code came with the answer to the addition, and is known from then on.
      await openLines(window, number);
      await expect(padlock(window, 3)).toHaveAccessibleName('Can be edited');
      await fillOrderCell(window, '3', 'QUANTITY', '4');
      await reviewAndSave(window, number);
      await expect(allInPims(window, number)).toBeVisible();
      expect(quantities(practice, number)).toEqual([...others, '4']);
      await first.quit();

      window = await (await launch()).readyWindow();
      await openLines(window, number);
      await expect(padlock(window, 3)).toHaveAccessibleName('Can be edited');
      await fillOrderCell(window, '3', 'DESCRIPTION', 'Changed after a restart');
      await reviewAndSave(window, number);
      await expect(allInPims(window, number)).toBeVisible();
      expect(lineOf(practice, number, '3')).toMatchObject({
        DESCRIPTION: 'Changed after a restart',
        QUANTITY: '4',
      });
    });

    if (lockCodesShown) {
      test(`lock codes ${shown} and ${changing}: what somebody else changed is asked about, and a value typed for it outlives the window`, async ({
        launch,
        practice,
      }) => {
        practice.setBehaviour({ lockCodesShown, lockCodesChange });
        const number = addOrder(practice);
        const first = await launch();
        let window = await first.readyWindow();
        await openLines(window, number);
        await fillOrderCell(window, '1', 'QUANTITY', '8');
        await fillOrderCell(window, '2', 'QUANTITY', '9');
        const code = lineOf(practice, number, '1')?.LINE_REF_LOCK_CODE ?? '';
        practice.updateLine(number, '1', {
          QUANTITY: '7',
          ...(lockCodesChange ? {} : { LINE_REF_LOCK_CODE: code }),
        });
        await reviewAndSave(window, number);
        const asked = decision(window);
        await expect(asked.getByRole('row', { name: /^Quantity/ })).toContainText(
          /5\s*8\s*7\s*changed by somebody else/,
        );
        await expect(orderRow(window, 1)).toContainText('Needs you');
        await expect(orderRow(window, 2)).toContainText('To be sent');
        await asked.getByRole('radio', { name: 'Another value' }).check();
        await asked.getByRole('textbox', { name: 'Another value for Quantity' }).fill('12');
        // The window is closed in between.
        await first.kill();
        expect(quantities(practice, number)).toEqual(['7', '6']);

        window = await (await launch()).readyWindow();
        await window
          .getByRole('navigation', { name: 'Screens' })
          .getByRole('link', { name: /^Outbox/ })
          .click();
        const panel = window.getByRole('region', { name: /^Submission/ });
        await expect(panel.getByRole('textbox', { name: 'Another value for Quantity' })).toHaveValue('12');
        await panel.getByRole('button', { name: 'Send these values' }).click();
        await expect(panel.getByRole('status').first()).toContainText('In PIMS');
        expect(quantities(practice, number)).toEqual(['12', '9']);
      });
    }
  }
}

test('a change made offline waits and is saved by itself, by its changed fields alone', async ({
  window,
  practice,
}) => {
  const number = addOrder(practice);
  await openLines(window, number);
  await fillOrderCell(window, '2', 'QUANTITY', '9');
  const code = lineOf(practice, number, '2')?.LINE_REF_LOCK_CODE;
  await practice.stop();
  await reviewAndSave(window, number);
  await expect(main(window).getByText('Waiting for PIMS')).toBeVisible();
  await expect(orderRow(window, 1)).toContainText('To be sent');
  await practice.start();
  await window
    .getByRole('button', { name: /^(Offline|Try now)/ })
    .first()
    .click();
  await expect(allInPims(window, number)).toBeVisible({ timeout: 60_000 });
  const sent = practice.requests().findLast(({ endpoint }) => endpoint === 'orders/line_item');
  expect(sent?.method).toBe('POST');
  expect(sent?.body).toEqual({ ORDER_NUMBER: number, LINE_REF_LOCK_CODE: code, QUANTITY: '9' });
});

test('a batch that PIMS takes in part says which lines are in, and goes on with the rest once it is corrected', async ({
  window,
  practice,
}) => {
  const number = addOrder(practice);
  await openLines(window, number);
  await fillOrderCell(window, '1', 'QUANTITY', '8');
  for (const [row, quantity] of [
    [1, '3'],
    [2, '4'],
    [3, '5'],
  ] as const) {
    await fillCell(window, row, 'DESCRIPTION', `New ${row}`);
    await fillCell(window, row, 'QUANTITY', quantity);
  }
  practice.planFault({
    endpoint: 'orders/line_item',
    skip: 2,
    fault: { kind: 'bad-request', message: 'QUANTITY is more than is allowed' },
  });
  await reviewAndSave(window, number);
  await expect(main(window).getByRole('status').filter({ hasText: 'PIMS refused' })).toContainText(
    'In PIMS: the change of line 1, new line 1. Refused: new line 2. Not yet: new line 3.',
  );
  await expect(orderRow(window, 1)).toContainText('In PIMS');
  await expect(newRow(window, 1)).toContainText('In PIMS');
  await expect(newRow(window, 2)).toContainText('Refused');
  await expect(newRow(window, 3)).toContainText('To be sent');

  await decision(window).getByRole('button', { name: 'Back to draft' }).click();
  const note = main(window).getByRole('alert').filter({ hasText: 'PIMS refused this when it was submitted' });
  await expect(note).toContainText('QUANTITY is more than is allowed. What you typed is kept.');
  await note.getByRole('button', { name: 'Go to the line' }).click();
  await fillCell(window, 2, 'QUANTITY', '2');
  const dialog = await review(window, number);
  await expect(dialog.getByRole('status')).toHaveText('2 new lines.');
  await dialog.getByRole('button', { name: `Save to order ${number}` }).click();
  await expect(allInPims(window, number)).toBeVisible();
  await expect(note).toHaveCount(0);
  expect(quantities(practice, number)).toEqual(['8', '6', '3', '2', '5']);
});

test('an order that can’t be changed any more leaves what was typed in place, with PIMS’s words', async ({
  window,
  practice,
}) => {
  const { fields } = practice.addOrder({ ORDER_TYPE: 'invoice' }, [{ DESCRIPTION: 'Screen', QUANTITY: '5' }]);
  const number = fields.ORDER_NUMBER ?? '';
  await openLines(window, number);
  await fillOrderCell(window, '1', 'QUANTITY', '8');
  await reviewAndSave(window, number);
  const words = `Order ${number} is an invoice and can not be changed`;
  await expect(main(window).getByRole('status').filter({ hasText: 'PIMS refused' })).toContainText(words);
  await decision(window).getByRole('button', { name: 'Back to draft' }).click();
  const note = main(window).getByRole('alert').filter({ hasText: words });
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'Go to line 1 of the order' }).click();
  await expect(orderCell(window, '1', 'QUANTITY')).toHaveText('8');
  expect(quantities(practice, number)).toEqual(['5']);
});

test('two desks that edit one order in turn overwrite nothing unseen', async ({ launch, practice }) => {
  const number = addOrder(practice);
  const otherFolder = await mkdtemp(join(tmpdir(), 'order-desk-e2e-'));
  try {
    await chooseTestConnection(otherFolder, practice);
    const one = await (await launch()).readyWindow();
    const otherDesk = await launch({ userDataDir: otherFolder });
    const other = await otherDesk.readyWindow();
    await openLines(one, number);
    await openLines(other, number);
    await fillOrderCell(one, '1', 'QUANTITY', '8');
    await fillOrderCell(other, '1', 'QUANTITY', '9');
    await fillOrderCell(other, '2', 'DESCRIPTION', 'By the other');
    await reviewAndSave(one, number);
    await expect(allInPims(one, number)).toBeVisible();

    // The other one has not seen the 8, and is shown it.
    await reviewAndSave(other, number);
    await expect(decision(other).getByRole('row', { name: /^Quantity/ })).toContainText(/5\s*9\s*8/);
    expect(quantities(practice, number)).toEqual(['8', '6']);
    await decision(other)
      .getByRole('radio', { name: /^What PIMS has/ })
      .check();
    await decision(other).getByRole('button', { name: 'Send these values' }).click();
    await expect(allInPims(other, number)).toBeVisible();
    expect(quantities(practice, number)).toEqual(['8', '6']);
    expect(lineOf(practice, number, '2')?.DESCRIPTION).toBe('By the other');

    // In turn: the first has to see what the other did before it changes the same again.
    await openLines(one, number);
    await expect(orderCell(one, '2', 'DESCRIPTION')).toHaveText('By the other');
    await fillOrderCell(one, '2', 'DESCRIPTION', 'By both');
    await reviewAndSave(one, number);
    await expect(allInPims(one, number)).toBeVisible();
    expect(lineOf(practice, number, '2')?.DESCRIPTION).toBe('By both');
    await otherDesk.quit();
  } finally {
    await rm(otherFolder, { recursive: true, force: true, maxRetries: 5 });
  }
});
