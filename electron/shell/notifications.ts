import { app, Notification } from 'electron';
import type { Announcement } from '../services/announcement-words.ts';

/** The installer gives its shortcut the same name: Windows shows notifications of an application that it knows. */
const WINDOWS_NAME = 'app.orderdesk.desktop';

/** Kept until they are gone: a collected one would not tell of a click. */
const open = new Set<Notification>();

/** Lets Windows know whose notifications they are. */
export function nameForNotifications(): void {
  if (process.platform === 'win32') app.setAppUserModelId(WINDOWS_NAME);
}

/** Shows a notification of the system, if it has any. */
export function showNotification({ title, body }: Announcement, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  const gone = () => open.delete(notification);
  open.add(notification);
  notification.on('click', () => {
    gone();
    onClick();
  });
  notification.on('close', gone).on('failed', gone);
  notification.show();
}
