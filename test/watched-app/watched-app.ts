import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';

/** An application that was started as a person starts it, and is watched from outside. */
export interface WatchedApp {
  readonly pid: number;
  /** Epoch milliseconds just before its process was started. */
  readonly startedAt: number;
  /** Its main window. */
  readonly page: Page;
  /** Closes it as the system's "quit" does, and answers its exit code. */
  quit(): Promise<number | null>;
  /** Ends it whatever state it is in. */
  discard(): Promise<void>;
}

const startLimitMs = 30_000;

/** A data folder of its own for an application, and the way to delete it. */
export function temporaryProfile(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'order-desk-watched-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/**
 * Starts an application on a data folder. It is watched through Chromium's own debugging port, since Playwright's way of
 * driving Electron needs Node's, which the package has switched off, and holds back the start, which the bench measures.
 */
export async function startWatched(
  executable: string,
  args: readonly string[],
  profile: string,
): Promise<WatchedApp> {
  const startedAt = Date.now();
  const child = spawn(
    executable,
    [
      ...args,
      `--user-data-dir=${profile}`,
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
  };
  try {
    const address = await debuggingAddress(child);
    await windowHasPage(address);
    browser = await chromium.connectOverCDP(address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined || child.pid === undefined) throw new Error('The application has no window.');
    const quit = async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    };
    return { pid: child.pid, startedAt, page, quit, discard };
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
    const timer = setTimeout(() => fail('The application opened no debugging port.'), startLimitMs);
    child.once('error', (error) => fail(`The application did not start: ${error.message}.`));
    child.once('exit', (code, signal) => fail(`The application ended at once (${code ?? signal}).`));
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
