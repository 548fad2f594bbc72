import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

function run(folder: string, sql: string): void {
  const sqlite = new DatabaseSync(join(folder, 'order-desk.db'), { timeout: 5_000 });
  sqlite.exec(sql);
  sqlite.close();
}

/** Makes a transaction fail only when it is committed, as a full disk may, until it is taken back. */
export function failAtCommitAfter(folder: string, what: string): () => void {
  run(
    folder,
    `CREATE TABLE nowhere (id TEXT REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED);
     CREATE TRIGGER full_disk AFTER ${what} BEGIN INSERT INTO nowhere VALUES ('not there'); END`,
  );
  return () => run(folder, 'DROP TRIGGER full_disk; DROP TABLE nowhere');
}

/** Makes a write fail as a full disk would, until it is taken back. */
export function failOn(folder: string, what: string): () => void {
  run(folder, `CREATE TRIGGER full_disk BEFORE ${what} BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END`);
  return () => run(folder, 'DROP TRIGGER full_disk');
}
