import { buildApp } from './build-app.mjs';
import { buildIfChanged, hashOf } from './build-stamp.mjs';
import { inCheckout } from './checkout.mjs';
import { runtimeInUse } from './electron-environment.mjs';
import { packageProgram } from './package-program.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-command.mjs';

const inputs = [
  'out/main',
  'out/preload',
  'out/renderer',
  'build',
  'electron-builder.yml',
  'package.json',
  'package-lock.json',
];

/**
 * Packages the application for this platform into dist/: the unpacked folder, which is what the tests start. Made from the
 * Electron in use, so it needs no download, and made anew only when something has changed.
 */
export async function packageUnpacked() {
  await buildApp();
  const runtime = expectRuntime();
  const stamp = () => `${runtime.kind} ${runtime.version} ${hashOf(inputs.map((name) => inCheckout(name)))}`;
  await buildIfChanged(inCheckout('dist', 'unpacked-stamp'), stamp, () =>
    withProgress('Packaging the unpacked application', () =>
      runBuilder(['--dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`]),
    ),
  );
}

/** Makes the installers of this platform. Never from the fallback runtime: users get the official Electron alone. */
export async function packageInstallers() {
  await buildApp();
  const runtime = expectRuntime();
  if (runtime.kind !== 'official')
    throw new PlainFailure('Installers are made from the official Electron alone.');
  await withProgress('Packaging the installers', () => runBuilder([]));
}

function expectRuntime() {
  const runtime = runtimeInUse();
  if (runtime === undefined)
    throw new PlainFailure('The Electron runtime is not installed yet: run "npm run setup" first.');
  return runtime;
}

/** @param {string[]} args */
async function runBuilder(args) {
  const { code, output } = await runQuietly(process.execPath, [
    packageProgram('electron-builder'),
    '--publish',
    'never',
    ...args,
  ]);
  if (code !== 0) {
    throw new PlainFailure(
      'Order Desk could not be packaged: put right what electron-builder says above and run the command again.',
      {
        details: output,
      },
    );
  }
}
