import type { ElectronApplication } from '@playwright/test';

/** What a notification of the system says. */
export interface ShownNotification {
  readonly title: string;
  readonly body: string;
}

/** Notes the system's notifications from now on, instead of showing them where no test looks. */
export async function recordNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Reflect.set(globalThis, 'shownNotifications', shown);
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this);
    };
  });
}

/** Every notification so far, oldest first. */
export function shownNotifications(app: ElectronApplication): Promise<ShownNotification[]> {
  return app.evaluate(() => {
    const shown = Reflect.get(globalThis, 'shownNotifications') as Electron.Notification[];
    return shown.map(({ title, body }) => ({ title, body }));
  });
}

/** Clicks the latest notification. */
export async function clickNotification(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const shown = Reflect.get(globalThis, 'shownNotifications') as Electron.Notification[];
    shown.at(-1)?.emit('click');
  });
}
