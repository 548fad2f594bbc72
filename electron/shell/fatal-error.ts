import { app, dialog } from 'electron';
import type { Log } from '../log.ts';

/** Says in words why Order Desk can't start, then ends it. The log has the rest. */
export async function endWithStartFailure(error: unknown, log: Log, logFile: string): Promise<void> {
  log.error('The start failed', { error });
  const [{ describeStartFailure }] = await Promise.all([import('./start-failure.ts'), app.whenReady()]);
  await dialog.showMessageBox({
    type: 'error',
    title: 'Order Desk',
    buttons: ['Quit'],
    noLink: true,
    ...describeStartFailure(error, logFile),
  });
  app.exit(1);
}

/**
 * Logs what nobody caught. After an exception the state of the process is anybody's guess, so it ends, once the person
 * has read why: drafts and the journal are on disk, and the next start goes on from them.
 */
export function endOnUncaughtExceptions(log: Log): void {
  process.on('unhandledRejection', (error) => log.error('A rejection was not handled', { error }));
  process.once('uncaughtException', (error) => {
    log.error('An exception was not caught', { error });
    void app.whenReady().then(async () => {
      await dialog.showMessageBox({
        type: 'error',
        title: 'Order Desk',
        buttons: ['Quit'],
        noLink: true,
        message: 'Order Desk met a defect of its own and has to close.',
        detail:
          'What you typed is kept. Start Order Desk again to go on; if this happens again, send us the log.',
      });
      app.exit(1);
    });
  });
}
