import { existsSync, readFileSync } from 'node:fs';
import { PlainFailure } from '../plain-failure.mjs';
import { withProgress } from '../progress.mjs';
import { runQuietly } from '../run-command.mjs';
import {
  availablePackages,
  choosePackages,
  installedPackages,
  isDebianLike,
  missingNeeds,
  packageNeeds,
} from './package-needs.mjs';

const installLimitMs = 20 * 60_000;
const english = { ...process.env, LC_ALL: 'C' }; // apt-cache translates its answers.

/**
 * The needs that no installed package meets. Empty wherever packages aren't ours to install: other systems than Debian and
 * Ubuntu.
 * @param {readonly (keyof typeof packageNeeds)[]} purposes
 */
export async function missingSystemPackages(purposes) {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return [];
  if (!isDebianLike(readFileSync('/etc/os-release', 'utf8'))) return [];
  const { output } = await runQuietly('dpkg', ['--get-selections']);
  return missingNeeds(
    purposes.flatMap((purpose) => packageNeeds[purpose]),
    installedPackages(output),
  );
}

/**
 * Installs what is missing, as root or with sudo where it asks for no password. Elsewhere throws a PlainFailure with the one
 * command to run.
 * @param {string[][]} missing
 */
export async function installSystemPackages(missing) {
  const asRoot = await rootPrefix();
  if (asRoot === undefined) {
    const names = choosePackages(missing, await findAvailable(missing));
    throw new PlainFailure(
      `Order Desk needs some system packages, and installing them takes an administrator. Run this and then the command again:\n\n  sudo apt-get install -y ${names.join(' ')}`,
    );
  }
  await withProgress('Refreshing the list of system packages (apt-get update)', () =>
    apt(asRoot, ['update']),
  );
  const names = choosePackages(missing, await findAvailable(missing));
  await withProgress(`Installing system packages: ${names.join(', ')}`, () =>
    apt(asRoot, ['install', '-y', '--no-install-recommends', ...names]),
  );
}

/** What to put before a command to run it as root; undefined where that is not to be had without a password. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = await runQuietly('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string[][]} needs */
async function findAvailable(needs) {
  const { output } = await runQuietly('apt-cache', ['policy', ...needs.flat()], { env: english });
  return availablePackages(output);
}

/**
 * @param {string[]} asRoot
 * @param {string[]} args
 */
async function apt(asRoot, args) {
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2'];
  const [command, ...rest] = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    ...patient,
    ...args,
  ];
  const { code, output } = await runQuietly(command ?? '', rest, { timeoutMs: installLimitMs });
  if (code === 0) return;
  throw new PlainFailure(
    `The system packages could not be installed: put right what apt-get says above, or run "apt-get ${args.join(' ')}" as an administrator, and then the command again.`,
    { details: output },
  );
}
