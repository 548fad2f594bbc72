import type { Session } from 'electron';
import { originOf } from './origin.ts';

/**
 * Denies what a page can ask of the machine: camera, place, devices, notifications, downloads and the rest. One thing
 * is granted, and to our own page alone: writing text to the clipboard after a person's gesture, for Copy buttons. Reading it is
 * not; "Paste" in a menu goes through the call app.paste, which does what Ctrl+V does.
 */
export function restrictPermissions(session: Session, ownOrigin: string): void {
  const isGranted = (permission: string, origin: string, isMainFrame: boolean) =>
    permission === 'clipboard-sanitized-write' && isMainFrame && originOf(origin) === ownOrigin;

  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isGranted(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isGranted(permission, origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
}
