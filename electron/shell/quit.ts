import { app } from 'electron';
import type { Log } from '../log.ts';

/** Longer than this nobody waits for a window that is gone; what is on disk is safe at any moment. */
const CLOSE_WITHIN_MS = 10_000;

/** The one way out: every kind of quitting ends the application below before the process ends. */
export function closeBeforeQuitting(close: () => Promise<void>, log: Log): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const limit = setTimeout(() => {
      log.warn('Closing took too long, and was cut short');
      app.exit(0);
    }, CLOSE_WITHIN_MS);
    close()
      .catch((error: unknown) => log.error('Closing failed', { error }))
      .finally(() => {
        clearTimeout(limit);
        app.exit(0);
      });
  });
}
