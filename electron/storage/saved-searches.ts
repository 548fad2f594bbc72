import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import type { SavedSearch } from '../../shared/orders/order.ts';
import { orderQuerySchema } from '../../shared/pims/filters.ts';
import type { Database } from './database.ts';
import { jsonColumn } from './json-column.ts';

export interface SavedSearchRepository {
  /** By name. */
  list(connectionId: ConnectionId): SavedSearch[];
  /** Keeps a search; one of the same name keeps its id and takes the new query. */
  save(connectionId: ConnectionId, search: SavedSearch): SavedSearch;
  remove(connectionId: ConnectionId, id: string): void;
}

const row = z.object({ id: z.string(), name: z.string(), query: jsonColumn(orderQuerySchema) });

export function createSavedSearchRepository(db: Database): SavedSearchRepository {
  const select = db.prepare(
    'SELECT id, name, query FROM saved_searches WHERE connection_id = ? ORDER BY name COLLATE NOCASE, name',
  );
  const upsert = db.prepare(
    `INSERT INTO saved_searches (id, connection_id, name, query) VALUES (?, ?, ?, ?)
     ON CONFLICT (connection_id, name) DO UPDATE SET query = excluded.query
     RETURNING id, name, query`,
  );
  const remove = db.prepare('DELETE FROM saved_searches WHERE connection_id = ? AND id = ?');
  return {
    list: (connectionId) => z.array(row).parse(select.all(connectionId)),
    save: (connectionId, search) =>
      row.parse(upsert.get(search.id, connectionId, search.name, JSON.stringify(search.query))),
    remove(connectionId, id) {
      remove.run(connectionId, id);
    },
  };
}
