import { writeFile } from 'node:fs/promises';
import { expect, testWithConnection as test } from '../e2e/harness/fixtures.ts';
import { messageBox, pressButton, recordDialogs } from '../e2e/harness/message-boxes.ts';
import { recordTray, trayLabels } from '../e2e/harness/system-tray.ts';
import { closeWindow, expectWindowShown } from '../e2e/harness/window-state.ts';
import { goTo, takeLooks, wordsFile } from './harness/looks.ts';
import { submitOrders } from './harness/submissions.ts';

/** The system draws the question and the tray, so their words are noted beside the pictures. */
test('closing with orders waiting', async ({ launch, practice }) => {
  const desk = await launch({ preloaded: [recordDialogs] });
  const window = await desk.readyWindow();
  await recordTray(desk.app);
  await practice.stop();
  await submitOrders(window, [{ reference: 'LATER-1' }, { reference: 'LATER-2' }]);
  await expect(window.getByRole('contentinfo')).toContainText('Outbox: 2 waiting');
  await closeWindow(desk.app);
  const question = await messageBox(desk.app);
  await pressButton(desk.app, 'Keep sending in the background', { ticked: true });
  await expectWindowShown(desk.app, false);
  const tray = await trayLabels(desk.app);
  await writeFile(wordsFile('closing'), JSON.stringify({ question, tray }, null, 2));
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await goTo(window, 'Settings');
  const choices = window.getByRole('radiogroup', { name: 'When I close the window while orders wait' });
  await choices.scrollIntoViewIfNeeded();
  await takeLooks(desk, window, 'closing-remembered');
  await desk.quit();

  await practice.start();
  const next = await launch();
  const later = await next.readyWindow();
  await expect(later.getByText('2 orders from last time are being sent, oldest first.')).toBeVisible();
  await takeLooks(next, later, 'closing-next-start');
});
