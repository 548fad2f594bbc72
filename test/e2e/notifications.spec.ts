import type { ElectronApplication } from '@playwright/test';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import { chooseMenuItem } from './harness/menu.ts';
import { submitOrder } from './harness/submit-order.ts';
import {
  clickNotification,
  recordNotifications,
  shownNotifications,
} from './harness/system-notifications.ts';
import { closeWindow, expectWindowShown } from './harness/window-state.ts';

/*
 * What a person is told through the system while the window is not before them, and what wakes the outbox.
 */

const titles = async (app: ElectronApplication) => (await shownNotifications(app)).map(({ title }) => title);

test('orders that arrive while the window is away are announced together', async ({
  desk,
  window,
  practice,
}) => {
  await recordNotifications(desk.app);
  await window.evaluate(() => self.orderDesk.call('preferences.change', { keepInTray: true }));
  await practice.stop();
  for (const reference of ['AWAY-1', 'AWAY-2', 'AWAY-3']) await submitOrder(window, reference);
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: 3 waiting');
  await closeWindow(desk.app);
  await expectWindowShown(desk.app, false);
  await practice.start();

  const announced = async () =>
    (await titles(desk.app)).reduce((sum, title) => sum + Number(/^(\d+) orders/.exec(title)?.[1] ?? 1), 0);
  await expect.poll(announced, { timeout: 60_000 }).toBe(3);
  expect((await titles(desk.app)).length).toBeLessThan(3);
});

test('a refused order is announced, and a click leads to it', async ({ desk, window }) => {
  await recordNotifications(desk.app);
  await window.evaluate(() => self.orderDesk.call('preferences.change', { keepInTray: true }));
  await closeWindow(desk.app);
  await expectWindowShown(desk.app, false);
  await submitOrder(window, 'REFUSED-1', 'NO-SUCH-CUSTOMER');
  await expect.poll(() => titles(desk.app)).toEqual(['Order REFUSED-1 needs attention']);
  const [{ body } = { body: '' }] = await shownNotifications(desk.app);
  expect(body).toMatch(/^PIMS refused it: .*NO-SUCH-CUSTOMER/);

  await clickNotification(desk.app);
  await expectWindowShown(desk.app, true);
  await expect(window.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
  await expect(
    window.getByRole('table', { name: 'Outbox' }).getByRole('row', { name: /REFUSED-1/ }),
  ).toContainText('Needs attention');
});

test('nothing is announced that was seen', async ({ desk, window }) => {
  await recordNotifications(desk.app);
  await window.evaluate(() => self.orderDesk.call('preferences.change', { keepInTray: true }));
  await chooseMenuItem(desk.app, 'go-outbox');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await expect
    .poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()))
    .toBe(true);
  await submitOrder(window, 'SEEN-1');
  await expect(window.getByRole('row', { name: /SEEN-1/ })).toContainText('In PIMS');
  await closeWindow(desk.app);
  await expectWindowShown(desk.app, false);
  await submitOrder(window, 'UNSEEN-1');
  await expect.poll(() => titles(desk.app)).toEqual([expect.stringMatching(/\(UNSEEN-1\)$/)]);
});

test('the machine that wakes up asks PIMS again', async ({ desk, window, practice }) => {
  // Where a network's sign-in page stands in for PIMS, nothing is tried again by itself. Submitting asks, and then the outbox.
  practice.planFault({ endpoint: 'orders/query', times: 2, fault: { kind: 'sign-in-page' } });
  await submitOrder(window, 'SLEPT-1');
  await chooseMenuItem(desk.app, 'go-outbox');
  const row = window.getByRole('row', { name: /SLEPT-1/ });
  await expect(row).toContainText('Held');
  await desk.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  await expect(row).toContainText('In PIMS');
});

test('the machine that wakes up leaves PIMS the pause that it asked for, unlike a person', async ({
  desk,
  window,
  practice,
}) => {
  practice.planFault({ endpoint: 'orders/create', fault: { kind: 'rate-limited', retryAfter: 3_600 } });
  await submitOrder(window, 'SLOWED-1');
  await chooseMenuItem(desk.app, 'go-outbox');
  const row = window.getByRole('row', { name: /SLOWED-1/ });
  await expect(row).toContainText('Waiting for PIMS');
  const requests = practice.requests().length;
  await desk.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  // Answered behind it: whatever the wake did is done.
  await submitOrder(window, 'SLOWED-2');
  await expect(window.getByRole('row', { name: /SLOWED-2/ })).toContainText('Waiting for PIMS');
  expect(
    practice
      .requests()
      .slice(requests)
      .filter(({ method }) => method === 'PUT'),
  ).toEqual([]);
  await window.getByRole('button', { name: 'Try all now' }).click();
  for (const one of [row, window.getByRole('row', { name: /SLOWED-2/ })]) {
    await expect(one).toContainText('In PIMS');
  }
});
