// npm run soak: 5,000 random schedules of the outbox model, and the real application killed 25 times while it sends.
// `-- --schedules N` or `-- --kills N` runs that part alone, unless both are named; 0 leaves one out. `--seed N` replays.
import { parseArgs } from 'node:util';
import { buildApp } from './build-app.mjs';
import { withOutboxModel } from './outbox-model.mjs';
import { PlainFailure, runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';
import { runPlaywright } from './run-playwright.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const { schedules, kills, seed } = readOptions();
  await setUp(kills > 0 ? 'session' : 'modules');
  const codes = [];
  if (schedules > 0) codes.push(await runSchedules(schedules, seed));
  if (kills > 0) codes.push(await runKills(kills, seed));
  return codes.some((code) => code !== 0) ? 1 : 0;
});

/**
 * @param {number} schedules
 * @param {number | undefined} seed Of the first one.
 */
function runSchedules(schedules, seed) {
  const args = ['--schedules', String(schedules), ...(seed === undefined ? [] : ['--seed', String(seed)])];
  return withOutboxModel(null, (program) => runInTerminal(process.execPath, [program, ...args]));
}

/**
 * @param {number} kills
 * @param {number | undefined} seed
 */
async function runKills(kills, seed) {
  await buildApp();
  return runPlaywright(['kills'], ['--global-timeout=0'], {
    ORDER_DESK_KILLS: String(kills),
    ...(seed === undefined ? {} : { ORDER_DESK_KILLS_SEED: String(seed) }),
  });
}

function readOptions() {
  const option = /** @type {const} */ ({ type: 'string' });
  const values = readFlags({ schedules: option, kills: option, seed: option });
  const isOneAlone = (values.schedules === undefined) !== (values.kills === undefined);
  return {
    schedules: wholeNumber('--schedules', values.schedules) ?? (isOneAlone ? 0 : 5_000),
    kills: wholeNumber('--kills', values.kills) ?? (isOneAlone ? 0 : 25),
    seed: wholeNumber('--seed', values.seed),
  };
}

/**
 * @template {import('node:util').ParseArgsOptionsConfig} T
 * @param {T} options
 */
function readFlags(options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // What parseArgs says in its first sentence is for people.
    const [problem] = String(error instanceof Error ? error.message : error).split('. ');
    throw new PlainFailure(
      `${problem}. There are --schedules, --kills and --seed, each with a whole number.`,
    );
  }
}

/**
 * @param {string} option
 * @param {string | undefined} text
 */
function wholeNumber(option, text) {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) {
    throw new PlainFailure(`${option} takes a whole number, not "${text}".`);
  }
  return text === undefined ? undefined : Number(text);
}
