import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { DeskError } from '../../../shared/errors.ts';

export interface DataFolderLock {
  release(): void;
}

/**
 * Makes this process the only owner of a data folder: two of them would send every order twice. The lock is the
 * operating system's, held by an open transaction on a database of its own, so it ends with the process however
 * that ends.
 * @throws DeskError `conflict` when another process holds it.
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const path = join(dataDir, 'in-use.lock');
  closeSync(openSync(path, 'a', 0o600));
  const holder = new DatabaseSync(path, { timeout: 0 });
  try {
    holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    holder.close();
    if (!isBusy(cause)) throw cause;
    throw new DeskError(
      'conflict',
      `Order Desk is already running with the data folder ${dataDir}. Close the other one first.`,
      { dataDir },
      { cause },
    );
  }
  return {
    release: () => {
      if (holder.isOpen) holder.close();
    },
  };
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && /database (table )?is locked|SQLITE_BUSY/i.test(cause.message);
}
