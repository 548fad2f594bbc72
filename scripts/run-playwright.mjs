import { runInDesktopSession } from './desktop-session.mjs';
import { electronEnvironment } from './electron-environment.mjs';
import { packageProgram } from './package-program.mjs';

/**
 * Runs Playwright projects on a desktop of their own, with the Electron in use. Answers the exit code.
 * @param {readonly string[]} projects Names of projects in playwright.config.ts.
 * @param {readonly string[]} [args] Further arguments for Playwright: filters of files, --grep and so on.
 * @param {NodeJS.ProcessEnv} [env] Further environment variables.
 */
export function runPlaywright(projects, args = [], env = {}) {
  return runInDesktopSession(
    process.execPath,
    [
      packageProgram('@playwright/test', 'playwright'),
      'test',
      ...projects.map((name) => `--project=${name}`),
      ...args,
    ],
    { env: { ...process.env, ...electronEnvironment(), ...env } },
  );
}
