import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { quitWhenAsked } from './message-boxes.ts';
import { collectPageProblems, type PageProblems } from './page-problems.ts';
import { killProcessTree } from './process-tree.ts';

export interface LaunchOptions {
  /** Where Order Desk keeps everything. */
  readonly userDataDir: string;
  /** Added to the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** The folder of the application; Order Desk's own unless something is compared with it. */
  readonly application?: string;
  /** CommonJS modules that the main process loads before the application. */
  readonly preloaded?: readonly string[];
}

/** Order Desk as it runs, started from the build. */
export interface RunningDesk {
  readonly app: ElectronApplication;
  readonly problems: PageProblems;
  /** Its window, once it is shown: the page has drawn its first screen then. */
  readyWindow(): Promise<Page>;
  /** Quits as a person would, also when orders wait, and waits until its folder is free for the next start. */
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
  application = checkout,
  preloaded = [],
}: LaunchOptions): Promise<RunningDesk> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    args: [
      ...preloaded.flatMap((path) => ['-r', path]),
      application,
      `--user-data-dir=${userDataDir}`,
      '--disable-gpu',
      ...asRoot,
      ...args,
    ],
    env: { ...ownEnvironment(), ...env },
    // Else Playwright adds --no-sandbox by itself.
    chromiumSandbox: asRoot.length === 0,
  });
  keepAnswers(app);
  const problems = collectPageProblems(app.context());
  const process_ = app.process();
  const isRunning = () => process_.exitCode === null && process_.signalCode === null;
  return {
    app,
    problems,
    isRunning,
    async readyWindow() {
      const window = await app.firstWindow();
      typeAsPeopleDo(window);
      await expect
        .poll(
          () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
          {
            message: 'The window is shown once the page has drawn its first screen',
            timeout: 30_000,
          },
        )
        .toBe(true);
      return window;
    },
    async quit() {
      await quitWhenAsked(app);
      await app.close();
      await expect.poll(() => isLocked(userDataDir), { message: 'SingletonLock is still there' }).toBe(false);
    },
    async kill() {
      if (process_.pid !== undefined) await killProcessTree(process_.pid);
    },
  };
}

/** Between two keys of a person, in milliseconds; what comes without a pause is a scanner's. */
const TYPING_MS = 45;

function typeAsPeopleDo({ keyboard }: Page): void {
  const type = keyboard.type.bind(keyboard);
  keyboard.type = (text, options) => type(text, { delay: TYPING_MS, ...options });
}

/**
 * Makes `app.evaluate` answer by a promise that is held on to until well after. Node's inspector holds on to none: it lost
 * the answer at times ("Resulting promise was garbage collected") while the main process allocated much.
 */
function keepAnswers(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app);
  Object.assign(app, {
    evaluate: (pageFunction: unknown, argument: unknown) => {
      // Playwright sends a function's text, so the text is all that this one is made of.
      const text = `(electron, argument) => {
        const held = (globalThis.heldAnswers ??= new Set());
        const answer = new Promise(setImmediate).then(() => (${String(pageFunction)})(electron, argument));
        held.add(answer);
        const letGo = () => setTimeout(() => held.delete(answer), 1_000);
        answer.then(letGo, letGo);
        return answer;
      }`;
      return evaluate(
        Object.assign(() => undefined, { toString: () => text }),
        argument,
      );
    },
  });
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
