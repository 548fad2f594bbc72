import { z } from 'zod';
import type { ConnectionId, OrderNumber } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Database } from './database.ts';

/** The lock ledger: the newest lock code known for each line of each order (design section 7). */
export interface LockCodeRepository {
  /** Line number to lock code. */
  ofOrder(connectionId: ConnectionId, orderNumber: OrderNumber): ReadonlyMap<string, string>;
  /** Takes the lock codes out of line records of an answer; lines without number or code are passed over. */
  learn(connectionId: ConnectionId, orderNumber: OrderNumber, lines: readonly PimsFields[], at: string): void;
}

const row = z.object({ lineNumber: z.string(), lockCode: z.string() });

export function createLockCodeRepository(db: Database): LockCodeRepository {
  const select = db.prepare(
    `SELECT line_number AS lineNumber, lock_code AS lockCode FROM lock_codes
     WHERE connection_id = ? AND order_number = ?`,
  );
  const upsert = db.prepare(
    `INSERT INTO lock_codes (connection_id, order_number, line_number, lock_code, seen_at)
     SELECT ?, ?, value ->> 0, value ->> 1, ? FROM json_each(?) WHERE true
     ON CONFLICT (connection_id, order_number, line_number)
     DO UPDATE SET lock_code = excluded.lock_code, seen_at = excluded.seen_at
     WHERE lock_code <> excluded.lock_code`,
  );
  return {
    ofOrder: (connectionId, orderNumber) =>
      new Map(
        z
          .array(row)
          .parse(select.all(connectionId, orderNumber))
          .map(({ lineNumber, lockCode }) => [lineNumber, lockCode]),
      ),
    learn(connectionId, orderNumber, lines, at) {
      const codes = lines.flatMap(({ LINE_NUMBER: line = '', LINE_REF_LOCK_CODE: code = '' }) =>
        line === '' || code === '' ? [] : [[line, code]],
      );
      if (codes.length > 0) upsert.run(connectionId, orderNumber, at, JSON.stringify(codes));
    },
  };
}
