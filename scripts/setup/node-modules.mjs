import { existsSync, readFileSync } from 'node:fs';
import { inCheckout } from '../checkout.mjs';
import { PlainFailure } from '../plain-failure.mjs';
import { withProgress } from '../progress.mjs';
import { installedNodeHeaders } from './node-headers.mjs';
import { expectNpm } from './node-version.mjs';
import { runNpm } from './npm-command.mjs';

const installLimitMs = 20 * 60_000;

/** Whether node_modules holds what package-lock.json names, by the record that npm itself keeps of what it installed. */
export function nodeModulesAreReady() {
  const record = readLock(inCheckout('node_modules', '.package-lock.json'));
  const lock = readLock(inCheckout('package-lock.json'));
  return record !== undefined && lock !== undefined && lockIsInstalled(lock, record) && keytarIsBuilt();
}

/**
 * @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock
 */

/**
 * Whether every package of a lock file is in the record of installed ones. Optional packages may be missing: they are for
 * other platforms.
 * @param {Lock} lock
 * @param {Lock} record
 */
export function lockIsInstalled(lock, record) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const installed = record.packages[path];
    if (path === '') return true; // The application itself, which the record leaves out.
    if (installed === undefined) return wanted.optional === true;
    return installed.version === wanted.version && installed.integrity === wanted.integrity;
  });
}

/** Installs the packages of the lock file. */
export async function installNodeModules() {
  const version = await runNpm(['--version']);
  if (version.missing) {
    throw new PlainFailure(
      'There is no npm beside this Node.js: install Node.js from nodejs.org, which brings npm, and run the command again.',
    );
  }
  expectNpm(version.output.trim().split('\n').at(-1) ?? '');
  await withProgress('Installing node modules (npm ci)', async () => {
    const headers = process.env.npm_config_nodedir ?? installedNodeHeaders();
    const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--foreground-scripts'], {
      timeoutMs: installLimitMs,
      env: { ...process.env, ...(headers === undefined ? {} : { npm_config_nodedir: headers }) },
    });
    if (code !== 0) throw new PlainFailure(whatToDo(output), { details: complaintOf(output) });
  });
  if (!keytarIsBuilt()) {
    throw new PlainFailure(
      'The keychain package (keytar) was installed without its native program: run "npm rebuild keytar" and then this command again.',
    );
  }
}

/**
 * What npm said of the failure. Packages that ask for a newer Node.js than 20 are tested on it, and their warnings would
 * hide what matters; so would npm's manual.
 * @param {string} output
 */
function complaintOf(output) {
  const lines = output.split('\n').filter((line) => !/EBADENGINE/.test(line));
  const manual = lines.findIndex((line) => /^npm error Usage:/.test(line));
  return lines.slice(0, manual === -1 ? undefined : manual).join('\n');
}

/** @param {string} output */
export function whatToDo(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output) &&
    !/node-gyp|prebuild-install/.test(output)
  ) {
    return 'The npm registry could not be reached: check the network (and, behind a proxy, npm\'s "proxy" setting) and run the command again.';
  }
  if (/\bEUSAGE\b/.test(output)) {
    return 'package-lock.json does not agree with package.json: run "npm install", which brings them together, and then this command again.';
  }
  if (/libsecret/.test(output)) {
    return "The keychain package (keytar) could not be built because libsecret's headers are missing: install them (libsecret-1-dev on Debian and Ubuntu, libsecret-devel on Fedora, libsecret on Arch) and run the command again.";
  }
  if (/gyp ERR/.test(output) && /nodejs\.org/.test(output) && /network connectivity/.test(output)) {
    return "A native package could not be built because Node's headers could not be downloaded from nodejs.org: install a Node.js that brings them (those of nodejs.org do), or name their folder in npm_config_nodedir, and run the command again.";
  }
  if (/node-gyp|gyp ERR/.test(output)) {
    return 'A native package could not be built: install a C++ compiler, make and Python 3 (build-essential and python3 on Debian and Ubuntu) and run the command again.';
  }
  if (/ENOSPC/.test(output))
    return 'The disk is full: make room (the set-up needs about 2 GB) and run the command again.';
  return 'The node modules could not be installed: see what npm says above, put it right and run the command again.';
}

function keytarIsBuilt() {
  return existsSync(inCheckout('node_modules', 'keytar', 'build', 'Release', 'keytar.node'));
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
