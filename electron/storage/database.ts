import { chmodSync, mkdirSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { lockDataFolder } from './data-folder/data-folder-lock.ts';
import { openSound } from './data-folder/open-sound.ts';
import { type Migration, migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';

export type SqlValue = string | number | null;

/** A prepared statement. Rows come out as `unknown`: each repository reads them with a schema. */
export interface Statement {
  run(...values: SqlValue[]): { readonly changes: number };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

export interface Database {
  prepare(sql: string): Statement;
  /**
   * Runs `work` in one write transaction: all of it is on disk when this returns, or none of it. Called within a
   * transaction it joins that one. `work` must not be async.
   */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the database of a data folder, checks it, brings it up to date and keeps the folder for this process alone. A
 * damaged one is set aside and the newest good backup restored; what that means stands in its findings then.
 * The folder and its files are the person's own (0700, 0600).
 * @throws DeskError `conflict` when another Order Desk uses the folder, or a newer one has written it.
 */
export function openDatabase(
  dataDir: string,
  now: () => Date,
  steps: readonly Migration[] = migrations,
): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const lock = lockDataFolder(dataDir);
  let database: DatabaseSyncInstance | undefined;
  try {
    const sqlite = openSound({ dataDir, now, steps });
    database = sqlite;
    migrate(sqlite, { steps, dataDir, now });
    return databaseOver(sqlite, () => lock.release());
  } catch (cause) {
    database?.close();
    lock.release();
    throw cause;
  }
}

/** The statements and transactions of an open database. `onClose` follows its closing. */
export function databaseOver(sqlite: DatabaseSyncInstance, onClose: () => void): Database {
  let depth = 0;
  return {
    prepare(sql) {
      const statement = sqlite.prepare(sql);
      return {
        run: (...values) => statement.run(...values),
        get: (...values) => statement.get(...values),
        all: (...values) => statement.all(...values),
      };
    },
    transaction(work) {
      if (depth > 0) return work();
      sqlite.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const value = work();
        sqlite.exec('COMMIT');
        return value;
      } catch (cause) {
        // A failed COMMIT (disk full) leaves the transaction open; some failures have ended it already.
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
        throw cause;
      } finally {
        depth -= 1;
      }
    },
    close() {
      if (!sqlite.isOpen) return;
      sqlite.close();
      onClose();
    },
  };
}
