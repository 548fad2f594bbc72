import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Database } from './database.ts';

/** Requests of one connection, day (YYYY-MM-DD) and endpoint. */
export interface UsageCount {
  readonly connectionId: ConnectionId;
  readonly day: string;
  readonly endpoint: string;
  readonly requests: number;
}

export interface UsageRepository {
  /** More requests that PIMS bills, all or none. */
  add(counts: readonly UsageCount[]): void;
  /** Requests of a month (YYYY-MM). */
  ofMonth(connectionId: ConnectionId, month: string): number;
}

const row = z.object({ requests: z.number().int() });

export function createUsageRepository(db: Database): UsageRepository {
  const upsert = db.prepare(
    `INSERT INTO usage (connection_id, day, endpoint, requests) VALUES (?, ?, ?, ?)
     ON CONFLICT (connection_id, day, endpoint) DO UPDATE SET requests = requests + excluded.requests`,
  );
  const sum = db.prepare(
    `SELECT COALESCE(SUM(requests), 0) AS requests FROM usage
     WHERE connection_id = ? AND day BETWEEN ? || '-01' AND ? || '-31'`,
  );
  return {
    add(counts) {
      db.transaction(() => {
        for (const { connectionId, day, endpoint, requests } of counts) {
          upsert.run(connectionId, day, endpoint, requests);
        }
      });
    },
    ofMonth: (connectionId, month) => row.parse(sum.get(connectionId, month, month)).requests,
  };
}
