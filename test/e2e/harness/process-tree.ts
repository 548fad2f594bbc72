import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** Ends a process and everything it started, at once and without asking (`kill -9`), and waits until all are gone. Linux only. */
export async function killProcessTree(root: number): Promise<void> {
  // Read before the first one ends: a child that loses its parent can no longer be found by it.
  const tree = [root, ...descendants(root)];
  for (const pid of tree) kill(pid);
  await expect.poll(() => tree.filter(isAlive), { message: 'Processes that outlived kill -9' }).toEqual([]);
}

function descendants(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const below = (parent: number): number[] =>
    parents.filter(([, its]) => its === parent).flatMap(([pid]) => [pid, ...below(pid)]);
  return below(root);
}

/** The fourth field of `stat`; the second, in parentheses, may hold blanks. Undefined for one that is gone or a zombie. */
function parentOf(pid: string): number | undefined {
  const [state, parent] = readStat(pid);
  return state === 'Z' ? undefined : Number(parent);
}

function isAlive(pid: number): boolean {
  const [state] = readStat(String(pid));
  return state !== undefined && state !== 'Z';
}

function readStat(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
