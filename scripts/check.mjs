// npm run check: types, then lint, format and import rules.
import { packageProgram } from './package-program.mjs';
import { isMainScript, runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';
import { setUp } from './setup.mjs';

/**
 * The checks, each with its name and a function that runs it and answers its exit code.
 * @type {readonly { name: string, run: () => Promise<number> }[]}
 */
export const checks = [
  { name: 'types', run: () => runInTerminal(process.execPath, [packageProgram('typescript', 'tsc'), '-b']) },
  {
    name: 'lint',
    run: () =>
      runInTerminal(process.execPath, [
        packageProgram('@biomejs/biome', 'biome'),
        'check',
        '--error-on-warnings',
        '.',
      ]),
  },
];

async function main() {
  await setUp('modules');
  let failed = 0;
  for (const { name, run } of checks) {
    const code = await run();
    console.log(code === 0 ? `${name}: in order` : `${name}: not in order, see above`);
    if (code !== 0) failed += 1;
  }
  return failed > 0 ? 1 : 0;
}

if (isMainScript(import.meta.url)) await runMain(main);
