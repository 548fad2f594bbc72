import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const caches = join(import.meta.dirname, '../../node_modules/.cache');

export interface BuiltProgram {
  readonly path: string;
  remove(): void;
}

/** Builds a TypeScript file into a program that plain Node runs in a process of its own. */
export async function buildProgram(entry: string): Promise<BuiltProgram> {
  const name = basename(entry, '.ts');
  mkdirSync(caches, { recursive: true });
  // Below node_modules, so that the packages it leaves outside are found.
  const outDir = mkdtempSync(join(caches, `${name}-`));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, outDir, target: 'node20', emptyOutDir: false },
  });
  return {
    path: join(outDir, `${name}.js`),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
