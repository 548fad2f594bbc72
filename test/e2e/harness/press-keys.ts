import type { ElectronApplication, Page } from '@playwright/test';

/**
 * Presses keys such as `Control+Enter` as a person would. Keys that Playwright presses never reach the application menu,
 * so what Electron does with a key that the page leaves alone is done here: the menu item bound to it is chosen.
 * Answers the id of that item, or null when the page kept the keys or no item has them.
 */
export async function pressKeys(
  app: ElectronApplication,
  window: Page,
  keys: string,
): Promise<string | null> {
  const kept = await window.evaluateHandle(() => {
    const state = { prevented: false };
    addEventListener(
      'keydown',
      function note(event) {
        if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
        removeEventListener('keydown', note, true);
        // Once every listener has had it.
        setTimeout(() => {
          state.prevented = event.defaultPrevented;
        });
      },
      true,
    );
    return state;
  });
  await window.keyboard.press(keys);
  // A timer set after the one above ends after it.
  await window.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  if (await kept.evaluate((state) => state.prevented)) return null;
  return app.evaluate(({ BrowserWindow, Menu }, pressed) => {
    const normal = (accelerator: string) =>
      accelerator
        .replace(/CommandOrControl|CmdOrCtrl|Control/i, 'Ctrl')
        .toUpperCase()
        .split('+')
        .sort()
        .join('+');
    const all = (menu: Electron.Menu | null): Electron.MenuItem[] =>
      menu?.items.flatMap((item) => [item, ...all(item.submenu ?? null)]) ?? [];
    const item = all(Menu.getApplicationMenu()).find(
      // The keys of roles (copy, paste, undo …) are ones that the page itself acts on.
      ({ accelerator, role }) =>
        role === undefined && typeof accelerator === 'string' && normal(accelerator) === normal(pressed),
    );
    if (item === undefined || !item.enabled) return null;
    const target = BrowserWindow.getAllWindows()[0];
    item.click(undefined, target, target?.webContents);
    return item.id;
  }, keys);
}
