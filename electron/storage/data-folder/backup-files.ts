import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { timeInName } from './time-in-name.ts';

/** How many daily backups are kept. Those before migrations stand apart and are kept. */
const DAILY_KEPT = 7;

export interface BackupFile {
  readonly path: string;
  readonly name: string;
  readonly kind: 'daily' | 'migration';
  /** ISO; for one before a migration the time of the file. */
  readonly madeAt: string;
}

const dailyPattern = /^order-desk-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/;
const migrationPattern = /^order-desk-before-\d{3}\.db$/;

/** Where the backups of a data folder are. */
export function backupFolderIn(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** `order-desk-2026-06-15T10-42-07Z.db`. */
export function dailyName(at: Date): string {
  return `order-desk-${timeInName(at)}.db`;
}

/** The backups of a data folder, newest first by their names' time. Unfinished ones are none. */
export function listBackups(dataDir: string): BackupFile[] {
  const folder = backupFolderIn(dataDir);
  const found = namesIn(folder).flatMap((name): BackupFile[] => {
    const path = join(folder, name);
    const daily = dailyPattern.exec(name);
    if (daily !== null) {
      const [, date, hours, minutes, seconds] = daily;
      return [{ path, name, kind: 'daily', madeAt: `${date}T${hours}:${minutes}:${seconds}.000Z` }];
    }
    if (!migrationPattern.test(name)) return [];
    return [{ path, name, kind: 'migration', madeAt: statSync(path).mtime.toISOString() }];
  });
  return found.sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** The daily ones beyond the newest seven. */
export function surplusBackups(newestFirst: readonly BackupFile[]): BackupFile[] {
  return newestFirst.filter(({ kind }) => kind === 'daily').slice(DAILY_KEPT);
}

/** The names in a folder; none when it is not there, or something else stands in its place. */
function namesIn(folder: string): string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? readdirSync(folder) : [];
}
