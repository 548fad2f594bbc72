import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileIn, filesOf } from './database-files.ts';
import { syncFolder } from './durable-files.ts';
import { timeInName } from './time-in-name.ts';

const folderPattern = /^damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?$/;
const RESTORED = 'restored.db';

/** Makes a new folder for damaged files, such as `damaged-2026-06-15T10-42-07Z`. */
export function makeDamagedFolder(dataDir: string, at: Date): string {
  const name = `damaged-${timeInName(at)}`;
  for (let count = 1; ; count += 1) {
    const folder = join(dataDir, count === 1 ? name : `${name}-${count}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  }
}

/** Where what is to take the damaged database's place is made ready. */
export function restoredFileIn(damagedFolder: string): string {
  return join(damagedFolder, RESTORED);
}

/**
 * Puts what was made ready in the place of the damaged files, which go into the folder where it lies. Goes on from
 * wherever a death has interrupted it: until the last rename it is there under its own name, and nothing is deleted.
 * What a death left half made is taken away.
 */
export function finishRestore(dataDir: string): void {
  for (const folder of damagedFolders(dataDir)) {
    const restored = restoredFileIn(folder);
    if (existsSync(restored)) {
      setAside(dataDir, folder);
      renameSync(restored, databaseFileIn(dataDir));
      syncFolder(dataDir);
    }
    tidy(folder);
  }
}

/** Moves the database's files away. Its newest changes must never be found beside another database. */
function setAside(dataDir: string, folder: string): void {
  for (const path of filesOf(databaseFileIn(dataDir))) {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) continue;
    renameSync(path, freeName(join(folder, path.slice(dataDir.length + 1))));
  }
  syncFolder(folder);
  syncFolder(dataDir);
}

function freeName(path: string): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? path : `${path}.${count}`;
    if (!existsSync(free)) return free;
  }
}

/** Takes scratch files away, and the folder if nothing is left in it. */
function tidy(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('unfinished') || name.startsWith('reading')) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function damagedFolders(dataDir: string): string[] {
  return readdirSync(dataDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && folderPattern.test(entry.name))
    .map(({ name }) => join(dataDir, name));
}
