import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/**
 * A failure that a person can do something about: its message is one or two plain sentences that say what is wrong
 * and what to do. It is printed without a stack trace.
 */
export class PlainFailure extends Error {
  /**
   * @param {string} message
   * @param {{ details?: string }} [more] Output of the command that failed, printed above the message.
   */
  constructor(message, { details } = {}) {
    super(message);
    this.details = details;
  }
}

/**
 * Prints a failure: plain ones as sentences, anything else with its stack, since that is a defect of ours.
 * @param {unknown} error
 */
export function printFailure(error) {
  if (!(error instanceof PlainFailure)) {
    console.error(error);
    return;
  }
  if (error.details) console.error(stripVTControlCharacters(error.details).trimEnd());
  console.error(`\n${error.message}`);
}

/**
 * Runs a script's main function and turns its result into the exit code.
 * @param {() => Promise<number | void>} main Answers the exit code; nothing means 0.
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

/**
 * Whether a module is the script that Node was started with.
 * @param {string} moduleUrl import.meta.url
 */
export function isMainScript(moduleUrl) {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href;
}
