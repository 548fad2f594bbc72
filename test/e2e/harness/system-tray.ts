import type { ElectronApplication } from '@playwright/test';

/** Notes the tray's menus from now on. What a person sees of the tray is drawn by the system, where no test looks. */
export async function recordTray(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray }) => {
    const setContextMenu = Tray.prototype.setContextMenu;
    Tray.prototype.setContextMenu = function (this: Electron.Tray, menu: Electron.Menu | null) {
      Reflect.set(globalThis, 'recordedTray', { tray: this, menu });
      setContextMenu.call(this, menu);
    };
  });
}

interface RecordedTray {
  readonly tray: Electron.Tray;
  readonly menu: Electron.Menu;
}

/** What the tray's menu offers; null when there is no icon in the tray. */
export function trayLabels(app: ElectronApplication): Promise<string[] | null> {
  return app.evaluate(() => {
    const recorded = Reflect.get(globalThis, 'recordedTray') as RecordedTray | undefined;
    if (recorded === undefined || recorded.tray.isDestroyed()) return null;
    return recorded.menu.items.flatMap(({ label }) => (label === '' ? [] : [label]));
  });
}

/** Chooses an item of the tray's menu. */
export async function chooseTrayItem(
  app: ElectronApplication,
  id: 'open' | 'outbox' | 'quit',
): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const { menu } = Reflect.get(globalThis, 'recordedTray') as RecordedTray;
    // Later, so that this call is answered even if the item ends the application.
    setTimeout(() => menu.getMenuItemById(wanted)?.click());
  }, id);
}
