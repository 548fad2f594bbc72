import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';

/** A packaged application that was started by its own executable, as a person starts it. */
export interface RunningPackage {
  /** Its main window. */
  readonly page: Page;
  /** Closes it as the system's "quit" does, and answers its exit code. */
  quit(): Promise<number | null>;
  /** Ends it whatever state it is in, and removes its files. */
  discard(): Promise<void>;
}

const startLimitMs = 30_000;

/**
 * Starts the packaged application with a new data folder. It is watched through Chromium's own debugging port, since
 * Playwright's way of driving Electron needs Node's, which the package has switched off.
 */
export async function startPackage(executable: string): Promise<RunningPackage> {
  const userData = mkdtempSync(join(tmpdir(), 'order-desk-package-'));
  const child = spawn(
    executable,
    [
      `--user-data-dir=${userData}`,
      '--remote-debugging-port=0',
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  let browser: Browser | undefined;
  const discard = async () => {
    await browser?.close();
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const address = await debuggingAddress(child);
    await windowHasPage(address);
    browser = await chromium.connectOverCDP(address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The packaged application has no window.');
    const quit = async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    };
    return { page, quit, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** The address that Chromium prints once its debugging port is open. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`${why} What it said:\n${said}`));
    const timer = setTimeout(() => fail('The packaged application opened no debugging port.'), startLimitMs);
    child.once('error', (error) => fail(`The packaged application did not start: ${error.message}.`));
    child.once('exit', (code, signal) => fail(`The packaged application ended at once (${code ?? signal}).`));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^DevTools listening on (ws:\S+)$/m.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

/** Waits until a window has begun to load its page: connecting before that, Playwright would wait for it in vain. */
async function windowHasPage(address: string): Promise<void> {
  const list = new URL('/json/list', address.replace(/^ws/, 'http'));
  await expect(async () => {
    const targets: unknown = await (await fetch(list)).json();
    expect(targets).toContainEqual(
      expect.objectContaining({ type: 'page', url: expect.stringMatching(/./) }),
    );
  }).toPass({ timeout: startLimitMs });
}
