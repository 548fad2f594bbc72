import type { Locator, Page } from '@playwright/test';
import type { Confirmable } from '../../shared/drafts/draft.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { bearing, quantities } from './harness/orders-of.ts';
import { seriousFindings } from './harness/serious-findings.ts';

const outbox = (window: Page): Locator => window.getByRole('table', { name: 'Outbox' });
const row = (window: Page, name: string): Locator =>
  outbox(window).getByRole('row', { name: new RegExp(name) });
const panel = (window: Page, name: string): Locator =>
  window.getByRole('region', { name: `Submission ${name}`, exact: true });
const statusBar = (window: Page): Locator => window.getByRole('contentinfo');
/** The quantities of an order that was sent whole, in its order. */
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

async function goTo(window: Page, screen: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: new RegExp(`^${screen}`) })
    .click();
  await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

/** Submits an order of lines of quantities 1, 2, … below the screens, as they would, and goes to the outbox. */
async function submitOrder(
  window: Page,
  reference: string,
  lineCount: number,
  further: Readonly<Record<string, string>> = {},
  confirmed: Confirmable[] = [],
): Promise<void> {
  await window.evaluate(
    async ({ reference, lineCount, further, confirmed }) => {
      const call = self.orderDesk.call;
      const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const { id } = valueIn(await call('drafts.create', {}));
      const header = { CUSTOMER_CODE: 'M-1000', REFERENCE_NUMBER: reference, ...further };
      const fields = Object.entries(header).map(([field, value]) => ({
        kind: 'set-header' as const,
        field,
        value,
      }));
      const lines = Array.from({ length: lineCount }, (_, index) => ({
        kind: 'insert-line' as const,
        lineId: `line-${index + 1}`,
        after: index === 0 ? null : `line-${index}`,
        fields: { DESCRIPTION: 'Screen protector', QUANTITY: String(index + 1) },
      }));
      valueIn(await call('drafts.edit', { id, edits: [...fields, ...lines] }));
      valueIn(await call('drafts.submit', { id, confirmed }));
      location.hash = '#/outbox';
    },
    { reference, lineCount, further, confirmed },
  );
  await expect(row(window, reference)).toBeVisible();
}

/** Gives the chosen connection a short settle time, for what is looked for once more before it is let go. */
async function settleWithin(window: Page, settleSeconds: number): Promise<void> {
  await window.evaluate(async (settleSeconds) => {
    const call = self.orderDesk.call;
    const list = await call('connections.list', {});
    const chosen = list.ok ? list.value.find((one) => one.chosen) : undefined;
    if (chosen === undefined) throw new Error('A connection is chosen.');
    const { id, name, baseUrl, teamId, apiId } = chosen;
    const connection = { id, name, baseUrl, teamId, apiId, kind: 'test' as const, settleSeconds };
    const saved = await call('connections.save', { connection, keepSecretIn: 'keychain' });
    if (!saved.ok) throw new Error(saved.error.message);
  }, settleSeconds);
}

/** Submits an order of one line with a reference of Order Desk's own; answers it. */
async function submitOwn(window: Page): Promise<string> {
  return window.evaluate(async () => {
    const call = self.orderDesk.call;
    const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    };
    const { id } = valueIn(await call('drafts.create', {}));
    const fields = { DESCRIPTION: 'Screen protector', QUANTITY: '1' };
    const edits = [
      { kind: 'set-header', field: 'CUSTOMER_CODE', value: 'M-1000' } as const,
      { kind: 'insert-line', lineId: 'line-1', after: null, fields } as const,
    ];
    valueIn(await call('drafts.edit', { id, edits }));
    return valueIn(await call('drafts.submit', { id })).reference;
  });
}

/** Submits a change of a line's quantity below the screens, which saw the line before `meanwhile`. */
async function submitChange(window: Page, quantity: string, meanwhile: () => void): Promise<void> {
  const orderNumber = '54321';
  const draftId = await window.evaluate(
    async ({ orderNumber, quantity }) => {
      const call = self.orderDesk.call;
      const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const { lines } = valueIn(await call('orders.single', { orderNumber }));
      const base = lines[0]?.fields ?? {};
      const target = { orderNumber, header: { CUSTOMER_CODE: 'M-1000' } };
      const { id } = valueIn(await call('drafts.create', { target }));
      const change = {
        kind: 'change-line',
        lineNumber: '1',
        base,
        field: 'QUANTITY',
        value: quantity,
      } as const;
      valueIn(await call('drafts.edit', { id, edits: [change] }));
      return id;
    },
    { orderNumber, quantity },
  );
  meanwhile();
  await window.evaluate(async (id) => {
    const result = await self.orderDesk.call('drafts.submit', { id });
    if (!result.ok) throw new Error(result.error.message);
    location.hash = '#/outbox';
  }, draftId);
}

test('a paused order stands still while others pass, and goes on where it stopped', async ({
  window,
  practice,
}) => {
  practice.setBehaviour({ latency: 100 });
  await submitOrder(window, 'PAUSED', 20);
  await expect(row(window, 'PAUSED')).toContainText(/[3-9] of 21/);
  await panel(window, 'PAUSED').getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(row(window, 'PAUSED')).toContainText('Paused');
  await expect(panel(window, 'PAUSED').getByRole('button', { name: 'Let it go on' })).toBeFocused();
  await expect(window.getByRole('list', { name: 'Journal' })).toContainText('A person paused it.');
  const sent = quantities(practice, 'PAUSED');
  expect(sent).not.toEqual([oneTo(20)]);

  await submitOrder(window, 'PASSING', 2);
  await expect(row(window, 'PASSING')).toContainText('In PIMS');
  expect(quantities(practice, 'PAUSED')).toEqual(sent);

  practice.setBehaviour({ latency: 0 });
  await row(window, 'PAUSED').getByText('Paused', { exact: true }).click();
  await panel(window, 'PAUSED').getByRole('button', { name: 'Let it go on' }).click();
  await expect(row(window, 'PAUSED')).toContainText('In PIMS');
  expect(quantities(practice, 'PAUSED')).toEqual([oneTo(20)]);
});

test('an order that waits for a paused one of its reference says so, and leads to it', async ({
  window,
  practice,
}) => {
  await practice.stop();
  await submitOrder(window, 'TWIN', 1);
  await panel(window, 'TWIN').getByRole('button', { name: 'Pause' }).click();
  await expect(row(window, 'TWIN')).toContainText('Paused');
  await practice.start();
  await submitOrder(window, 'twin', 1, {}, ['duplicate-reference']);
  const reason = 'Waits for the earlier order with reference twin, which is paused.';
  await expect(row(window, 'twin')).toContainText('Queued');
  await expect(row(window, 'twin')).toContainText(reason);
  await row(window, 'twin').click();
  await expect(panel(window, 'twin')).toContainText(reason);
  expect(await seriousFindings(window)).toEqual([]);

  await panel(window, 'twin').getByRole('button', { name: 'Show that one' }).click();
  await panel(window, 'TWIN').getByRole('button', { name: 'Let it go on' }).click();
  await expect(row(window, 'TWIN')).toContainText('In PIMS');
  await expect(row(window, 'twin')).not.toContainText('Waits for');
});

test('an order called off half way says what is in PIMS, and its draft goes on with it', async ({
  window,
  practice,
}) => {
  practice.setBehaviour({ latency: 100 });
  await submitOrder(window, 'CALLED-OFF', 20);
  await expect(row(window, 'CALLED-OFF').getByText(/^1[2-5] of 21$/)).toBeVisible();
  const submission = panel(window, 'CALLED-OFF');
  await submission.getByRole('button', { name: 'Call off' }).press('Enter');
  const question = window.getByRole('dialog', { name: 'Call the rest off?' });
  await expect(question).toContainText(/\d+ of 20 lines (is|are) in PIMS as order \d+: they stay there/);
  await question.getByRole('button', { name: 'Call off the rest' }).press('Enter');
  await expect(row(window, 'CALLED-OFF')).toContainText('Back in drafts');
  // The button is gone; the focus stays with what it was about.
  await expect(submission.getByRole('heading', { name: 'CALLED-OFF' })).toBeFocused();

  const [order] = bearing(practice, 'CALLED-OFF');
  const number = order?.fields.ORDER_NUMBER ?? '';
  const count = order?.lines.length ?? 0;
  expect(count).toBeLessThan(20);
  await expect(submission).toContainText(`${count} of 20 lines are in PIMS as order ${number}.`);
  await expect(window.getByRole('list', { name: 'Journal' })).toContainText('A person called it off.');

  practice.setBehaviour({ latency: 0 });
  await submission.getByRole('button', { name: 'Open the draft' }).click();
  await expect(
    window.getByText(`Order ${number} is in PIMS already with ${count} of these lines`),
  ).toBeVisible();
  // Padlock and number stand in one line, and would with a number of five digits.
  const tenth = window.getByRole('rowheader').filter({ hasText: /^10$/ });
  await expect(tenth.getByRole('button')).toBeVisible();
  expect(
    await tenth.evaluate((cell) => {
      cell.lastChild?.replaceWith('12345');
      const content = document.createRange();
      content.selectNodeContents(cell);
      const [inner, outer] = [content.getBoundingClientRect(), cell.getBoundingClientRect()];
      return { isCut: inner.left < outer.left || inner.right > outer.right, wraps: outer.height > 30 };
    }),
  ).toEqual({ isCut: false, wraps: false });
  await window.getByRole('button', { name: `Go on with order ${number}` }).click();
  await expect(window.getByText(`Order ${number} is in PIMS`, { exact: true })).toBeVisible();
  expect(quantities(practice, 'CALLED-OFF')).toEqual([oneTo(20)]);
});

test('an order is called off from its draft too, and the draft opens again when that is done', async ({
  window,
  practice,
}) => {
  practice.setBehaviour({ latency: 100 });
  await submitOrder(window, 'FROM-DRAFT', 20);
  const draftId = await window.evaluate(async () => {
    const list = await self.orderDesk.call('outbox.list', {});
    return list.ok ? (list.value[0]?.draftId ?? '') : '';
  });
  await window.evaluate((id) => {
    location.hash = `#/drafts/${id}`;
  }, draftId);
  await expect(window.getByRole('status').filter({ hasText: /Steps in PIMS:.*[3-9] of 21/ })).toBeVisible();
  await window.getByRole('button', { name: 'Call off' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Call off the rest' }).click();
  const [order] = bearing(practice, 'FROM-DRAFT');
  const goOn = window.getByRole('button', { name: `Go on with order ${order?.fields.ORDER_NUMBER ?? ''}` });
  await expect(goOn).toBeVisible();
  await goOn.click();
  await expect(window.getByText(/^Order \d+ is in PIMS$/)).toBeVisible();
  expect(quantities(practice, 'FROM-DRAFT')).toEqual([oneTo(20)]);
});

test('an order that has not begun goes back to its draft at once', async ({ window, practice }) => {
  await practice.stop();
  await submitOrder(window, 'NOT-BEGUN', 1);
  await expect(row(window, 'NOT-BEGUN')).toContainText('Waiting for PIMS');
  await panel(window, 'NOT-BEGUN').getByRole('button', { name: 'Back to draft' }).click();
  await expect(row(window, 'NOT-BEGUN')).toContainText('Back in drafts');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});

test('a paused connection stays paused over a restart, and says so on every screen', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  const before = await first.readyWindow();
  await goTo(before, 'Outbox');
  // With the keys alone: the connection in use is the first, whatever the others are called.
  await before.getByRole('button', { name: 'Pause sending' }).press('Enter');
  await expect(before.getByRole('menuitem', { name: 'Pause Test server' })).toBeFocused();
  await before.keyboard.press('Enter');
  await expect(
    before.getByRole('status').filter({ hasText: 'Sending is paused for Test server' }),
  ).toBeVisible();
  await expect(before.getByRole('button', { name: 'Pause sending' })).toBeFocused();
  await submitOrder(before, 'STAYS', 2);
  await expect(row(before, 'STAYS')).toContainText('Connection paused');
  expect(await seriousFindings(before)).toEqual([]);
  await first.quit();

  const window = await (await launch()).readyWindow();
  await goTo(window, 'Drafts');
  await expect(statusBar(window)).toContainText('Sending is paused for Test server');
  await goTo(window, 'Outbox');
  await expect(row(window, 'STAYS')).toContainText('Connection paused');
  expect(bearing(practice, 'STAYS')).toEqual([]);
  await window.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(row(window, 'STAYS')).toContainText('In PIMS');
  await expect(statusBar(window)).not.toContainText('paused');
  expect(quantities(practice, 'STAYS')).toEqual([['1', '2']]);
});

test('of a line that somebody else changed too, the person says by hand what it is to have', async ({
  window,
  practice,
}) => {
  await submitChange(window, '8', () => practice.updateLine('54321', '1', { QUANTITY: '6' }));
  const submission = panel(window, 'Order 54321');
  await expect(submission).toContainText('Somebody else changed the same line');
  const quantity = submission.getByRole('row', { name: /QUANTITY/ });
  await expect(quantity.getByRole('cell')).toContainText([/\d/, '8', '6', 'What you typed']);
  expect(await seriousFindings(window)).toEqual([]);

  // With the keys alone: asked to choose, then another value, which outlasts a look elsewhere.
  await submission.getByRole('button', { name: 'Send these values' }).focus();
  await window.keyboard.press('Enter');
  const choices = submission.getByRole('radiogroup', { name: 'What is sent as Quantity' });
  await expect(choices.getByRole('radio').first()).toBeFocused();
  await expect(choices).toHaveAccessibleDescription('Choose one.');
  await window.keyboard.press('ArrowUp');
  await expect(choices.getByRole('radio', { name: 'Another value' })).toBeChecked();
  await window.keyboard.press('Tab');
  const other = submission.getByRole('textbox', { name: 'Another value for Quantity' });
  await expect(other).toBeFocused();
  await other.fill('9');
  await goTo(window, 'Drafts');
  await goTo(window, 'Outbox');
  await expect(other).toHaveValue('9');

  await submission.getByRole('button', { name: 'Send these values' }).click();
  await expect(row(window, 'Order 54321')).toContainText('In PIMS');
  expect(practice.order('54321')?.lines[0]?.QUANTITY).toBe('9');
});

test('a line that somebody else changed too can be left as PIMS has it', async ({ window, practice }) => {
  await submitChange(window, '8', () => practice.updateLine('54321', '1', { QUANTITY: '6' }));
  const submission = panel(window, 'Order 54321');
  await submission.getByRole('button', { name: 'Leave the line as PIMS has it' }).click();
  await expect(row(window, 'Order 54321')).toContainText('In PIMS');
  expect(practice.order('54321')?.lines[0]?.QUANTITY).toBe('6');
});

test('what may have arrived goes back to its draft only after a question', async ({ window, practice }) => {
  await settleWithin(window, 5);
  let isDone = false;
  practice.planFault({
    endpoint: 'orders/create',
    fault: { kind: 'drop', when: 'before' },
    matches: () => {
      if (!isDone) practice.addOrder({ REFERENCE_NUMBER: 'DOUBTED', CUSTOMER_CODE: 'M-1000', BNAME: 'Else' });
      isDone = true;
      return true;
    },
  });
  await submitOrder(window, 'DOUBTED', 1, { BNAME: 'Acme Repair' });
  const submission = panel(window, 'DOUBTED');
  await submission.getByRole('button', { name: 'It isn’t there: back to draft' }).click();
  const question = window.getByRole('dialog', { name: 'Is the order really not there?' });
  await expect(question).toContainText('PIMS will have it twice once the draft is submitted again');
  await question.getByRole('button', { name: 'It isn’t there: back to draft' }).click();
  await expect(submission).toContainText('It goes back to its draft once it is known what PIMS has of it.');
  await expect(row(window, 'DOUBTED')).toContainText('Back in drafts');
  expect(quantities(practice, 'DOUBTED')).toEqual([[]]);
});

test('when another copy of the data folder has sent an order, nothing is sent before the person has chosen', async ({
  launch,
  practice,
}) => {
  const first = await launch();
  const before = await first.readyWindow();
  await settleWithin(before, 5);
  await practice.stop();
  const reference = await submitOwn(before);
  await goTo(before, 'Outbox');
  await expect(row(before, reference)).toContainText('Waiting for PIMS');
  await first.quit();

  await practice.start();
  practice.addOrder({ REFERENCE_NUMBER: reference, CUSTOMER_CODE: 'M-1000' });
  const window = await (await launch()).readyWindow();
  await goTo(window, 'Drafts');
  await window
    .getByRole('complementary', { name: 'About the data folder' })
    .getByRole('link', { name: 'Choose in the outbox' })
    .click();
  const choice = window.getByRole('region', { name: 'Nothing is sent from here until you have chosen' });
  await expect(choice).toContainText('another copy of this data folder may be in use');
  const takeBack = choice.getByRole('button', { name: 'The other one sends them: take them back to drafts' });
  // What may have been sent is looked for until the settle time is over, first the order and then its line.
  await expect(choice).toContainText('You can choose in a moment');
  await expect(takeBack).toBeEnabled({ timeout: 30_000 });
  expect(await seriousFindings(window)).toEqual([]);
  await choice.getByRole('button', { name: 'Go on sending from here' }).click();
  const question = window.getByRole('dialog', { name: 'Is the other one no longer used?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await takeBack.click();
  await expect(choice).toBeHidden();
  await expect(row(window, reference)).toContainText('Back in drafts');
  expect(bearing(practice, reference)).toHaveLength(1);
});

test('the outbox is searched and narrowed', async ({ window }) => {
  await submitOrder(window, 'FIND-1', 1);
  await submitOrder(window, 'FIND-2', 1);
  await expect(row(window, 'FIND-.*In PIMS|In PIMS.*FIND-')).toHaveCount(2);
  const search = window.getByRole('searchbox', { name: 'Search the outbox' });
  await search.fill('find-2');
  await expect(row(window, 'FIND-')).toHaveCount(1);
  await search.fill('elsewhere');
  await expect(window.getByText('Nothing found')).toBeVisible();
  await window.getByRole('button', { name: 'Show all' }).click();
  await expect(row(window, 'FIND-')).toHaveCount(2);
  await window.getByText(/^Not finished/).click();
  await expect(window.getByText('Nothing is left to send')).toBeVisible();
});
