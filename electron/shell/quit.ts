import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Log } from '../log.ts';
import type { WayOut } from '../services/way-out.ts';

/** Longer than this nobody waits for a window that is gone; what is on disk is safe at any moment. */
const CLOSE_WITHIN_MS = 10_000;
/** A session that ends kills what takes longer: systemd after five seconds, Windows likewise. */
const CLOSE_WITH_SESSION_MS = 4_000;
/** A window that an open dialog keeps from closing is not waited for when the session ends. */
const WINDOWS_CLOSE_MS = 1_000;

interface Quitting {
  readonly wayOut: WayOut;
  readonly window: BrowserWindow;
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/**
 * The one way out: every kind of quitting asks `wayOut`, and ends the application below before the process ends. When the
 * session ends (signing out, shutting down, a signal), nobody is asked: what is queued is sent at the next start.
 */
export function closeBeforeQuitting({ wayOut, window, close, log }: Quitting): void {
  let isClosing = false;
  let withinMs = CLOSE_WITHIN_MS;

  function end(): void {
    if (isClosing) return;
    isClosing = true;
    const limit = setTimeout(() => {
      log.warn('Closing took too long, and was cut short');
      app.exit(0);
    }, withinMs);
    close()
      .catch((error: unknown) => log.error('Closing failed', { error }))
      .finally(() => {
        clearTimeout(limit);
        app.exit(0);
      });
  }

  function endWithSession(why: string): void {
    log.info('The session ends', { why });
    withinMs = CLOSE_WITH_SESSION_MS;
    wayOut.leaveUnasked();
    app.quit();
    setTimeout(end, WINDOWS_CLOSE_MS);
  }

  app.on('before-quit', (event) => {
    if (!wayOut.mayLeave('quit')) event.preventDefault();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    end();
  });

  // Linux and macOS wait for us when the event is taken over; Windows tells its windows instead. `query-session-end` would
  // come earlier, but the person may still stay, and the oldest Electron that we run on does not have it.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    endWithSession('shutdown');
  });
  window.on('session-end', () => endWithSession('session-end'));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, endWithSession);
}
