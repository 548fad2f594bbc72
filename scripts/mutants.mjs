// npm run mutants: breaks the outbox on purpose, one way at a time; the model has to find each one.
import { withOutboxModel } from './outbox-model.mjs';
import { runMain } from './plain-failure.mjs';
import { runQuietly } from './run-command.mjs';
import { setUp } from './setup.mjs';

const SCHEDULES = 6_000;

/** @type {readonly import('./outbox-model.mjs').Mutant[]} */
const mutants = [
  {
    name: 'skip the look before the first send',
    file: 'electron/outbox/submit.ts',
    from: 'if (used === undefined) known.ownReference(id);',
    to: 'known.setOrders(id, []);',
  },
  {
    name: 'adopt the first candidate',
    file: 'electron/outbox/look.ts',
    from: "const isIt = more.length === 0 && before !== null && likenessOfOrder(sent, only) === 'same';",
    to: 'const isIt = true;',
  },
  {
    name: 'forget the settle time',
    file: 'electron/outbox/check-step.ts',
    from: 'if (settlesIn > 0) return',
    to: 'if (settlesIn > 1e12) return',
  },
  {
    name: 'write the intent after sending',
    file: 'electron/outbox/send-submission.ts',
    from: `  if (!records.intend(submission, step)) return { ended: 'withdrawn' };
  log.debug('Step intended', about);
  const outcome = await perform(client, step);
`,
    to: `  const outcome = await perform(client, step);
  if (!records.intend(submission, step)) return { ended: 'withdrawn' };
`,
  },
  {
    name: 'ignore the claim of another draft',
    file: 'electron/outbox/look.ts',
    from: '!(claimed.has(number) || before?.includes(number))',
    to: '!before?.includes(number)',
  },
];

await runMain(async () => {
  await setUp('modules');
  let survivors = 0;
  for (const mutant of mutants) {
    const { code, output } = await withOutboxModel(mutant, (program) =>
      runQuietly(process.execPath, [program, '--schedules', String(SCHEDULES), ...process.argv.slice(2)]),
    );
    const first = output.split('\n', 2).join(' ').trim();
    // A broken promise, not a program that fell over.
    const isFound = code === 1 && first.startsWith('Seed ') && !/s: +\w*Error/.test(first);
    if (!isFound) survivors += 1;
    console.log(`${isFound ? 'found   ' : 'SURVIVED'}  ${mutant.name}: ${first}`);
  }
  console.log(survivors === 0 ? 'Every mutant was found.' : `${survivors} of ${mutants.length} survived.`);
  return survivors === 0 ? 0 : 1;
});
