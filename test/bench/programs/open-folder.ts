import { setTimeout as wait } from 'node:timers/promises';
import { answer, readTask } from '../../child-programs/measuring-program.ts';
import { openPlainDesk } from '../../child-programs/plain-desk.ts';

/* Opens a folder, and answers what that takes: milliseconds, and memory once it has come to rest. Needs --expose-gc. */

export interface FolderTask {
  readonly folder: string;
}

export interface FolderFigures {
  readonly startMs: number;
  readonly outboxMs: number;
  readonly draftsMs: number;
  readonly queued: number;
  readonly heapMiB: number;
  readonly residentMiB: number;
}

const MEBIBYTE = 1_024 * 1_024;
const { folder } = readTask<FolderTask>();

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}

const [{ desk, close }, startMs] = await timed(() => openPlainDesk(folder));
const [submissions, outboxMs] = await timed(() => desk.outbox.list());
const [, draftsMs] = await timed(() => desk.drafts.list({}));
const queued = submissions.length;
submissions.length = 0;
const memory = await memoryAtRest();
answer({
  startMs,
  outboxMs,
  draftsMs,
  queued,
  heapMiB: memory.heapUsed / MEBIBYTE,
  residentMiB: memory.rss / MEBIBYTE,
} satisfies FolderFigures);
await close();

/** Three readings of the heap in a row within 1 % of each other. */
async function memoryAtRest(): Promise<NodeJS.MemoryUsage> {
  const readings: NodeJS.MemoryUsage[] = [];
  for (;;) {
    globalThis.gc?.();
    readings.push(process.memoryUsage());
    const last = readings.slice(-3).map(({ heapUsed }) => heapUsed);
    const latest = readings.at(-1);
    if (latest !== undefined && last.length === 3 && Math.max(...last) <= Math.min(...last) * 1.01)
      return latest;
    await wait(200);
  }
}
