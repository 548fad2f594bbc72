import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { checkout } from './checkout.mjs';

/**
 * @typedef {{ code: number, output: string, timedOut: boolean, missing: boolean }} Finished
 * `code` is the exit code (128 + signal number for a killed command), `output` both streams as they came,
 * `missing` whether there is no such command.
 */

/**
 * Runs a command to its end without showing what it prints. Never throws for a command that fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, input?: string }} [options]
 * @returns {Promise<Finished>}
 */
export function runQuietly(command, args, { cwd = checkout, env = process.env, timeoutMs, input } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.stdin.on('error', () => {}); // The command may end before it has read its input.
    child.stdin.end(input ?? '');
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: error.message, timedOut, missing: Object(error).code === 'ENOENT' });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: exitCode(code, signal), output, timedOut, missing: false });
    });
  });
}

/**
 * Runs a command in the person's terminal and answers its exit code. Ctrl+C reaches the command by the terminal
 * itself; a SIGTERM or SIGHUP to us is handed on, so that ending us ends it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runInTerminal(command, args, { cwd = checkout, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const stopHandingOn = handOnSignals(child);
    child.on('error', (error) => {
      stopHandingOn();
      reject(error);
    });
    child.on('close', (code, signal) => {
      stopHandingOn();
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * While the child runs, signals that would end us go to the child instead; a second one ends it the hard way.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} Ends the handing on.
 */
export function handOnSignals(child) {
  let received = 0;
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    received += 1;
    if (received > 1) child.kill('SIGKILL');
    // A terminal sends Ctrl+C to the whole foreground group: the child already has it.
    else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, handOn);
  return () => {
    for (const signal of signals) process.off(signal, handOn);
  };
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? (signal ? 128 + constants.signals[signal] : 1);
}
