import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withFolderLock } from './folder-lock.mjs';

/**
 * A hash of the names and contents of files and folders, as it should be when what was made from them is up to date.
 * @param {readonly string[]} paths Absolute; one that doesn't exist counts as such.
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

/**
 * Builds something unless the stamp beside it says that it was built from what is here now. The stamp is written last, so a
 * build that was interrupted is done again. Answers whether it built.
 * @param {string} stampFile
 * @param {() => string} stamp
 * @param {() => Promise<void>} build
 */
export async function buildIfChanged(stampFile, stamp, build) {
  const isCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
  if (isCurrent()) return false;
  return withFolderLock(`${stampFile}-lock`, async () => {
    if (isCurrent()) return false; // Built by the process that held the lock before us.
    const made = stamp();
    rmSync(stampFile, { force: true });
    await build();
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, made);
    return true;
  });
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state?.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  } else if (!path.endsWith('.tsbuildinfo')) {
    hash.update(`\0${path}\0`).update(state === undefined ? 'missing' : readFileSync(path));
  }
}
