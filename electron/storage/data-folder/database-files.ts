import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** The database of a data folder. */
export function databaseFileIn(dataDir: string): string {
  return join(dataDir, 'order-desk.db');
}

/** A database and the files that SQLite keeps with it. */
export function filesOf(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}

/** Deletes a database that was made for the moment. */
export function removeDatabase(path: string): void {
  for (const file of filesOf(path)) rmSync(file, { force: true });
}
