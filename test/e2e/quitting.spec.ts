import type { ElectronApplication, Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice-server/practice-server.ts';
import { expect, testWithConnection as test } from './harness/fixtures.ts';
import type { RunningDesk } from './harness/launch.ts';
import { messageBox, messageBoxes, pressButton, recordDialogs } from './harness/message-boxes.ts';
import { startBare } from './harness/start-bare.ts';
import { submitOrder } from './harness/submit-order.ts';
import { chooseTrayItem, recordTray, trayLabels } from './harness/system-tray.ts';
import { closeWindow, expectWindowShown } from './harness/window-state.ts';

/*
 * Closing, quitting, and what goes on without the window.
 */

const keepSending = 'Keep sending in the background';
const quit = 'Quit: they are sent at the next start';

const arrived = (practice: PracticeServer) =>
  practice
    .orders()
    .map(({ fields }) => fields.REFERENCE_NUMBER ?? '')
    .filter((reference) => reference.startsWith('LATER-'))
    .sort();

/** Order Desk with two orders that wait for a PIMS that is away. */
async function launchWithWaiting(
  launch: (options: { preloaded: string[] }) => Promise<RunningDesk>,
  practice: PracticeServer,
): Promise<{ desk: RunningDesk; app: ElectronApplication; window: Page }> {
  const desk = await launch({ preloaded: [recordDialogs] });
  const window = await desk.readyWindow();
  await recordTray(desk.app);
  await practice.stop();
  await submitOrder(window, 'LATER-1');
  await submitOrder(window, 'LATER-2');
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: 2 waiting');
  return { desk, app: desk.app, window };
}

async function openSettings(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click();
}

test('orders go on being sent from the tray, and a second start brings the window back', async ({
  launch,
  practice,
  userDataDir,
}) => {
  const { desk, app, window } = await launchWithWaiting(launch, practice);
  await closeWindow(app, 3);
  expect(await messageBox(app)).toMatchObject({
    message: '2 orders wait for Test server.',
    buttons: [keepSending, quit, 'Cancel'],
    checkboxLabel: 'Remember my choice',
  });
  await app.evaluate(({ app: running }) => running.quit());
  expect(await trayLabels(app)).toBeNull();
  await pressButton(app, keepSending);
  await expectWindowShown(app, false);
  expect(await messageBoxes(app)).toHaveLength(1);
  expect(await trayLabels(app)).toEqual(['Open Order Desk', 'Outbox: 2 waiting', 'Quit']);

  await practice.start();
  await expect.poll(() => arrived(practice), { timeout: 30_000 }).toHaveLength(2);
  await expect.poll(() => trayLabels(app)).toEqual(['Open Order Desk', 'Outbox: nothing waits', 'Quit']);
  await expectWindowShown(app, false);
  expect(desk.isRunning()).toBe(true);

  expect(await startBare(userDataDir)).toBe(0);
  await expectWindowShown(app, true);
  expect(await trayLabels(app)).toBeNull();
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: nothing waits');

  await closeWindow(app);
  await expect.poll(desk.isRunning).toBe(false);
});

test('quitting with orders waiting asks once, and the next start says that it sends them', async ({
  launch,
  practice,
}) => {
  const { desk, app } = await launchWithWaiting(launch, practice);
  for (let press = 0; press < 3; press += 1) await app.evaluate(({ app: running }) => running.quit());
  await messageBox(app);
  expect(await messageBoxes(app)).toHaveLength(1);
  await pressButton(app, quit);
  await expect.poll(desk.isRunning).toBe(false);

  await practice.start();
  const window = await (await launch()).readyWindow();
  await expect(window.getByText('2 orders from last time are being sent, oldest first.')).toBeVisible();
  await expect.poll(() => arrived(practice), { timeout: 30_000 }).toEqual(['LATER-1', 'LATER-2']);
  expect(await window.evaluate(() => self.orderDesk.call('outbox.leftOver', {}))).toEqual({
    ok: true,
    value: { waiting: 0, needsAttention: 0 },
  });
});

test('after Cancel everything is as before, and quitting asks again', async ({ launch, practice }) => {
  const { app } = await launchWithWaiting(launch, practice);
  await closeWindow(app);
  await messageBox(app);
  await pressButton(app, 'Cancel');
  await closeWindow(app);
  await messageBox(app, 2);
  await expectWindowShown(app, true);
});

test('a remembered choice is not asked for again, and Settings shows and changes it', async ({
  launch,
  practice,
}) => {
  const { desk, app, window } = await launchWithWaiting(launch, practice);
  await closeWindow(app);
  await messageBox(app);
  await pressButton(app, keepSending, { ticked: true });
  await expectWindowShown(app, false);
  await chooseTrayItem(app, 'open');
  await expectWindowShown(app, true);
  await openSettings(window);
  const choices = window.getByRole('radiogroup', { name: 'When I close the window while orders wait' });
  await expect(choices.getByRole('radio', { name: keepSending })).toBeChecked();

  await closeWindow(app);
  await expectWindowShown(app, false);
  expect(await messageBoxes(app)).toHaveLength(1);
  // Quitting in so many words is something else than closing the window.
  await chooseTrayItem(app, 'quit');
  expect(await messageBox(app, 2)).toMatchObject({ buttons: [quit, keepSending], checkboxLabel: '' });
  await pressButton(app, keepSending);

  await chooseTrayItem(app, 'outbox');
  await expectWindowShown(app, true);
  await expect(window.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
  await openSettings(window);
  await choices.getByRole('radio', { name: quit }).check();
  await closeWindow(app);
  await expect.poll(desk.isRunning).toBe(false);
});

/** How a system says that the session ends: to everyone, on Linux and macOS, and to Windows' windows. */
const sessionEnds = {
  'a signal': async (app: ElectronApplication) => {
    app.process().kill('SIGTERM');
  },
  'the power monitor': (app: ElectronApplication) =>
    app.evaluate(({ powerMonitor }) => {
      setTimeout(() => powerMonitor.emit('shutdown', { preventDefault: () => undefined }));
    }),
  'the window': (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.emit('session-end'));
    }),
};

for (const [teller, endSession] of Object.entries(sessionEnds)) {
  test(`when the session ends, as ${teller} tells, nobody is asked and the next start goes on`, async ({
    launch,
    practice,
  }) => {
    const { desk, app } = await launchWithWaiting(launch, practice);
    // An open question holds nothing up either.
    await closeWindow(app);
    await messageBox(app);
    await endSession(app);
    await expect.poll(desk.isRunning).toBe(false);

    await practice.start();
    const window = await (await launch()).readyWindow();
    await expect(window.getByText('2 orders from last time are being sent, oldest first.')).toBeVisible();
    await expect.poll(() => arrived(practice), { timeout: 30_000 }).toEqual(['LATER-1', 'LATER-2']);
  });
}

test('a step under way is finished before the session ends, and not sent again', async ({
  launch,
  practice,
}) => {
  const desk = await launch();
  const window = await desk.readyWindow();
  practice.planFault({ endpoint: 'orders/create', fault: { kind: 'slow', ms: 1_500, when: 'after' } });
  const reference = await submitOrder(window, 'LATER-1');
  await expect.poll(() => arrived(practice)).toEqual([reference]);
  desk.app.process().kill('SIGTERM');
  await expect.poll(desk.isRunning).toBe(false);

  const after = await (await launch()).readyWindow();
  await after
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Outbox/ })
    .click();
  await expect(after.getByRole('row', { name: /LATER-1/ })).toContainText('In PIMS');
  const journal = after.getByRole('list', { name: 'Journal' });
  await expect(journal).toContainText('PIMS created order');
  await expect(journal).not.toContainText('It is not known');
  expect(arrived(practice)).toEqual([reference]);
});

test('who wants it has Order Desk in the tray always, and quits from there', async ({ launch }) => {
  const desk = await launch({ preloaded: [recordDialogs] });
  const window = await desk.readyWindow();
  await recordTray(desk.app);
  await openSettings(window);
  await window.getByRole('switch', { name: 'Stay in the tray whenever I close the window' }).check();
  await expect.poll(() => trayLabels(desk.app)).toContain('Outbox: nothing waits');
  await closeWindow(desk.app);
  await expectWindowShown(desk.app, false);
  await chooseTrayItem(desk.app, 'quit');
  await expect.poll(desk.isRunning).toBe(false);
});
