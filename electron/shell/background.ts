import { app, powerMonitor } from 'electron';
import type { Preferences } from '../../shared/preferences/preferences.ts';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { watchInterfaces } from '../network/interface-watch.ts';
import type { OrderDesk } from '../order-desk.ts';
import { createAnnouncements } from '../services/announcements.ts';
import { openWork } from '../services/open-work.ts';
import { createWayOut } from '../services/way-out.ts';
import { askClosing } from './ask-closing.ts';
import type { MainWindow } from './main-window.ts';
import { nameForNotifications, showNotification } from './notifications.ts';
import { closeBeforeQuitting } from './quit.ts';
import { createTrayIcon } from './tray.ts';

/** What goes on without the window: sending, the tray, notifications, waking, and the way out. */
export interface Background {
  /** Whether the window may close now. */
  mayCloseWindow(): boolean;
  /** The window went into the tray, or came back. */
  windowHidden(): void;
  followPreferences(preferences: Preferences): void;
}

interface Surroundings {
  readonly desk: OrderDesk;
  readonly window: MainWindow;
  /** Lets go of everything below. */
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/** Sets it up for an open desk. */
export async function runInBackground({ desk, window, close, log }: Surroundings): Promise<Background> {
  const readWork = async () => openWork(await desk.outbox.list());
  const openOutbox = () => {
    window.focus();
    window.tell('command', { name: 'go-outbox' });
  };

  let { keepInTray } = await desk.preferences.read();
  const tray = createTrayIcon({ open: () => window.focus(), openOutbox, quit: () => app.quit() }, log);
  const drawTray = () => tray.setShown(keepInTray || window.isHidden);
  tray.setOutbox((await desk.status.read()).outbox);
  desk.on('status.changed', ({ outbox }) => tray.setOutbox(outbox));
  drawTray();

  nameForNotifications();
  const announcements = createAnnouncements({
    list: () => desk.outbox.list(),
    isSeen: () => window.isSeen,
    areWanted: async () => (await desk.preferences.read()).notifications,
    announce: (announcement) => showNotification(announcement, openOutbox),
    clock: systemClock,
    log,
  });
  desk.on('outbox.changed', ({ id }) => announcements.changed(id));

  const newSurroundings = (why: string) => {
    log.info('The outbox has new surroundings', { why });
    desk.outbox.newSurroundings();
  };
  powerMonitor.on('resume', () => newSurroundings('resume'));
  powerMonitor.on('unlock-screen', () => newSurroundings('unlock-screen'));
  const stopWatching = watchInterfaces({ clock: systemClock, onChange: () => newSurroundings('network') });

  const wayOut = createWayOut({
    readWork,
    readPreferences: () => desk.preferences.read(),
    async remember(whenClosing) {
      window.tell('preferences.changed', await desk.preferences.change({ whenClosing }));
    },
    isHidden: () => window.isHidden,
    ask: (question) => askClosing(question, window.isHidden ? null : window.browserWindow),
    stayInBackground: () => window.hide(),
    quit: () => app.quit(),
    log,
  });
  closeBeforeQuitting({
    wayOut,
    window: window.browserWindow,
    async close() {
      stopWatching();
      announcements.close();
      await close();
    },
    log,
  });

  return {
    mayCloseWindow: () => wayOut.mayLeave('window-closed'),
    windowHidden: drawTray,
    followPreferences(preferences) {
      keepInTray = preferences.keepInTray;
      drawTray();
    },
  };
}
