import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../electron/storage/database.ts';
import type { Migration } from '../../../electron/storage/migrate.ts';
import { migrations } from '../../../electron/storage/migrations/migrations.ts';
import { makeFolder } from '../../make-folder.ts';
import { someTime } from './open-test-database.ts';

const now = () => new Date(someTime);
const addTable = (version: number, sql: string): Migration => ({ version, name: `step ${version}`, sql });
const first = addTable(1, 'CREATE TABLE notes (text TEXT NOT NULL) STRICT; INSERT INTO notes VALUES (1);');
const second = addTable(2, "ALTER TABLE notes ADD COLUMN more TEXT; UPDATE notes SET more = 'yes';");

function withDatabase<T>(folder: string, steps: readonly Migration[], work: (db: Database) => T): T {
  const db = openDatabase(folder, now, steps);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

describe('opening the database', () => {
  it('keeps folder and files for the person alone', () => {
    const folder = join(makeFolder(), 'deep', 'data');
    withDatabase(folder, migrations, (db) => {
      db.transaction(() => db.prepare("INSERT INTO settings VALUES ('a', '1')").run());
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      for (const file of readdirSync(folder)) {
        expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600]);
      }
      expect(readdirSync(folder)).toContain('order-desk.db-wal');
    });
  });

  it('writes through to the disk, in WAL mode, with foreign keys', () => {
    withDatabase(makeFolder(), migrations, (db) => {
      expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
      expect(db.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    });
  });

  it('refuses a folder that is in use, and takes it once it is free', () => {
    const folder = makeFolder();
    withDatabase(folder, migrations, () => {
      expect(() => openDatabase(folder, now)).toThrow(
        expect.objectContaining({ code: 'conflict', message: expect.stringContaining('already running') }),
      );
    });
    withDatabase(folder, migrations, (db) => expect(db.prepare('SELECT 1 AS one').get()).toEqual({ one: 1 }));
  });

  it('lets go of the folder when opening fails', () => {
    const folder = makeFolder();
    const broken = addTable(1, 'CREATE NONSENSE');
    expect(() => openDatabase(folder, now, [broken])).toThrow();
    withDatabase(folder, [first], (db) => expect(db.prepare('SELECT text FROM notes').all()).toHaveLength(1));
  });
});

describe('migrations', () => {
  it('run once each, in order, and are written down', () => {
    const folder = makeFolder();
    withDatabase(folder, [first], () => undefined);
    withDatabase(folder, [first, second], (db) => {
      expect(db.prepare('SELECT text, more FROM notes').all()).toEqual([{ text: '1', more: 'yes' }]);
      expect(db.prepare('SELECT version, applied_at FROM migrations ORDER BY version').all()).toEqual([
        { version: 1, applied_at: someTime },
        { version: 2, applied_at: someTime },
      ]);
    });
  });

  it('leave nothing behind when one fails, not even its version', () => {
    const folder = makeFolder();
    withDatabase(folder, [first], () => undefined);
    const broken = addTable(2, 'DELETE FROM notes; CREATE NONSENSE;');
    expect(() => openDatabase(folder, now, [first, broken])).toThrow();
    withDatabase(folder, [first, second], (db) => {
      expect(db.prepare('SELECT more FROM notes').all()).toEqual([{ more: 'yes' }]);
    });
  });

  it('copy a database that holds something before each step, and only then', () => {
    const folder = makeFolder();
    withDatabase(folder, [first], () => undefined);
    expect(readdirSync(folder)).not.toContain('backups');
    withDatabase(folder, [first, second], () => undefined);
    const backup = join(folder, 'backups', 'order-desk-before-002.db');
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const copy = new DatabaseSync(backup, { readOnly: true });
    expect(copy.prepare('SELECT * FROM notes').all()).toEqual([{ text: '1' }]);
    copy.close();
  });

  it('are refused, changing nothing, when the database is newer than the program', () => {
    const folder = makeFolder();
    withDatabase(folder, [first, second], () => undefined);
    expect(() => openDatabase(folder, now, [first])).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('newer Order Desk') }),
    );
  });
});

describe('a transaction', () => {
  const setting = (db: Database) => db.prepare('INSERT INTO settings VALUES (?, ?)');

  it('leaves nothing behind when its work throws, nested ones included', () => {
    withDatabase(makeFolder(), migrations, (db) => {
      const insert = setting(db);
      const work = () =>
        db.transaction(() => {
          insert.run('a', '1');
          db.transaction(() => insert.run('b', '2'));
          throw new Error('no');
        });
      expect(work).toThrow('no');
      expect(db.prepare('SELECT * FROM settings').all()).toEqual([]);
    });
  });

  it('can be followed by another after a failure', () => {
    withDatabase(makeFolder(), migrations, (db) => {
      const insert = setting(db);
      expect(() => db.transaction(() => insert.run('a', null))).toThrow();
      db.transaction(() => insert.run('a', '1'));
      expect(db.prepare('SELECT key FROM settings').all()).toEqual([{ key: 'a' }]);
    });
  });
});
