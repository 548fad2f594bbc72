import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { measuringProgram } from '../child-programs/measuring-program.ts';
import { median, percentile, report } from './figures.ts';
import type { CompletionFigures, CompletionTask } from './programs/complete-parts.ts';
import { temporaryFolders } from './temporary-folders.ts';

/** Nothing listens there: completion asks nobody. */
const unreachable = {
  baseUrl: 'http://127.0.0.1:9',
  teamId: 'bench',
  apiId: 'bench',
  apiSecret: 'bench-secret',
};

test('completing a part from 50,000 and from 500', async () => {
  const ROUNDS = 200;
  const [FEW, MANY] = [500, 50_000];
  const program = await measuringProgram<CompletionTask, CompletionFigures>(
    join(import.meta.dirname, 'programs/complete-parts.ts'),
  );
  const folders = temporaryFolders();
  try {
    const measure = (parts: number) =>
      program.run({ folder: folders.make(), tenant: unreachable, parts, rounds: ROUNDS });
    const few = await measure(FEW);
    const many = await measure(MANY);
    for (const [kind, long] of Object.entries(many.took)) {
      const short = few.took[kind] ?? [];
      expect(long).toHaveLength(ROUNDS);
      await report(
        `completing (${kind}) from ${MANY} parts / from ${FEW}: ${(median(long) / median(short)).toFixed(2)}; ` +
          `${median(long).toFixed(2)} ms, 19 of 20 within ${percentile(long, 0.95).toFixed(2)} ms (aim 10), ` +
          `against ${median(short).toFixed(2)} ms, ${ROUNDS} rounds`,
      );
    }
    await report(
      `keeping one of ${MANY} parts / of ${FEW}: ${(many.keptMs / few.keptMs).toFixed(2)}; ` +
        `${many.keptMs.toFixed(3)} ms against ${few.keptMs.toFixed(3)} ms; ${many.databaseMiB.toFixed(1)} MiB on disk`,
    );
  } finally {
    program.remove();
    folders.remove();
  }
});
