import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { measuringProgram } from '../child-programs/measuring-program.ts';
import { median, report, spread } from './figures.ts';
import type { FolderFigures, FolderTask } from './programs/open-folder.ts';
import type { QueueTask } from './programs/queue-drafts.ts';
import type { EditsFigures, EditsTask } from './programs/save-edits.ts';
import { temporaryFolders } from './temporary-folders.ts';

const programs = join(import.meta.dirname, 'programs');
/** Nothing listens there. */
const unreachable = {
  baseUrl: 'http://127.0.0.1:9',
  teamId: 'bench',
  apiId: 'bench',
  apiSecret: 'bench-secret',
};

test('saving one edit in a draft of 10 lines and of 10,000', async () => {
  const EDITS = 500;
  const program = await measuringProgram<EditsTask, EditsFigures>(join(programs, 'save-edits.ts'));
  const folders = temporaryFolders();
  try {
    const [short = [], long = []] = await program.run({
      folder: folders.make(),
      tenant: unreachable,
      lengths: [10, 10_000],
      edits: EDITS,
    });
    await report(
      `saving one edit of 10,000 lines / of 10 lines: ${(median(long) / median(short)).toFixed(2)} (aim 1.5); ` +
        `${median(long).toFixed(1)} ms against ${median(short).toFixed(1)} ms (aim 5), ${EDITS} edits`,
    );
    expect(short).toHaveLength(EDITS);
    expect(long).toHaveLength(EDITS);
  } finally {
    program.remove();
    folders.remove();
  }
});

test('1,000 queued drafts against none', async () => {
  const DRAFTS = 1_000;
  const ROUNDS = 5;
  const fill = await measuringProgram<QueueTask, unknown>(join(programs, 'queue-drafts.ts'));
  const open = await measuringProgram<FolderTask, FolderFigures>(join(programs, 'open-folder.ts'), [
    '--expose-gc',
  ]);
  const folders = temporaryFolders();
  try {
    const [none, many] = [folders.make(), folders.make()];
    await fill.run({ folder: none, tenant: unreachable, drafts: 0, linesEach: 20 });
    await fill.run({ folder: many, tenant: unreachable, drafts: DRAFTS, linesEach: 20 });
    const figures: { none: FolderFigures[]; many: FolderFigures[] } = { none: [], many: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      figures.none.push(await open.run({ folder: none }));
      figures.many.push(await open.run({ folder: many }));
    }
    for (const [what, unit, key] of [
      ['memory (resident)', 'MiB', 'residentMiB'],
      ['memory (heap)', 'MiB', 'heapMiB'],
      ['start', 'ms', 'startMs'],
      ['outbox.list', 'ms', 'outboxMs'],
      ['drafts.list', 'ms', 'draftsMs'],
    ] as const) {
      const [few, lots] = [figures.none.map((one) => one[key]), figures.many.map((one) => one[key])];
      await report(
        `${what} with ${DRAFTS} queued drafts / with none: ${(median(lots) / median(few)).toFixed(2)}; ` +
          `${median(lots).toFixed(1)} ${unit} (${spread(lots, 1)}) against ${median(few).toFixed(1)} ${unit}`,
      );
    }
    expect(figures.many.map(({ queued }) => queued)).toEqual(Array.from({ length: ROUNDS }, () => DRAFTS));
  } finally {
    fill.remove();
    open.remove();
    folders.remove();
  }
});
