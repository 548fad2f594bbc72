import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFolderLock } from '../../../scripts/folder-lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock of set-up and builds', () => {
  it('keeps two pieces of work apart', async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const seen = inside;
      inside -= 1;
      return seen;
    };
    expect(await Promise.all([withFolderLock(lock, work), withFolderLock(lock, work)])).toEqual([1, 1]);
    expect(existsSync(lock)).toBe(false);
  });

  it('is released by work that fails', async () => {
    await expect(withFolderLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    mkdirSync(lock);
    writeFileSync(join(lock, 'process'), '4194305'); // Above the highest process id of Linux.
    expect(await withFolderLock(lock, async () => 'done')).toBe('done');
  });

  it('is taken over when nobody has kept it fresh', async () => {
    mkdirSync(lock);
    writeFileSync(join(lock, 'process'), String(process.pid));
    utimesSync(lock, new Date(0), new Date(0));
    expect(await withFolderLock(lock, async () => 'done')).toBe('done');
  });
});
