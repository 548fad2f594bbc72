import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Environment variable that every process of a desktop session inherits: the session's folder. */
export const sessionMark = 'ORDER_DESK_DESKTOP_SESSION';

/**
 * Ends every process that carries the session's mark, however it was started: services that the message bus activated
 * and daemons that left their parent are found by it too. First politely, then not.
 * @param {string} folder
 */
export async function endMarkedProcesses(folder) {
  const politeUntil = performance.now() + 2000;
  const giveUpAt = politeUntil + 8000; // A process that even SIGKILL doesn't end hangs in the kernel.
  const askedPolitely = new Set();
  for (let pids = markedProcesses(folder); pids.length > 0; pids = markedProcesses(folder)) {
    if (performance.now() > giveUpAt) return;
    const polite = performance.now() < politeUntil;
    for (const pid of pids) {
      if (polite && askedPolitely.has(pid)) continue;
      askedPolitely.add(pid);
      send(pid, polite ? 'SIGTERM' : 'SIGKILL');
    }
    await wait(25);
  }
}

/** @param {string} folder */
function markedProcesses(folder) {
  const entry = `${sessionMark}=${folder}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && environmentOf(pid).includes(entry));
}

/**
 * The environment a process was started with; empty for one that is gone, has ended or isn't ours to read.
 * @param {number} pid
 */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (Object(error).code !== 'ESRCH') throw error; // Gone meanwhile: what was wanted.
  }
}
