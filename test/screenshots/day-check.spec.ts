import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { bearing } from '../e2e/harness/orders-of.ts';
import { goTo, takeLooks } from './harness/looks.ts';
import { rowOf, submitOrders } from './harness/submissions.ts';

test('the day check', async ({ desk, window, practice }) => {
  await goTo(window, 'Outbox');
  await submitOrders(
    window,
    Array.from({ length: 30 }, (_, index) => ({ reference: `DAY-${index + 1}`, lines: (index % 4) + 1 })),
  );
  await submitOrders(window, [{ reference: 'REFUSED', customerCode: 'NO-SUCH' }]);
  await expect(rowOf(window, 'REFUSED')).toContainText('Needs attention');
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: 1 needs you', {
    timeout: 30_000,
  });
  const [changed] = bearing(practice, 'DAY-2');
  practice.updateLine(String(changed?.fields.ORDER_NUMBER), '2', { QUANTITY: '15' });
  const [added] = bearing(practice, 'DAY-3');
  practice.addLine(String(added?.fields.ORDER_NUMBER), { DESCRIPTION: 'Somebody else’s', QUANTITY: '4' });
  await window.getByRole('button', { name: 'Day check' }).click();
  await expect(window.getByRole('row', { name: /DAY-30/ })).toBeVisible();
  await takeLooks(desk, window, 'day-check-before');
  practice.planFault({ fault: { kind: 'hang' }, endpoint: 'orders/single', skip: 12, times: 'always' });
  await window.getByRole('button', { name: /^Check against PIMS/ }).click();
  await expect(window.getByText(/^12 of 30/)).toBeVisible();
  await takeLooks(desk, window, 'day-check-running');
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('button', { name: /^Check the rest/ })).toBeVisible();
  await takeLooks(desk, window, 'day-check-cancelled');
  practice.clearFaults();
  await practice.stop();
  await window.getByRole('button', { name: /^Check the rest/ }).click();
  await expect(window.getByRole('main').getByRole('alert')).toBeVisible();
  await takeLooks(desk, window, 'day-check-error');
  await practice.start();
  await window.getByRole('button', { name: /^Check the rest/ }).click();
  await expect(window.getByRole('button', { name: /^Check all again/ })).toBeVisible();
  await window.getByRole('row', { name: /DAY-2\b/ }).click();
  await takeLooks(desk, window, 'day-check-done');
  await window.getByText('From – to', { exact: true }).click();
  await window.getByLabel('From', { exact: true }).fill('2026-01-02');
  await window.getByLabel('To', { exact: true }).fill('2026-01-01');
  await takeLooks(desk, window, 'day-check-period');
});
