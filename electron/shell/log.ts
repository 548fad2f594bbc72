import type { NodeLogger } from 'electron-log';
import { createLog, type Log } from '../log.ts';
import { hideCredentials } from './hide-credentials.ts';

/** A log file is put aside as `main.old.log` beyond this size, so that logs never take more than twice as much. */
const MAX_LOG_BYTES = 2 * 1024 * 1024;

/**
 * Writes the log to a file that the person alone may read, free of secrets. The writer is loaded with the first line,
 * not with the start.
 */
export function openLog(path: string): Log {
  let writer: Promise<NodeLogger> | undefined;
  return createLog((level, message, details) => {
    const more = Object.entries(details).map(([key, value]) => `\n  ${key}: ${String(value)}`);
    const line = hideCredentials(message + more.join(''));
    writer ??= loadWriter(path);
    writer.then(
      (loaded) => loaded[level](line),
      () => undefined, // Nowhere left to say it.
    );
  });
}

async function loadWriter(path: string): Promise<NodeLogger> {
  const { default: logger } = await import('electron-log/node');
  const { file, console: terminal } = logger.transports;
  // The file's place is ours, but electron-log looks for an application name all the same.
  file.setAppName('Order Desk');
  file.resolvePathFn = () => path;
  file.maxSize = MAX_LOG_BYTES;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  terminal.level = false;
  return logger;
}
