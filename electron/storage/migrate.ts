import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { DeskError } from '../../shared/errors.ts';
import { backupFolderIn } from './data-folder/backup-files.ts';
import { renameFinished } from './data-folder/durable-files.ts';
import { checkFile } from './data-folder/soundness.ts';

/** One step of the database's history. Once released it is never changed: a new one follows it. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

interface MigrateOptions {
  readonly steps: readonly Migration[];
  readonly dataDir: string;
  readonly now: () => Date;
}

const versionRow = z.object({ version: z.number().int().nullable() });

/**
 * Brings a database to the newest version, each step in a transaction of its own that begins with its version
 * row. A database that holds something is copied into `backups/` before each step.
 * @throws DeskError `conflict` when the database is newer than this program.
 */
export function migrate(sqlite: DatabaseSyncInstance, { steps, dataDir, now }: MigrateOptions): void {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const row = versionRow.parse(sqlite.prepare('SELECT MAX(version) AS version FROM migrations').get());
  const current = row.version ?? 0;
  const newest = steps.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new DeskError(
      'conflict',
      `The data in ${dataDir} was written by a newer Order Desk (data version ${current}, this one knows ${newest}). ` +
        'Install the newest Order Desk; nothing was changed.',
      { dataDir, found: current, known: newest },
    );
  }
  for (const step of steps) {
    if (step.version <= current) continue;
    if (current > 0) backUp(sqlite, dataDir, step.version);
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      sqlite
        .prepare('INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, ?)')
        .run(step.version, step.name, now().toISOString());
      sqlite.exec(step.sql);
      sqlite.exec('COMMIT');
    } catch (cause) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
      throw cause;
    }
  }
}

function backUp(sqlite: DatabaseSyncInstance, dataDir: string, beforeVersion: number): void {
  const folder = backupFolderIn(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `order-desk-before-${String(beforeVersion).padStart(3, '0')}.db`);
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  sqlite.prepare('VACUUM INTO ?').run(unfinished);
  chmodSync(unfinished, 0o600);
  if (checkFile(unfinished) === 'damaged')
    throw new Error('The copy before a migration can not be read back.');
  renameFinished(unfinished, path);
}
