import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { loseWhile } from '../e2e/harness/lose-while.ts';
import { bearing } from '../e2e/harness/orders-of.ts';
import { submitChange } from './harness/change-line.ts';
import { goTo, takeLooks } from './harness/looks.ts';
import { choose, rowOf, submitOrders } from './harness/submissions.ts';

test('what needs attention', async ({ desk, window, practice }) => {
  await goTo(window, 'Outbox');
  const take = async (reference: string, name: string) => {
    await expect(rowOf(window, reference)).toContainText(
      /Needs attention|Not known|In PIMS|Differs|Refused|Somebody|in use/,
    );
    await choose(window, reference);
    await expect(
      window.getByRole('region', { name: `Submission ${reference}` }).getByText('Loading'),
    ).toHaveCount(0);
    await takeLooks(desk, window, name);
  };

  loseWhile(practice, 'orders/create', { applied: false }, () => {
    practice.addOrder({ REFERENCE_NUMBER: 'UNSURE', CUSTOMER_CODE: 'M-1000', BNAME: 'Acme Ltd' });
    practice.addOrder({ REFERENCE_NUMBER: 'UNSURE', CUSTOMER_CODE: 'M-1000', BNAME: 'Acme Repair' });
    practice.addOrder({ REFERENCE_NUMBER: 'UNSURE', CUSTOMER_CODE: 'M-1000', BNAME: 'Acme Repair' });
  });
  await submitOrders(window, [{ reference: 'UNSURE' }]);
  await take('UNSURE', 'attention-unsure-order');
  await window.getByRole('button', { name: 'It isn’t there: send it' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await takeLooks(desk, window, 'attention-unsure-order-question');
  await window.keyboard.press('Escape');

  practice.clearFaults();
  loseWhile(practice, 'orders/line_item', { applied: true }, () => {
    const [order] = bearing(practice, 'LINES');
    practice.addLine(String(order?.fields.ORDER_NUMBER), { DESCRIPTION: 'Screen protector', QUANTITY: '1' });
  });
  await submitOrders(window, [{ reference: 'LINES', lines: 3 }]);
  await take('LINES', 'attention-unsure-line');

  practice.clearFaults();
  practice.planFault({
    endpoint: 'orders/line_item',
    skip: 1,
    fault: { kind: 'bad-request', message: 'QUANTITY is more than the stock of 1' },
  });
  await submitOrders(window, [{ reference: 'REFUSED-LINE', lines: 3 }]);
  await take('REFUSED-LINE', 'attention-refused-line');
  await submitOrders(window, [{ reference: 'NO-CUSTOMER', customerCode: 'NO-SUCH' }]);
  await take('NO-CUSTOMER', 'attention-refused-order');

  let isDone = false;
  practice.planFault({
    endpoint: 'orders/line_item',
    fault: { kind: 'slow', ms: 1, when: 'after' },
    matches: () => {
      const [order] = bearing(practice, 'DIFFERS');
      if (isDone || order?.lines.length !== 1) return false;
      practice.updateLine(String(order.fields.ORDER_NUMBER), '1', { QUANTITY: '99' });
      isDone = true;
      return true;
    },
  });
  await submitOrders(window, [{ reference: 'DIFFERS' }]);
  await take('DIFFERS', 'attention-differs');

  practice.clearFaults();
  // Somebody else uses the reference after it was submitted and before it could be sent.
  await practice.stop();
  await submitOrders(window, [{ reference: 'IN-USE' }]);
  await expect(rowOf(window, 'IN-USE')).toContainText('Waiting for PIMS');
  practice.addOrder({ REFERENCE_NUMBER: 'IN-USE', CUSTOMER_CODE: 'M-1000' });
  await practice.start();
  await window.getByRole('main').getByRole('button', { name: 'Try all now' }).click();
  await take('IN-USE', 'attention-reference-in-use');

  await submitChange(window, '8', () => practice.updateLine('54321', '1', { QUANTITY: '6' }));
  await take('Order 54321', 'attention-conflict');

  await submitOrders(window, [{ reference: 'WELL' }]);
  await expect(rowOf(window, 'WELL')).toContainText('In PIMS');
  await take('WELL', 'journal');
});
