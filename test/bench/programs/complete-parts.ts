import { Dice } from '../../../electron/practice-server/sample-data/dice.ts';
import { makeParts } from '../../../electron/practice-server/sample-data/parts.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { createPartRepository } from '../../../electron/storage/parts.ts';
import { type Part, readPart } from '../../../shared/parts/part.ts';
import { answer, readTask } from '../../child-programs/measuring-program.ts';
import { chooseTenant, openPlainDesk, type Tenant } from '../../child-programs/plain-desk.ts';

/*
 * Fills a folder with parts as PIMS would have shown them, and completes what people type. Answers milliseconds until each
 * answer is there.
 */

export interface CompletionTask {
  readonly folder: string;
  readonly tenant: Tenant;
  readonly parts: number;
  /** Completions of each kind. */
  readonly rounds: number;
}

export interface CompletionFigures {
  /** By what was typed. */
  readonly took: Readonly<Record<string, readonly number[]>>;
  /** Filling, for one part. */
  readonly keptMs: number;
  readonly databaseMiB: number;
}

const typedKinds = ['one letter', 'start of a code', 'middle of a code', 'two words', 'nothing'] as const;
type TypedKind = (typeof typedKinds)[number];

const SCREENFUL = 20;
/** As many as PIMS shows in one answer of a large search. */
const AT_ONCE = 500;
const MEBIBYTE = 1_024 * 1_024;

const task = readTask<CompletionTask>();
const parts = makeParts(new Dice(1), task.parts).flatMap(
  ({ fields }) => readPart(fields, '2026-05-15T10:00:00.000Z') ?? [],
);
const filled = await fill();
const { desk, close } = await openPlainDesk(task.folder);
const took: Record<string, number[]> = {};
const dice = new Dice(2);
const WARM_UP = 20;
for (const kind of typedKinds) {
  const times: number[] = [];
  for (let round = -WARM_UP; round < task.rounds; round += 1) {
    const text = typedText(kind, dice.pick(parts));
    const started = performance.now();
    const found = await desk.parts.complete({ text, limit: SCREENFUL });
    const ms = performance.now() - started;
    if ((found.length === 0) !== (kind === 'nothing'))
      throw new Error(`“${text}” finds ${found.length} parts.`);
    if (round >= 0) times.push(ms);
  }
  took[kind] = times;
}
answer({ took, ...filled } satisfies CompletionFigures);
await close();

/** Past the desk, since no PIMS has so many parts for us. */
async function fill(): Promise<Pick<CompletionFigures, 'keptMs' | 'databaseMiB'>> {
  const first = await openPlainDesk(task.folder);
  const { id } = await chooseTenant(first.desk, task.tenant);
  await first.close();
  const db = openDatabase(task.folder, () => new Date());
  const repository = createPartRepository(db);
  const started = performance.now();
  for (let at = 0; at < parts.length; at += AT_ONCE) repository.put(id, parts.slice(at, at + AT_ONCE));
  const keptMs = (performance.now() - started) / parts.length;
  const size = db
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    .get();
  db.close();
  return { keptMs, databaseMiB: bytesOf(size) / MEBIBYTE };
}

function bytesOf(row: unknown): number {
  const hasBytes = typeof row === 'object' && row !== null && 'bytes' in row;
  if (hasBytes && typeof row.bytes === 'number') return row.bytes;
  throw new Error('The size of the database is not known.');
}

function typedText(kind: TypedKind, { code, description }: Part): string {
  const words = (description ?? '').split(/\W+/).filter((word) => word.length > 2);
  switch (kind) {
    case 'one letter':
      return code.slice(0, 1).toLowerCase();
    case 'start of a code':
      return code.slice(0, 4).toLowerCase();
    case 'middle of a code':
      return code.slice(1, 5).toLowerCase();
    case 'two words':
      return `${words.at(-1) ?? ''} ${(words[0] ?? '').slice(0, 3)}`.toLowerCase();
    case 'nothing':
      return 'qqzzq';
  }
}
