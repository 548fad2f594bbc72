import { readFileSync } from 'node:fs';
import { inCheckout } from './checkout.mjs';

/**
 * The script of a program that an installed package brings, to be run with Node itself: works alike on every platform, which
 * node_modules/.bin does not.
 * @param {string} packageName
 * @param {string} [program] Its name, where it is not the package's.
 */
export function packageProgram(packageName, program = packageName) {
  const { bin } = JSON.parse(readFileSync(inCheckout('node_modules', packageName, 'package.json'), 'utf8'));
  return inCheckout('node_modules', packageName, typeof bin === 'string' ? bin : bin[program]);
}
