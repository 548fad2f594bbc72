// Runs the practice server alone: npm run practice-server -- --port 4010. Takes node modules only, no Electron.
import { buildIfChanged, hashOf } from './build-stamp.mjs';
import { inCheckout } from './checkout.mjs';
import { PlainFailure, runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';
import { setUp } from './setup.mjs';

const sources = ['electron', 'shared', 'package-lock.json', 'scripts/practice-server.mjs'];
const outDir = inCheckout('out', 'practice-server');

await runMain(async () => {
  await setUp('modules');
  const stamp = () => hashOf(sources.map((name) => inCheckout(name)));
  await buildIfChanged(inCheckout('out', 'practice-server-stamp'), stamp, bundle);
  return runInTerminal(process.execPath, [
    inCheckout('out', 'practice-server', 'cli.js'),
    ...process.argv.slice(2),
  ]);
});

async function bundle() {
  const { build } = await import('vite');
  try {
    await build({
      configFile: false,
      root: inCheckout(),
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node20.19',
        outDir,
        emptyOutDir: true,
        rolldownOptions: {
          input: { cli: inCheckout('electron', 'practice-server', 'cli.ts') },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    });
  } catch (error) {
    throw new PlainFailure(
      'The practice server could not be built: put right what is said above and run the command again.',
      {
        details: error instanceof Error ? error.message : String(error),
      },
    );
  }
}
