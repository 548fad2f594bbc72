import type { ConnectionId } from '../../shared/ids.ts';
import type { DayCount } from '../../shared/usage/usage-month.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { UsageCount, UsageRepository } from '../storage/usage.ts';

/** Counts the requests that PIMS bills, without making any of them wait for the disk. */
export interface UsageMeter {
  /** One more. */
  count(request: Omit<UsageCount, 'requests'>): void;
  /** Requests of a month (YYYY-MM), the latest included. */
  ofMonth(connectionId: ConnectionId, month: string): number;
  /** The same by day, endpoint and purpose; there may be two counts of the same three. */
  countsOfMonth(connectionId: ConnectionId, month: string): DayCount[];
  /** Writes what is counted. */
  close(): void;
}

/** A count is an aid: a power cut may cost a second of it, and no line of an order waits for a commit of its own. */
const WRITE_AFTER_MS = 1_000;

type Counted = Omit<UsageCount, 'requests'> & { requests: number };

/** Keeps counts in memory for up to a second. What can't be written is kept, and tried again with the next count. */
export function createUsageMeter(
  usage: Pick<UsageRepository, 'add' | 'ofMonth' | 'countsOfMonth'>,
  clock: Clock,
  log: Log,
): UsageMeter {
  const counted = new Map<string, Counted>();
  let callOff: (() => void) | undefined;
  let isClosed = false;

  function write(): void {
    callOff = undefined;
    try {
      usage.add([...counted.values()]);
      counted.clear();
    } catch (cause) {
      log.error('Requests could not be counted', { cause });
    }
  }

  /** What is counted and not written yet. */
  function waiting(connectionId: ConnectionId, month: string): Counted[] {
    return [...counted.values()].filter(
      (one) => one.connectionId === connectionId && one.day.startsWith(`${month}-`),
    );
  }

  return {
    count(request) {
      // An answer that comes when everything is closed has nowhere to be counted.
      if (isClosed) return;
      const { connectionId, day, endpoint, purpose } = request;
      const key = `${connectionId} ${day} ${endpoint} ${purpose}`;
      const present = counted.get(key);
      if (present === undefined) counted.set(key, { ...request, requests: 1 });
      else present.requests += 1;
      callOff ??= clock.schedule(WRITE_AFTER_MS, write);
    },
    ofMonth(connectionId, month) {
      const written = usage.ofMonth(connectionId, month);
      return waiting(connectionId, month).reduce((sum, { requests }) => sum + requests, written);
    },
    countsOfMonth: (connectionId, month) => [
      ...usage.countsOfMonth(connectionId, month),
      ...waiting(connectionId, month),
    ],
    close() {
      isClosed = true;
      callOff?.();
      if (counted.size > 0) write();
    },
  };
}
