import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts Order Desk by itself, without Playwright's loader, and answers its exit code once it has ended. */
export async function startBare(userDataDir: string): Promise<number | null> {
  const executable = process.env.ELECTRON_EXEC_PATH;
  if (executable === undefined) throw new Error('ELECTRON_EXEC_PATH is not set: run this through npm test.');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const checkout = join(import.meta.dirname, '../../..');
  const child = spawn(executable, [checkout, `--user-data-dir=${userDataDir}`, '--disable-gpu', ...asRoot], {
    stdio: 'ignore',
  });
  return endOf(child);
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}
