import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export interface DailyBackup {
  /** Backs up whatever the time is. Never throws: what went wrong is in `problem`. */
  run(): Promise<void>;
  /** Why the newest try failed; null when it did not. */
  problem(): string | null;
  /** Begins none any more, and waits for the one under way. */
  close(): Promise<void>;
}

interface DailyBackupOptions {
  readonly backUp: (at: Date) => Promise<void>;
  /** ISO time of the newest daily backup; null when there is none. */
  readonly lastAt: () => string | null;
  readonly clock: Clock;
  readonly log: Log;
}

const DAY_MS = 24 * 3_600_000;
/** A start has better things to do. */
const AFTER_START_MS = 60_000;
const RETRY_MS = 3_600_000;

/**
 * Backs up when the newest backup is a day old: soon after a start, and every 24 hours while the program runs. One that
 * fails is tried again after an hour, and disturbs nobody.
 */
export function createDailyBackup({ backUp, lastAt, clock, log }: DailyBackupOptions): DailyBackup {
  let running: Promise<void> | undefined;
  let problem: string | null = null;
  let callOff: (() => void) | undefined;
  let isClosed = false;

  function lookIn(delayMs: number): void {
    if (isClosed) return;
    callOff?.();
    callOff = clock.schedule(delayMs, () => void look());
  }

  async function look(): Promise<void> {
    // It says when to look next.
    if (running !== undefined) return;
    try {
      const waitMs = dueIn(lastAt(), clock.now());
      if (waitMs === 0) await run();
      else lookIn(waitMs);
    } catch (cause) {
      log.warn('The backups could not be read', { cause });
      lookIn(RETRY_MS);
    }
  }

  /** One after the other: the one under way may have read the database before what the caller wants to be in it. */
  async function run(): Promise<void> {
    while (running !== undefined) await running;
    if (isClosed) return;
    running = attempt().finally(() => {
      running = undefined;
      lookIn(problem === null ? DAY_MS : RETRY_MS);
    });
    await running;
  }

  async function attempt(): Promise<void> {
    try {
      await backUp(clock.now());
      problem = null;
      log.info('Backed up');
    } catch (cause) {
      problem = inWords(cause);
      log.warn('The backup failed, and is tried again later', { cause });
    }
  }

  lookIn(AFTER_START_MS);
  return {
    run,
    problem: () => problem,
    async close() {
      isClosed = true;
      callOff?.();
      await running;
    },
  };
}

/** In how many milliseconds the next one is due. A backup of the future tells that the clock was wrong: then now. */
export function dueIn(lastAt: string | null, now: Date): number {
  if (lastAt === null) return 0;
  const age = now.getTime() - Date.parse(lastAt);
  return age < 0 ? 0 : Math.max(0, DAY_MS - age);
}

function inWords(cause: unknown): string {
  const text = String(cause);
  if (/ENOSPC|is full/i.test(text)) return 'The disk is full. Make room on it.';
  if (/EACCES|EPERM|EROFS|readonly/i.test(text)) {
    return 'Order Desk may not write there. Ask whoever looks after this computer to allow it.';
  }
  return 'The backup could not be written. The log says more (Help, Show log).';
}
