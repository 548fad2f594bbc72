import { runSchedule } from './schedule.ts';

/*
 * Runs schedules until one breaks a promise: --schedules N (1,000 by default), --seed S of the first. Prints the seed
 * of the one that failed; the same seed replays it. The exit code is 1 then.
 */

function option(name: string, byDefault: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at === -1 ? byDefault : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number.`);
  return value;
}

const first = option('seed', 1);
const count = option('schedules', 1_000);
const start = performance.now();
for (let index = 0; index < count; index += 1) {
  const seed = first + index;
  const found = await runSchedule(seed).catch((cause: unknown) => [
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  ]);
  if (found.length === 0) continue;
  process.stdout.write(
    `Seed ${seed} fails after ${index + 1} schedules, ${seconds()} s:\n  ${found.join('\n  ')}\n`,
  );
  process.exit(1);
}
process.stdout.write(`${count} schedules kept every promise, ${seconds()} s.\n`);
process.exit(0);

function seconds(): string {
  return ((performance.now() - start) / 1_000).toFixed(1);
}
