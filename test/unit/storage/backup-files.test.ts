import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dueIn } from '../../../electron/services/daily-backup.ts';
import {
  dailyName,
  listBackups,
  surplusBackups,
} from '../../../electron/storage/data-folder/backup-files.ts';
import { isDamage } from '../../../electron/storage/data-folder/soundness.ts';
import { makeFolder } from '../../make-folder.ts';

const HOUR_MS = 3_600_000;

describe('the backups of a data folder', () => {
  it('are listed newest first, and what is unfinished is none', () => {
    const folder = makeFolder();
    expect(listBackups(folder)).toEqual([]);
    mkdirSync(join(folder, 'backups'));
    const early = dailyName(new Date('2026-06-01T09:05:07.123Z'));
    const late = dailyName(new Date('2026-06-02T00:00:00.000Z'));
    expect(early).toBe('order-desk-2026-06-01T09-05-07Z.db');
    for (const name of [
      early,
      late,
      'order-desk-before-002.db',
      'order-desk-daily.db.unfinished',
      'notes.txt',
    ]) {
      writeFileSync(join(folder, 'backups', name), '');
    }
    const found = listBackups(folder);
    expect(found.map(({ kind }) => kind)).toEqual(['migration', 'daily', 'daily']);
    expect(found.slice(1).map(({ name, madeAt }) => [name, madeAt])).toEqual([
      [late, '2026-06-02T00:00:00.000Z'],
      [early, '2026-06-01T09:05:07.000Z'],
    ]);
  });

  it('are too many beyond seven, and those before migrations don’t count', () => {
    const daily = Array.from({ length: 9 }, (_, index) => ({
      path: `${index}`,
      name: `${index}`,
      kind: 'daily' as const,
      madeAt: '',
    }));
    const migration = { path: 'm', name: 'm', kind: 'migration' as const, madeAt: '' };
    expect(surplusBackups([...daily, migration]).map(({ path }) => path)).toEqual(['7', '8']);
  });

  it('are due a day after the last, at once without one or when the clock was wrong', () => {
    const now = new Date('2026-06-02T12:00:00.000Z');
    expect(dueIn(null, now)).toBe(0);
    expect(dueIn('2026-06-02T02:00:00.000Z', now)).toBe(14 * HOUR_MS);
    expect(dueIn('2026-05-02T02:00:00.000Z', now)).toBe(0);
    expect(dueIn('2999-05-02T02:00:00.000Z', now)).toBe(0);
  });
});

describe('an error of SQLite', () => {
  it.each([
    ['a malformed page', 11, true],
    ['no database', 26, true],
    ['a sector that can’t be read', 266, true],
    ['a full disk', 13, false],
    ['no right to write', 8, false],
    ['in use', 5, false],
    ['can’t be opened', 14, false],
    ['a write that failed', 778, false],
  ])('%s', (_what, sqliteExtendedCode, expected) => {
    expect(isDamage(Object.assign(new Error('x'), { sqliteExtendedCode }))).toBe(expected);
    expect(isDamage(new Error('x'))).toBe(false);
  });
});
