import type { DraftId, SubmissionId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { DeskFacts } from '../storage/data-folder/desk-facts.ts';
import type { WitnessFile } from '../storage/data-folder/witness.ts';
import {
  draftSubject,
  type Fact,
  isFinished,
  orderSubject,
  saysTheSame,
  type Witnessed,
  type WitnessLine,
} from '../storage/data-folder/witness-line.ts';

/** Writes down beside the database how drafts and orders come to stand. Never disturbs what it watches. */
export interface WitnessKeeper {
  draftChanged(id: DraftId): void;
  orderChanged(id: SubmissionId): void;
  /** Writes what is still to be written. */
  close(): Promise<void>;
}

interface WitnessKeeperOptions {
  readonly file: WitnessFile;
  readonly facts: DeskFacts;
  readonly witnessed: Witnessed;
  readonly clock: Clock;
  readonly log: Log;
}

/** Changes come in bursts, and none of them waits for the witness. */
const SOON_MS = 200;
/** A start has better things to do than to catch up. */
const CATCH_UP_MS = 5_000;
/** Read in one go, so that a thousand drafts hold up nobody. */
const AT_ONCE = 50;
/** A draft that is being typed has one line in this time at most. */
const DRAFT_EVERY_MS = 60_000;

/**
 * The file is only ever written after the database, so that it never knows of something that was not committed. At its
 * start it catches up with the database: with what a death kept it from writing, and with what a restore took back.
 */
export function createWitnessKeeper(options: WitnessKeeperOptions): WitnessKeeper {
  const { file, facts, clock, log } = options;
  const { last } = options.witnessed;
  let n = options.witnessed.newest;
  const readers = new Map<string, () => Fact | undefined>();
  /** When each may be written, on the monotonic clock. */
  const due = new Map<string, number>();
  const writtenAt = new Map<string, number>();
  let callOff: (() => void) | undefined;
  let timerAt = Number.POSITIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  function watch(subject: string, read: () => Fact | undefined, at: number): void {
    if (isClosed) return;
    readers.set(subject, read);
    due.set(subject, Math.min(due.get(subject) ?? at, at));
    setTimer();
  }

  function setTimer(): void {
    const next = Math.min(...due.values());
    if (next >= timerAt || !Number.isFinite(next)) return;
    callOff?.();
    timerAt = next;
    callOff = clock.schedule(Math.max(0, next - clock.monotonic()), () => {
      callOff = undefined;
      timerAt = Number.POSITIVE_INFINITY;
      write(clock.monotonic(), AT_ONCE);
      setTimer();
    });
  }

  /** Writes what is due by then, so many at most. */
  function write(until: number, most: number): void {
    const ready = [...due].filter(([, at]) => at <= until).slice(0, most);
    const lines: WitnessLine[] = [];
    // What can't be read keeps nothing else from being written, and is tried again when it changes next.
    for (const [subject] of ready) quietly(() => lines.push(...newLine(subject)));
    if (lines.length === 0) return;
    writing = writing
      .then(() => file.append(lines))
      .catch((cause: unknown) => log.warn('The witness could not be written', { cause }));
  }

  function newLine(subject: string): WitnessLine[] {
    const read = readers.get(subject);
    readers.delete(subject);
    due.delete(subject);
    const fact = read?.();
    if (fact === undefined) return [];
    const before = last.get(subject);
    const isNews =
      before === undefined ? !('draft' in fact && facts.isBlank(fact.draft)) : !saysTheSame(before, fact);
    if (!isNews) return [];
    n += 1;
    const line: WitnessLine = { n, ...fact };
    last.set(subject, line);
    writtenAt.set(subject, clock.monotonic());
    if (isFinished(fact)) writtenAt.delete(subject);
    return [line];
  }

  function watchDraft(id: DraftId, waitMs = SOON_MS): void {
    const subject = draftSubject(id);
    const before = writtenAt.get(subject);
    const soon = clock.monotonic() + waitMs;
    // What it came to be, such as submitted, is not held back.
    const isSameState = last.get(subject)?.state === facts.draftState(id)?.state;
    const at = before !== undefined && isSameState ? Math.max(soon, before + DRAFT_EVERY_MS) : soon;
    watch(subject, () => facts.draft(id), at);
  }

  function watchOrder(id: SubmissionId, waitMs = SOON_MS): void {
    watch(orderSubject(id), () => facts.order(id), clock.monotonic() + waitMs);
  }

  function catchUp(): void {
    const { drafts, orders } = facts.unfinished();
    for (const id of drafts) watchDraft(id, CATCH_UP_MS);
    for (const id of orders) watchOrder(id, CATCH_UP_MS);
    for (const line of last.values()) {
      if (isFinished(line)) continue;
      if ('draft' in line) watchDraft(line.draft, CATCH_UP_MS);
      else watchOrder(line.order, CATCH_UP_MS);
    }
  }

  function quietly(work: () => void): void {
    try {
      work();
    } catch (cause) {
      log.warn('The witness could not read what changed', { cause });
    }
  }

  quietly(catchUp);
  return {
    draftChanged: (id) => quietly(() => watchDraft(id)),
    orderChanged: (id) => quietly(() => watchOrder(id)),
    async close() {
      if (isClosed) return;
      isClosed = true;
      callOff?.();
      write(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
      await writing;
      await file.close().catch((cause: unknown) => log.warn('The witness could not be closed', { cause }));
    },
  };
}
