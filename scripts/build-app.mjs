import { rmSync } from 'node:fs';
import { buildIfChanged, hashOf } from './build-stamp.mjs';
import { inCheckout } from './checkout.mjs';
import { electronEnvironment } from './electron-environment.mjs';
import { packageProgram } from './package-program.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-command.mjs';

const stampFile = inCheckout('out', 'app-stamp');
const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Builds the application into out/, unless what is there was built from the sources as they are now. */
export function buildApp() {
  const stamp = () => hashOf(sources.map((name) => inCheckout(name)));
  return buildIfChanged(stampFile, stamp, () => withProgress('Building Order Desk', runBuild));
}

/** Has the next build done in any case: what is in out/ is about to be written by something else. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}

async function runBuild() {
  const { code, output } = await runQuietly(
    process.execPath,
    [packageProgram('electron-vite'), 'build', '--logLevel', 'warn'],
    { env: { ...process.env, ...electronEnvironment() } },
  );
  if (code !== 0) {
    throw new PlainFailure(
      'Order Desk could not be built: put right what is said above and run the command again.',
      {
        details: output,
      },
    );
  }
}
