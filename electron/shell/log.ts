import electronLog from 'electron-log/node';
import { createLog, type Log } from '../log.ts';
import { hideCredentials } from './hide-credentials.ts';

/** A log file is put aside as `main.old.log` beyond this size, so that logs never take more than twice as much. */
const MAX_LOG_BYTES = 2 * 1024 * 1024;

/** Writes the log to a file that the person alone may read, free of secrets. */
export function openLog(path: string): Log {
  const { file, console: terminal } = electronLog.transports;
  // The file's place is ours, but electron-log looks for an application name all the same.
  file.setAppName('Order Desk');
  file.resolvePathFn = () => path;
  file.maxSize = MAX_LOG_BYTES;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  terminal.level = false;
  return createLog((level, message, details) => {
    const more = Object.entries(details).map(([key, value]) => `\n  ${key}: ${String(value)}`);
    electronLog[level](hideCredentials(message + more.join('')));
  });
}
