// npm test: sets up, then runs every part of the tests, also when an earlier one failed. `npm test -- e2e` runs one part,
// and what follows goes to its runner: npm test -- e2e drafts, npm test -- unit csv.
import { PlainFailure, printFailure, runMain } from './plain-failure.mjs';
import { setUp } from './setup.mjs';
import { testParts } from './test-parts.mjs';
import { summarise } from './test-report.mjs';

await runMain(async () => {
  const [group, ...filters] = process.argv.slice(2);
  const parts = testParts.filter((part) => group === undefined || part.group === group);
  if (parts.length === 0) {
    const groups = [...new Set(testParts.map((part) => part.group))].join(', ');
    throw new PlainFailure(`There is no part of the tests called "${group}". There are: ${groups}.`);
  }
  await setUp('session');
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true));
  const results = [];
  for (const part of parts) {
    results.push(await runPart(part, filters));
    if (interrupted) throw new PlainFailure('The tests were interrupted.');
  }
  const { rows, closingLine, code } = summarise(results);
  console.log(`\n${rows.join('\n')}\n\n${closingLine}`);
  return code;
});

/**
 * @param {import('./test-parts.mjs').TestPart} part
 * @param {readonly string[]} filters
 */
async function runPart(part, filters) {
  console.log(`\n── ${part.name} ──`);
  const started = performance.now();
  const counts = await part.run(filters).catch((/** @type {unknown} */ error) => {
    printFailure(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name: part.name, ...counts, seconds: (performance.now() - started) / 1000 };
}
