import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildApp } from './build-app.mjs';
import { checks } from './check.mjs';
import { inCheckout } from './checkout.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { packageUnpacked } from './package-app.mjs';
import { packageProgram } from './package-program.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { runPlaywright } from './run-playwright.mjs';
import { countExitCode, countPlaywright, countVitest } from './test-report.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ group: string, name: string, run: (filters: readonly string[]) => Promise<Counts> }} TestPart
 */

/**
 * The parts of `npm test`, in their order. `group` is what a developer calls: npm test -- e2e.
 * @type {readonly TestPart[]}
 */
export const testParts = [
  ...checks.map(({ name, run }) => ({ group: 'check', name, run: async () => countExitCode(await run()) })),
  { group: 'unit', name: 'unit', run: (filters) => runVitest('unit', filters) },
  { group: 'integration', name: 'integration', run: (filters) => runVitest('integration', filters) },
  {
    group: 'e2e',
    name: 'end to end in Electron',
    run: async (filters) => {
      await buildApp();
      return runProjects(['kills', 'e2e', 'first-run'], filters);
    },
  },
  {
    group: 'package',
    name: 'packaged application',
    run: async (filters) => {
      await packageUnpacked();
      return runProjects(['package'], filters);
    },
  },
];

/**
 * @param {string} project A project of vitest.config.ts.
 * @param {readonly string[]} filters
 */
async function runVitest(project, filters) {
  const file = freshReport(`${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runInDesktopSession(
    process.execPath,
    [packageProgram('vitest'), 'run', `--project=${project}`, ...reporters, ...filters],
    { env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' } },
  );
  return countVitest(readReport(file), code);
}

/**
 * @param {readonly string[]} projects
 * @param {readonly string[]} filters
 */
async function runProjects(projects, filters) {
  const file = freshReport(`${projects.join('-')}.json`);
  const code = await runPlaywright(projects, ['--reporter=list,json', ...filters], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return countPlaywright(readReport(file), code);
}

/** @param {string} name */
function freshReport(name) {
  const file = inCheckout('test-results', 'reports', name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * The report that a runner has written; undefined when it didn't get so far.
 * @param {string} file
 * @returns {unknown}
 */
function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new PlainFailure(
      `The test runner was stopped while it wrote its report (${file}): run the tests again.`,
    );
  }
}
