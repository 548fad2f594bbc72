import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import type { PimsTable } from '../../shared/pims/fields.ts';
import type { Database } from './database.ts';

export interface SeenFieldRepository {
  /** Every field name ever seen in a record of this table, in alphabetical order. */
  list(connectionId: ConnectionId, table: PimsTable): string[];
  /** Adds the new ones, in one statement. */
  add(connectionId: ConnectionId, table: PimsTable, fields: readonly string[]): void;
}

const row = z.object({ field: z.string() });

export function createSeenFieldRepository(db: Database): SeenFieldRepository {
  const select = db.prepare(
    'SELECT field FROM seen_fields WHERE connection_id = ? AND pims_table = ? ORDER BY field',
  );
  const insert = db.prepare(
    `INSERT INTO seen_fields (connection_id, pims_table, field)
     SELECT ?, ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
  );
  return {
    list: (connectionId, table) =>
      z
        .array(row)
        .parse(select.all(connectionId, table))
        .map(({ field }) => field),
    add(connectionId, table, fields) {
      if (fields.length > 0) insert.run(connectionId, table, JSON.stringify(fields));
    },
  };
}
