import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { backupFolderIn, dailyName, listBackups, surplusBackups } from './backup-files.ts';
import { databaseFileIn, removeDatabase } from './database-files.ts';
import { syncFolder } from './durable-files.ts';
import { makePrivateFile } from './private-files.ts';

const UNFINISHED = 'order-desk-daily.db.unfinished';
/** All at once: in smaller portions every write between two of them would have it begin anew. */
const ALL_PAGES = 1_000_000_000;

/**
 * Copies the database of a data folder into its `backups/`, reads the copy back whole, and only then gives it its name and
 * lets go of what is older than the newest seven. Reading and writing happen on a thread of their own and hold up nobody: the
 * copy is one moment's, whatever is committed meanwhile.
 * @throws when there is no room, or the copy does not read back; then no backup has changed
 */
export async function backUpDaily(dataDir: string, at: Date): Promise<void> {
  const folder = backupFolderIn(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, UNFINISHED);
  removeDatabase(unfinished);
  try {
    makePrivateFile(unfinished);
    await copyDatabase(databaseFileIn(dataDir), unfinished);
    await checkCopy(unfinished);
    await syncInBackground(unfinished);
    renameSync(unfinished, join(folder, dailyName(at)));
    syncFolder(folder);
  } catch (cause) {
    removeDatabase(unfinished);
    throw cause;
  }
  for (const { path } of surplusBackups(listBackups(dataDir))) rmSync(path, { force: true });
}

/** A connection of its own, since the library must not close one that is being copied. */
async function copyDatabase(path: string, target: string): Promise<void> {
  const source = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, target, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

const checkRow = z.object({ integrity_check: z.string() });

/** Loaded when it is needed: a start needs none of it. */
async function checkCopy(path: string): Promise<void> {
  const { DatabasePool } = await import('@photostructure/sqlite/experimental');
  const pool = await DatabasePool.open(path, {
    connections: 1,
    authorizer: 'none',
    // A copy is one file, without others beside it.
    connectionSetup: [{ sql: 'PRAGMA journal_mode = DELETE' }],
  });
  try {
    const { integrity_check: words } = checkRow.parse(await pool.get('PRAGMA integrity_check(1)'));
    if (words !== 'ok') throw new Error(`The copy does not read back: ${words}`);
  } finally {
    await pool.close();
  }
}

async function syncInBackground(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
