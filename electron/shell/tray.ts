/// <reference types="electron-vite/node" />
import { Menu, type NativeImage, nativeImage, Tray } from 'electron';
import smallIcon from '../../build/icons/16x16.png?asset';
import largeIcon from '../../build/icons/32x32.png?asset';
import { outboxWords } from '../../shared/outbox/outbox-words.ts';
import type { DeskStatus } from '../../shared/status.ts';
import type { Log } from '../log.ts';
import { type TrayActions, trayMenuTemplate } from './tray-menu-template.ts';

/** The icon in the system's tray: there only while it is shown, and true to what waits. */
export interface TrayIcon {
  setShown(isShown: boolean): void;
  setOutbox(outbox: DeskStatus['outbox']): void;
}

/** Where a system has no tray, nothing is shown: a second start brings the window back. */
export function createTrayIcon(actions: TrayActions, log: Log): TrayIcon {
  let tray: Tray | null = null;
  let outbox: DeskStatus['outbox'] = { waiting: 0, needsYou: 0 };

  function draw(): void {
    // A menu that is in use can't be changed: Linux wants a new one.
    tray?.setContextMenu(Menu.buildFromTemplate(trayMenuTemplate(outbox, actions)));
    tray?.setToolTip(`Order Desk. Outbox: ${outboxWords(outbox)}`);
  }

  return {
    setShown(isShown) {
      if (isShown === (tray !== null)) return;
      if (tray !== null) {
        tray.destroy();
        tray = null;
        return;
      }
      try {
        tray = new Tray(trayImage());
        tray.on('click', () => actions.open());
        draw();
      } catch (error) {
        log.warn('The tray could not be used', { error });
      }
    },
    setOutbox(present) {
      if (present.waiting === outbox.waiting && present.needsYou === outbox.needsYou) return;
      outbox = present;
      draw();
    },
  };
}

/**
 * Linux scales one image; the others take the small one, or the large one on a dense display. The build puts both beside
 * the code, so that they are found in the package as well.
 */
function trayImage(): NativeImage {
  const large = nativeImage.createFromPath(largeIcon);
  if (large.isEmpty()) throw new Error(`There is no picture in ${largeIcon}`);
  if (process.platform === 'linux') return large;
  const image = nativeImage.createFromPath(smallIcon);
  image.addRepresentation({ scaleFactor: 2, buffer: large.toPNG() });
  return image;
}
