import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { dataFolderIn, logFileIn } from '../../electron/shell/app-folders.ts';
import { expect, test } from './harness/fixtures.ts';
import { chooseMenuItem } from './harness/menu.ts';
import { messageBox, pressButton, recordDialogs } from './harness/message-boxes.ts';
import { startBare } from './harness/start-bare.ts';

/*
 * Starting, being the only one, failing in words, and ending.
 */

const bounds = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? null);

test('the window comes back where it was', async ({ launch }) => {
  const first = await launch();
  await first.readyWindow();
  const place = { x: 120, y: 90, width: 1000, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, place);
  await expect.poll(() => bounds(first.app)).toEqual(place);
  await first.quit();

  const second = await launch();
  await second.readyWindow();
  expect(await bounds(second.app)).toEqual(place);
});

test('a second start tells the first one and ends', async ({ desk, window, userDataDir }) => {
  await desk.app.evaluate(({ app }) => {
    app.once('second-instance', () => Reflect.set(globalThis, 'secondStart', true));
  });
  expect(await startBare(userDataDir)).toBe(0);
  await expect
    .poll(() => desk.app.evaluate(() => Reflect.get(globalThis, 'secondStart') ?? false))
    .toBe(true);
  expect(await window.evaluate(() => self.orderDesk.call('app.info', {}))).toMatchObject({ ok: true });
});

test('a start that fails says why in words, and ends', async ({ launch, userDataDir }) => {
  const dataFolder = dataFolderIn(userDataDir);
  // A folder where its own lock should be: nothing that Order Desk could mend by itself.
  await mkdir(join(dataFolder, 'in-use.lock'), { recursive: true });
  const desk = await launch({ preloaded: [recordDialogs] });
  const box = await messageBox(desk.app);
  expect(box.message).toBe('Order Desk can’t start.');
  expect(box.detail).toContain(logFileIn(dataFolder));
  expect(box.detail).not.toMatch(/\bat .+:\d+|Error:/);
  expect(await readFile(logFileIn(dataFolder), 'utf8')).toContain('The start failed');
  await pressButton(desk.app, 'Quit');
  await expect.poll(desk.isRunning).toBe(false);
});

test('a page whose process ends can be loaded anew', async ({ launch }) => {
  const desk = await launch({ preloaded: [recordDialogs] });
  const window = await desk.readyWindow();
  await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.once('did-finish-load', () => Reflect.set(globalThis, 'loadedAnew', true));
    contents?.forcefullyCrashRenderer();
  });
  expect(await messageBox(desk.app)).toMatchObject({ buttons: ['Reload', 'Quit'] });
  await pressButton(desk.app, 'Reload');
  await expect.poll(() => desk.app.evaluate(() => Reflect.get(globalThis, 'loadedAnew') ?? false)).toBe(true);
  const answer = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`orderDesk.call('app.info', {})`),
  );
  expect(answer).toMatchObject({ ok: true });
  expect(window.isClosed()).toBe(false);
});

test('the title bar follows the appearance that was chosen', async ({ desk, window }) => {
  const theme = () => desk.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  expect(await theme()).toBe('system');
  await window.evaluate(() => self.orderDesk.call('preferences.change', { appearance: 'dark' }));
  expect(await theme()).toBe('dark');
});

test('what the menu says reaches the page', async ({ desk, window }) => {
  await window.evaluate(() => {
    self.orderDesk.on('command', ({ name }) => Reflect.set(self, 'heard', name));
  });
  await chooseMenuItem(desk.app, 'go-drafts');
  await expect.poll(() => window.evaluate(() => Reflect.get(self, 'heard'))).toBe('go-drafts');
});

test('an order CSV is written where the person says', async ({ desk, window, userDataDir }) => {
  const target = join(userDataDir, 'orders of today.csv');
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  const result = await window.evaluate(() =>
    self.orderDesk.call('orders.exportCsv', {
      columns: ['ORDER_NUMBER', 'BNAME'],
      rows: [{ ORDER_NUMBER: '00071', BNAME: '=1+1' }],
    }),
  );
  expect(result).toEqual({ ok: true, value: { savedAs: target } });
  expect(await readFile(target, 'utf8')).toContain('ORDER_NUMBER,BNAME\r\n00071,"\'=1+1"\r\n');
});
