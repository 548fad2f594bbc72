import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { isLogHeader, isLogReadable } from '../../../electron/storage/data-folder/write-ahead-log.ts';
import { makeFolder } from '../../make-folder.ts';

/** A log as SQLite writes it. */
function makeLog(): string {
  const path = join(makeFolder(), 'a.db');
  const sqlite = new DatabaseSync(path);
  sqlite.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text); INSERT INTO notes VALUES (1);');
  const copy = `${path}.copy`;
  copyFileSync(`${path}-wal`, copy);
  sqlite.close();
  return copy;
}

describe('the file of a database’s newest changes', () => {
  it('is readable as SQLite writes it, when it is cut within its header, empty or not there', () => {
    const log = makeLog();
    expect(isLogReadable(log)).toBe(true);
    truncateSync(log, 20);
    expect(isLogReadable(log)).toBe(true);
    truncateSync(log, 0);
    expect(isLogReadable(log)).toBe(true);
    expect(isLogReadable(`${log}-none`)).toBe(true);
  });

  it('is not when any byte of its header is another', () => {
    const bytes = readFileSync(makeLog());
    for (let at = 0; at < 32; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      // The last bit of the magic says which way round the sums go, so they can't be right then either.
      expect([at, isLogHeader(changed)]).toEqual([at, false]);
    }
  });

  it('is not when it is a folder, or zeros', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'wal'));
    expect(isLogReadable(join(folder, 'wal'))).toBe(false);
    writeFileSync(join(folder, 'zeros'), Buffer.alloc(5_000));
    expect(isLogReadable(join(folder, 'zeros'))).toBe(false);
  });
});
