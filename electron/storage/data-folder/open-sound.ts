import { statSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DamageKind } from '../../../shared/data-safety/findings.ts';
import type { Migration } from '../migrate.ts';
import { listBackups } from './backup-files.ts';
import { databaseFileIn } from './database-files.ts';
import { makePrivateFile } from './private-files.ts';
import { restoreDatabase } from './restore.ts';
import { finishRestore } from './set-aside.ts';
import { checkSoundness, isDamage, type Soundness } from './soundness.ts';
import { witnessFileIn } from './witness.ts';
import { isLogReadable } from './write-ahead-log.ts';

interface OpeningSound {
  readonly dataDir: string;
  readonly now: () => Date;
  readonly steps: readonly Migration[];
}

/**
 * Opens the database of a data folder that this process owns, and answers a sound one: what is damaged is set aside and
 * the newest good backup takes its place. Not migrated yet.
 */
export function openSound(opening: OpeningSound): DatabaseSyncInstance {
  const { dataDir } = opening;
  finishRestore(dataDir);
  const damage = damageOfFiles(dataDir);
  if (damage !== null) {
    restoreDatabase({ ...opening, damage });
    return openFile(dataDir);
  }
  const opened = openChecked(dataDir, needsWholeCheck(opening));
  if (opened.soundness === 'sound') return opened.sqlite;
  opened.sqlite?.close();
  // A database in which rows are missing is put aside for a sound one only: it may be the best there is.
  restoreDatabase({ ...opening, damage: 'damaged', forSoundOnly: opened.soundness === 'dangling' });
  return openFile(dataDir);
}

/** What can be told without opening it; SQLite would make a new one of a missing or empty file. */
function damageOfFiles(dataDir: string): DamageKind | null {
  const path = databaseFileIn(dataDir);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return hadSomething(dataDir) ? 'missing' : null;
  return isLogReadable(`${path}-wal`) ? null : 'last-changes';
}

function hadSomething(dataDir: string): boolean {
  const traces = [`${databaseFileIn(dataDir)}-wal`, witnessFileIn(dataDir)];
  const isThere = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
  return traces.some(isThere) || listBackups(dataDir).length > 0;
}

/** Up to here (some 15,000 lines) the whole check takes less time than anybody notices. */
const SMALL_BYTES = 4_000_000;
const RECENT_MS = 48 * 3_600_000;

/**
 * A large database that was closed in good order has the quick check, as long as there is a recent backup: that was
 * read back whole, and the copy has every page that the database had.
 */
function needsWholeCheck({ dataDir, now }: OpeningSound): boolean {
  const path = databaseFileIn(dataDir);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  // SQLite deletes it when the last connection closes.
  const wasClosed = statSync(`${path}-wal`, { throwIfNoEntry: false }) === undefined;
  if (size <= SMALL_BYTES || !wasClosed) return true;
  const daily = listBackups(dataDir).find(({ kind }) => kind === 'daily');
  if (daily === undefined) return true;
  const age = now().getTime() - Date.parse(daily.madeAt);
  return age < 0 || age > RECENT_MS;
}

type Opened =
  | { readonly soundness: 'sound' | 'dangling'; readonly sqlite: DatabaseSyncInstance }
  | { readonly soundness: 'damaged'; readonly sqlite: null };

function openChecked(dataDir: string, whole: boolean): Opened {
  let sqlite: DatabaseSyncInstance | undefined;
  try {
    sqlite = openFile(dataDir);
    const soundness: Soundness = checkSoundness(sqlite, !whole);
    if (soundness !== 'damaged') return { soundness, sqlite };
  } catch (cause) {
    if (!isDamage(cause)) {
      sqlite?.close();
      throw cause;
    }
  }
  sqlite?.close();
  return { soundness: 'damaged', sqlite: null };
}

function openFile(dataDir: string): DatabaseSyncInstance {
  const path = databaseFileIn(dataDir);
  makePrivateFile(path);
  const sqlite = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    // FULL in WAL mode: a commit is on the disk, not in a cache, before the next byte goes to PIMS (design section 6).
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return sqlite;
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}
