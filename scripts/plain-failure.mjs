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
 * Runs a script's main function and turns its result into the exit code. Plain failures are printed as sentences,
 * anything else with its stack, since that is a defect of ours.
 * @param {() => Promise<number | void>} main Answers the exit code; nothing means 0.
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof PlainFailure) {
      if (error.details) console.error(error.details.trimEnd());
      console.error(`\n${error.message}`);
    } else {
      console.error(error);
    }
    process.exitCode = 1;
  }
}
