import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Database } from './database.ts';

export interface UsageRepository {
  /** One more request that PIMS bills. `day` is YYYY-MM-DD. */
  count(connectionId: ConnectionId, day: string, endpoint: string): void;
  /** Requests of a month (YYYY-MM). */
  ofMonth(connectionId: ConnectionId, month: string): number;
}

const row = z.object({ requests: z.number().int() });

export function createUsageRepository(db: Database): UsageRepository {
  const upsert = db.prepare(
    `INSERT INTO usage (connection_id, day, endpoint, requests) VALUES (?, ?, ?, 1)
     ON CONFLICT (connection_id, day, endpoint) DO UPDATE SET requests = requests + 1`,
  );
  const sum = db.prepare(
    `SELECT COALESCE(SUM(requests), 0) AS requests FROM usage
     WHERE connection_id = ? AND day BETWEEN ? || '-01' AND ? || '-31'`,
  );
  return {
    count(connectionId, day, endpoint) {
      upsert.run(connectionId, day, endpoint);
    },
    ofMonth: (connectionId, month) => row.parse(sum.get(connectionId, month, month)).requests,
  };
}
