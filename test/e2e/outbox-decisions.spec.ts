import type { Locator, Page } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { fillCell, goToCell } from './harness/line-grid.ts';
import { loseWhile } from './harness/lose-while.ts';
import { bearing, quantities } from './harness/orders-of.ts';

const main = (window: Page): Locator => window.getByRole('main');
const row = (window: Page, reference: string): Locator =>
  window.getByRole('table', { name: 'Outbox' }).getByRole('row', { name: new RegExp(reference) });
const panel = (window: Page, reference: string): Locator =>
  window.getByRole('region', { name: `Submission ${reference}` });

/** Submits an order of lines of quantities 1, 2, … below the screens, as they would, and goes to the outbox. */
async function submitOrder(window: Page, reference: string, lineCount = 2): Promise<void> {
  await window.evaluate(
    async ({ reference, lineCount }) => {
      const call = self.orderDesk.call;
      const valueIn = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const { id } = valueIn(await call('drafts.create', {}));
      const lines = Array.from({ length: lineCount }, (_, index) => ({
        kind: 'insert-line' as const,
        lineId: `line-${index + 1}`,
        after: index === 0 ? null : `line-${index}`,
        fields: { DESCRIPTION: 'Screen protector', QUANTITY: String(index + 1) },
      }));
      const header = { CUSTOMER_CODE: 'M-1000', BNAME: 'Acme Repair', REFERENCE_NUMBER: reference };
      const fields = Object.entries(header).map(([field, value]) => ({
        kind: 'set-header' as const,
        field,
        value,
      }));
      valueIn(await call('drafts.edit', { id, edits: [...fields, ...lines] }));
      valueIn(await call('drafts.submit', { id }));
      location.hash = '#/outbox';
    },
    { reference, lineCount },
  );
  await expect(window.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
}

test('an order whose answer is lost is found in PIMS by itself and not sent again', async ({
  window,
  practice,
}) => {
  practice.planFault({ endpoint: 'orders/create', fault: { kind: 'drop', when: 'after' } });
  await submitOrder(window, 'LOST-ANSWER');
  await expect(row(window, 'LOST-ANSWER')).toContainText('3 of 3');
  await expect(row(window, 'LOST-ANSWER')).toContainText('In PIMS');
  expect(quantities(practice, 'LOST-ANSWER')).toEqual([['1', '2']]);
  expect(practice.billedRequests()['orders/create']).toBe(1);
  const journal = window.getByRole('list', { name: 'Journal' });
  await expect(journal).toContainText('has arrived in PIMS. It is not sent again.');
});

test('of two lines that may be it, the person says which one it is, and the order goes on behind it', async ({
  window,
  practice,
}) => {
  loseWhile(practice, 'orders/line_item', { applied: true }, () => {
    const [order] = bearing(practice, 'TWO-LINES');
    practice.addLine(String(order?.fields.ORDER_NUMBER), { DESCRIPTION: 'Screen protector', QUANTITY: '1' });
  });
  await submitOrder(window, 'TWO-LINES');
  const submission = panel(window, 'TWO-LINES');
  await expect(submission).toContainText('It is not known whether a line of this order arrived');
  await expect(submission.getByRole('columnheader')).toContainText([
    'Field',
    'What we sent',
    'PIMS: Line 1',
    'PIMS: Line 2',
  ]);
  await expect(submission.getByRole('button', { name: 'Back to draft', exact: true })).toHaveCount(0);

  await submission.getByRole('button', { name: 'It is this one: Line 2' }).focus();
  await window.keyboard.press('Enter');
  const question = window.getByRole('dialog', { name: 'Line 2 is it?' });
  await expect(question).toContainText('the 1 line after it follows');
  await question.getByRole('button', { name: 'It is line 2' }).focus();
  await window.keyboard.press('Enter');
  await expect(row(window, 'TWO-LINES')).toContainText('3 of 3');
  await expect(submission.getByRole('heading', { name: 'TWO-LINES' })).toBeFocused();
  expect(quantities(practice, 'TWO-LINES')).toEqual([['1', '1', '2']]);
});

test('an order that PIMS has in another form is taken for it by hand, and then as it is', async ({
  window,
  practice,
}) => {
  loseWhile(practice, 'orders/create', { applied: false }, () => {
    practice.addOrder({ REFERENCE_NUMBER: 'OTHER-FORM', CUSTOMER_CODE: 'M-1000', BNAME: 'Acme Ltd' });
  });
  await submitOrder(window, 'OTHER-FORM');
  const submission = panel(window, 'OTHER-FORM');
  const number = () => bearing(practice, 'OTHER-FORM')[0]?.fields.ORDER_NUMBER ?? '';
  await expect(submission.getByRole('row', { name: /BNAME/ })).toContainText('differs: Acme Ltd');
  const reference = submission.getByRole('row', { name: /REFERENCE_NUMBER/ });
  await expect(reference).not.toContainText('differs');
  // Where its column is too narrow, the raw name goes on in the next line after the underscore.
  await expect(reference.getByText('REFERENCE_NUMBER').locator('wbr')).toHaveCount(1);

  await submission.getByRole('button', { name: `It is this one: Order ${number()}` }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: `It is order ${number()}` })
    .click();
  const differing = submission.getByRole('region', { name: 'What differs in PIMS' });
  await expect(differing.getByRole('row')).toHaveText([/Where/, /The order.*BNAME\s*Acme Repair\s*Acme Ltd/]);
  await submission.getByRole('button', { name: 'Take it as it is' }).click();
  await expect(row(window, 'OTHER-FORM')).toContainText('In PIMS');
  expect(quantities(practice, 'OTHER-FORM')).toEqual([['1', '2']]);
});

test('what isn’t there is sent only after a question, and is looked for once more before', async ({
  window,
  practice,
}) => {
  loseWhile(practice, 'orders/create', { applied: false }, () => {
    practice.addOrder({ REFERENCE_NUMBER: 'NOT-THERE', CUSTOMER_CODE: 'M-1000', BNAME: 'Somebody else' });
  });
  await submitOrder(window, 'NOT-THERE');
  const submission = panel(window, 'NOT-THERE');
  const send = submission.getByRole('button', { name: 'It isn’t there: send it' });
  await send.click();
  const question = window.getByRole('dialog', { name: 'Is the order really not there?' });
  await expect(question).toContainText('PIMS will have it twice');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(send).toBeFocused();
  // Enter held down asks, and does not answer as well.
  await window.keyboard.down('Enter');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await window.keyboard.down('Enter');
  await window.keyboard.up('Enter');
  await expect(question).toHaveCount(0);
  await expect(row(window, 'NOT-THERE')).toContainText('Not known if it arrived');
  await send.click();
  await question.getByRole('button', { name: 'It isn’t there: send it' }).click();
  await expect(row(window, 'NOT-THERE')).toContainText('Checking whether it arrived');
  await expect(submission.getByRole('button', { name: /again|retry|send|draft/i })).toHaveCount(0);
  await expect(main(window).getByRole('button', { name: 'Try now' })).toHaveCount(0);
});

test('an order of which PIMS refused a line is corrected in its draft and goes on under its number', async ({
  window,
  practice,
}) => {
  practice.planFault({
    endpoint: 'orders/line_item',
    skip: 1,
    fault: { kind: 'bad-request', message: 'QUANTITY is more than the stock of 1' },
  });
  await submitOrder(window, 'REFUSED-LINE', 3);
  const submission = panel(window, 'REFUSED-LINE');
  await expect(submission).toContainText('PIMS refused a line of this order');
  await expect(submission.getByRole('row', { name: /QUANTITY/ })).toContainText('PIMS names this field');
  const number = bearing(practice, 'REFUSED-LINE')[0]?.fields.ORDER_NUMBER ?? '';
  await submission.getByRole('button', { name: 'Back to draft' }).click();
  await submission.getByRole('button', { name: 'Open the draft' }).click();

  await expect(
    window.getByText(`Order ${number} is in PIMS already with 1 of these lines; submitting goes on with it.`),
  ).toBeVisible();
  await expect(window.getByLabel('Customer code')).toHaveJSProperty('readOnly', true);
  await expect(await goToCell(window, 1, 'QUANTITY')).toHaveJSProperty('readOnly', true);
  await expect(window.getByRole('button', { name: /^In PIMS already, in order/ })).toHaveCount(1);
  await (await goToCell(window, 1, 'QUANTITY')).press('Control+Shift+Delete');
  await fillCell(window, 2, 'QUANTITY', '9');
  await window.getByRole('button', { name: `Go on with order ${number}` }).click();
  await expect(main(window).getByText(`Order ${number} is in PIMS`, { exact: true })).toBeVisible();
  expect(bearing(practice, 'REFUSED-LINE').map(({ fields }) => fields.ORDER_NUMBER)).toEqual([number]);
  expect(quantities(practice, 'REFUSED-LINE')).toEqual([['1', '9', '3']]);
});

test('a reference that PIMS has is asked about before the order is queued', async ({ window, practice }) => {
  const { fields } = practice.addOrder({ REFERENCE_NUMBER: 'TAKEN-1', CUSTOMER_CODE: 'M-1000' });
  await window.getByRole('link', { name: 'New order', exact: true }).click();
  await window.getByLabel('Customer code').fill('M-1000');
  await window.getByLabel('Reference').fill('TAKEN-1');
  await fillCell(window, 1, 'DESCRIPTION', 'Screen protector');
  await fillCell(window, 1, 'QUANTITY', '1');
  const submit = window.getByRole('button', { name: 'Submit order' });
  await submit.click();
  const question = window.getByRole('dialog', { name: 'Submit with a reference that is in use?' });
  await expect(question).toContainText(
    `The reference TAKEN-1 is already in PIMS as order ${fields.ORDER_NUMBER}.`,
  );
  await expect(question.getByRole('button', { name: 'Change the reference' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByLabel('Reference')).toBeFocused();
  expect(bearing(practice, 'TAKEN-1')).toHaveLength(1);

  await submit.click();
  await question.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(main(window).getByText(/^Order \S+ is in PIMS$/)).toBeVisible();
  expect(quantities(practice, 'TAKEN-1')).toEqual([[], ['1']]);
});

test('a reference that turns out to be in use before anything was sent is decided in the outbox', async ({
  window,
  practice,
}) => {
  await practice.stop();
  await submitOrder(window, 'TAKEN-2');
  await expect(row(window, 'TAKEN-2')).toContainText('Waiting for PIMS');
  const { fields } = practice.addOrder({ REFERENCE_NUMBER: 'TAKEN-2', CUSTOMER_CODE: 'M-1000' });
  await practice.start();
  await main(window).getByRole('button', { name: 'Try now' }).click();
  const submission = panel(window, 'TAKEN-2');
  await expect(submission).toContainText('The reference is in use: nothing was sent yet');
  await expect(submission.getByRole('columnheader')).toContainText([
    'Field',
    'What would be sent',
    `PIMS: Order ${fields.ORDER_NUMBER}`,
  ]);
  await submission.getByRole('button', { name: 'Send it all the same' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Send it all the same' }).click();
  await expect(row(window, 'TAKEN-2')).toContainText('3 of 3');
  expect(quantities(practice, 'TAKEN-2')).toEqual([[], ['1', '2']]);
});
