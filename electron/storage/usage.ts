import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import { countedPurposeSchema } from '../../shared/usage/purpose.ts';
import type { DayCount } from '../../shared/usage/usage-month.ts';
import type { Database } from './database.ts';

/** Requests of one connection in one day. */
export interface UsageCount extends DayCount {
  readonly connectionId: ConnectionId;
}

export interface UsageRepository {
  /** More requests that PIMS bills, all or none. */
  add(counts: readonly UsageCount[]): void;
  /** Requests of a month (YYYY-MM). */
  ofMonth(connectionId: ConnectionId, month: string): number;
  /** The same by day, endpoint and purpose. */
  countsOfMonth(connectionId: ConnectionId, month: string): DayCount[];
  /** The first day that has requests; null when there is none. */
  firstDay(connectionId: ConnectionId): string | null;
  /** The months (YYYY-MM) that have requests, newest first. */
  months(connectionId: ConnectionId): string[];
}

const row = z.object({ requests: z.number().int() });
const countRow = z.object({
  day: z.string(),
  endpoint: z.string(),
  purpose: countedPurposeSchema,
  requests: z.number().int(),
});
const firstDayRow = z.object({ day: z.string().nullable() });
const monthRow = z.object({ month: z.string() });

export function createUsageRepository(db: Database): UsageRepository {
  const upsert = db.prepare(
    `INSERT INTO usage (connection_id, day, endpoint, purpose, requests) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (connection_id, day, endpoint, purpose) DO UPDATE SET requests = requests + excluded.requests`,
  );
  const sum = db.prepare(
    `SELECT COALESCE(SUM(requests), 0) AS requests FROM usage
     WHERE connection_id = ? AND day BETWEEN ? || '-01' AND ? || '-31'`,
  );
  const select = db.prepare(
    `SELECT day, endpoint, purpose, requests FROM usage
     WHERE connection_id = ? AND day BETWEEN ? || '-01' AND ? || '-31' ORDER BY day, endpoint, purpose`,
  );
  const first = db.prepare('SELECT MIN(day) AS day FROM usage WHERE connection_id = ?');
  const selectMonths = db.prepare(
    'SELECT DISTINCT substr(day, 1, 7) AS month FROM usage WHERE connection_id = ? ORDER BY month DESC',
  );
  return {
    add(counts) {
      db.transaction(() => {
        for (const { connectionId, day, endpoint, purpose, requests } of counts) {
          upsert.run(connectionId, day, endpoint, purpose, requests);
        }
      });
    },
    ofMonth: (connectionId, month) => row.parse(sum.get(connectionId, month, month)).requests,
    countsOfMonth: (connectionId, month) => z.array(countRow).parse(select.all(connectionId, month, month)),
    firstDay: (connectionId) => firstDayRow.parse(first.get(connectionId)).day,
    months: (connectionId) =>
      z
        .array(monthRow)
        .parse(selectMonths.all(connectionId))
        .map(({ month }) => month),
  };
}
