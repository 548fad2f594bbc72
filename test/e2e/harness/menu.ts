import type { ElectronApplication } from '@playwright/test';
import type { MenuCommand } from '../../../shared/ipc/menu-commands.ts';

/**
 * Chooses a menu item, as its keys do: the menu alone binds them, and keys that Playwright presses never reach it. A held
 * key chooses it several `times` in a row.
 */
export async function chooseMenuItem(app: ElectronApplication, id: MenuCommand, times = 1): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow, Menu }, chosen) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(chosen.id);
      if (!item) throw new Error(`The menu has no item ${chosen.id}.`);
      const target = BrowserWindow.getAllWindows()[0];
      for (let press = 0; press < chosen.times; press += 1)
        item.click(undefined, target, target?.webContents);
    },
    { id, times },
  );
}
