import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { collectPageProblems, type PageProblems } from './page-problems.ts';
import { killProcessTree } from './process-tree.ts';

export interface LaunchOptions {
  /** Where Order Desk keeps everything. */
  readonly userDataDir: string;
  /** Added to the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Order Desk as it runs, started from the build. */
export interface RunningDesk {
  readonly app: ElectronApplication;
  readonly problems: PageProblems;
  /** Its window, once it is shown: the page has drawn its first screen then. */
  readyWindow(): Promise<Page>;
  /** Quits as a person would, and waits until its folder is free for the next start. */
  quit(): Promise<void>;
  /** Ends it and its helpers at once, as a power cut would. */
  kill(): Promise<void>;
  readonly isRunning: () => boolean;
}

const checkout = join(import.meta.dirname, '../../..');

/**
 * Starts the built application. The runtime is the one named by ELECTRON_OVERRIDE_DIST_PATH, else the installed one:
 * with an `executablePath` Playwright would not inject its loader, which holds back `ready`.
 */
export async function launchOrderDesk({
  userDataDir,
  env = {},
  args = [],
}: LaunchOptions): Promise<RunningDesk> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    args: [checkout, `--user-data-dir=${userDataDir}`, '--disable-gpu', ...asRoot, ...args],
    env: { ...ownEnvironment(), ...env },
    // Else Playwright adds --no-sandbox by itself.
    chromiumSandbox: asRoot.length === 0,
  });
  const problems = collectPageProblems(app.context());
  const process_ = app.process();
  const isRunning = () => process_.exitCode === null && process_.signalCode === null;
  return {
    app,
    problems,
    isRunning,
    async readyWindow() {
      const window = await app.firstWindow();
      await expect
        .poll(() => isShown(app), {
          message: 'The window is shown once the page has drawn its first screen',
          timeout: 30_000,
        })
        .toBe(true);
      return window;
    },
    async quit() {
      await app.close();
      await expect.poll(() => isLocked(userDataDir), { message: 'SingletonLock is still there' }).toBe(false);
    },
    async kill() {
      if (process_.pid !== undefined) await killProcessTree(process_.pid);
    },
  };
}

async function isShown(app: ElectronApplication): Promise<boolean> {
  try {
    return await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
  } catch (error) {
    // While much is being loaded, Node's inspector at times loses what it was asked.
    if (String(error).includes('promise was garbage collected')) return false;
    throw error;
  }
}

function ownEnvironment(): Record<string, string> {
  const { ELECTRON_RENDERER_URL: _devServer, ELECTRON_RUN_AS_NODE: _asNode, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Chromium's lock is a link to a name that does not exist as a file. */
function isLocked(userDataDir: string): boolean {
  return lstatSync(join(userDataDir, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;
}
