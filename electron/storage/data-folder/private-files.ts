import { chmodSync, closeSync, openSync } from 'node:fs';

/** SQLite gives a database's mode to its WAL and shared-memory files, so it has to be right before they exist. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}
