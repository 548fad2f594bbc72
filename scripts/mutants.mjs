// npm run mutants: breaks the outbox on purpose, one way at a time; the model has to find each one.
// npm run mutants -- --seed 1 begins the schedules elsewhere.
import { withOutboxModel } from './outbox-model.mjs';
import { outboxMutants } from './outbox-mutants.mjs';
import { runMain } from './plain-failure.mjs';
import { runQuietly } from './run-command.mjs';
import { setUp } from './setup.mjs';

const SCHEDULES = 6_000;

await runMain(async () => {
  await setUp('modules');
  let survivors = 0;
  for (const mutant of outboxMutants) {
    const { code, output } = await withOutboxModel(mutant, (program) =>
      runQuietly(process.execPath, [program, '--schedules', String(SCHEDULES), ...process.argv.slice(2)]),
    );
    const first = output.split('\n', 2).join(' ').trim();
    // A broken promise, not a program that fell over.
    const isFound = code === 1 && first.startsWith('Seed ') && !/s: +\w*Error/.test(first);
    if (!isFound) survivors += 1;
    console.log(`${isFound ? 'found   ' : 'SURVIVED'}  ${mutant.name}: ${first}`);
  }
  console.log(
    survivors === 0 ? 'Every mutant was found.' : `${survivors} of ${outboxMutants.length} survived.`,
  );
  return survivors === 0 ? 0 : 1;
});
