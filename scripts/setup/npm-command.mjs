import { runQuietly } from '../run-command.mjs';

/**
 * Runs npm quietly. Under `npm run` it is the very npm that was called; otherwise the one on the path.
 * @param {readonly string[]} args
 * @param {{ timeoutMs?: number, env?: NodeJS.ProcessEnv }} [options]
 */
export function runNpm(args, options) {
  const npmScript = process.env.npm_execpath;
  if (npmScript && /npm-cli\.[cm]?js$/.test(npmScript)) {
    return runQuietly(process.execPath, [npmScript, ...args], options);
  }
  if (process.platform !== 'win32') return runQuietly('npm', args, options);
  // Windows has npm as a batch file, which only the command interpreter runs.
  return runQuietly(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
}
