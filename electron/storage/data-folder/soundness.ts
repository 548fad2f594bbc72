import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';

/**
 * How sound a database is. `dangling`: every page is in order, but a row names another that is not there, such as a
 * step without its submission; that is worth a restore, but better than nothing.
 */
export type Soundness = 'sound' | 'dangling' | 'damaged';

/** SQLite's words; the first few say enough. */
const MOST_PROBLEMS = 5;

const answerRow = z.record(z.string(), z.string());

/**
 * Reads the whole database. `quick` leaves out whether indexes and rows agree, in a quarter of the time. What neither
 * can show: a letter changed within a text, since SQLite keeps no checksums.
 */
export function checkSoundness(sqlite: DatabaseSyncInstance, quick = false): Soundness {
  const check = quick ? 'quick_check' : 'integrity_check';
  try {
    const rows = z.array(answerRow).parse(sqlite.prepare(`PRAGMA ${check}(${MOST_PROBLEMS})`).all());
    if (rows.some((row) => row[check] !== 'ok')) return 'damaged';
    return sqlite.prepare('PRAGMA foreign_key_check').all().length === 0 ? 'sound' : 'dangling';
  } catch (cause) {
    if (isDamage(cause)) return 'damaged';
    throw cause;
  }
}

/** The same for a file that nobody uses. */
export function checkFile(path: string): Soundness {
  try {
    const sqlite = new DatabaseSync(path);
    try {
      return checkSoundness(sqlite);
    } finally {
      sqlite.close();
    }
  } catch (cause) {
    if (isDamage(cause)) return 'damaged';
    throw cause;
  }
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const UNREADABLE = 10 | (1 << 8);
const TOO_SHORT = 10 | (2 << 8);

const sqliteError = z.object({ sqliteExtendedCode: z.number().int() });

/**
 * Whether an error of SQLite says that the file itself is damaged. A full disk, a missing right or a file in use is no
 * reason to set a database aside.
 */
export function isDamage(cause: unknown): boolean {
  const reading = sqliteError.safeParse(cause);
  if (!reading.success) return false;
  const code = reading.data.sqliteExtendedCode;
  const primary = code & 0xff;
  return primary === CORRUPT || primary === NOT_A_DATABASE || code === UNREADABLE || code === TOO_SHORT;
}
