import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const beatMs = 2000;
const deadAfterMs = 10 * beatMs;

/**
 * Does a piece of set-up or building that no other process may do at the same time: waits for the other one first. The lock is
 * kept fresh while it is held, so that one left by a killed process is taken over.
 * @template T
 * @param {string} folder Absolute path of the lock, which exists only while it is held.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFolderLock(folder, work) {
  await takeLock(folder);
  const beat = setInterval(() => utimesSync(folder, new Date(), new Date()), beatMs);
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} folder */
async function takeLock(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  let told = false;
  while (true) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, 'process'), String(process.pid));
      return;
    } catch (error) {
      if (Object(error).code !== 'EEXIST') throw error;
    }
    if (isLeftBehind(folder)) {
      rmSync(folder, { recursive: true, force: true });
    } else {
      if (!told) console.log('Another set-up or build of this checkout is running: waiting for it.');
      told = true;
      await wait(250);
    }
  }
}

/** @param {string} folder */
function isLeftBehind(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > deadAfterMs) return true;
    return !isAlive(Number(readFileSync(join(folder, 'process'), 'utf8')));
  } catch {
    return false; // Released, or not yet signed, at this very moment.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return Object(error).code === 'EPERM';
  }
}
