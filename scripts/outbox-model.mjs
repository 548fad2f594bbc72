import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { inCheckout } from './checkout.mjs';
import { PlainFailure } from './plain-failure.mjs';

/**
 * A place in the source that is broken on purpose.
 * @typedef {{ name: string, file: string, changes: readonly { from: string, to: string }[] }} Mutant
 */

/**
 * Builds the outbox model as a program, with a mutant in it or without; hands its path on and clears up afterwards.
 * @template T
 * @param {Mutant | null} mutant
 * @param {(program: string) => Promise<T>} work
 */
export async function withOutboxModel(mutant, work) {
  const caches = inCheckout('node_modules', '.cache');
  mkdirSync(caches, { recursive: true });
  // Below node_modules, so that the packages it leaves outside are found.
  const outDir = mkdtempSync(join(caches, 'outbox-model-'));
  try {
    await build({
      configFile: false,
      root: inCheckout(),
      logLevel: 'silent',
      plugins: mutant === null ? [] : [breaking(mutant)],
      build: { ssr: inCheckout('test', 'model', 'run.ts'), outDir, target: 'node20', emptyOutDir: false },
    });
    return await work(join(outDir, 'run.js'));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/**
 * @param {Mutant} mutant
 * @returns {import('vite').Plugin}
 */
function breaking(mutant) {
  const { name, file } = mutant;
  const path = inCheckout(...file.split('/'));
  let isBroken = false;
  return {
    name: 'break-on-purpose',
    enforce: 'pre',
    transform(code, id) {
      if (id !== path) return null;
      isBroken = true;
      return broken(mutant, code);
    },
    buildEnd() {
      if (!isBroken)
        throw new PlainFailure(`The mutant "${name}" was not built: ${file} is no part of the model.`);
    },
  };
}

/**
 * The code with the changes of a mutant in it.
 * @param {Mutant} mutant
 * @param {string} code
 */
export function broken({ name, file, changes }, code) {
  let changed = code;
  for (const { from, to } of changes) {
    if (changed.split(from).length !== 2) {
      throw new PlainFailure(
        `The mutant "${name}" no longer fits ${file}: what it replaces is not there once.`,
      );
    }
    changed = changed.replace(from, () => to);
  }
  return changed;
}
