import { dataFolderIn } from '../../../electron/shell/app-folders.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { createUsageRepository, type UsageCount } from '../../../electron/storage/usage.ts';

/** Puts requests into a folder as if they had been made, before Order Desk starts on it. */
export function countRequests(userDataDir: string, counts: readonly UsageCount[]): void {
  const db = openDatabase(dataFolderIn(userDataDir), () => new Date());
  try {
    createUsageRepository(db).add(counts);
  } finally {
    db.close();
  }
}

/** A day in UTC, `YYYY-MM-DD`, so many days before today. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
}

/** The first day of the month before this one, in UTC. */
export function firstOfLastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
}
