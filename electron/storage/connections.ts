import { z } from 'zod';
import { connectionKinds } from '../../shared/connections/connection.ts';
import { type ConnectionId, connectionIdSchema } from '../../shared/ids.ts';
import type { Database } from './database.ts';
import { isEmptyDraft } from './drafts/empty-draft.ts';

const storedConnectionSchema = z.object({
  id: connectionIdSchema,
  name: z.string(),
  baseUrl: z.string(),
  teamId: z.string(),
  apiId: z.string(),
  kind: z.enum(connectionKinds),
  referenceField: z.string(),
  linesInFlight: z.number().int(),
  settleSeconds: z.number().int(),
  pausedAt: z.string().nullable(),
});

/** A connection as it is on disk: without its secret. */
export type StoredConnection = z.infer<typeof storedConnectionSchema>;
/** What of it a person fills in. Sending is paused from elsewhere, and no form takes that back. */
export type ConnectionSettings = Omit<StoredConnection, 'pausedAt'>;

/** What keeps a connection from being removed or pointed at another PIMS. */
export interface ConnectionTies {
  /** Submissions that are neither sent nor taken back. */
  readonly unsentSubmissions: number;
  /** Open drafts in which something was typed. */
  readonly openDrafts: number;
  /** Those of them that are for an order of its PIMS, or go on with one that they began there. */
  readonly draftsOfOrders: number;
}

export interface ConnectionRepository {
  /** The practice connection first, then as they were added. */
  list(): StoredConnection[];
  find(id: ConnectionId): StoredConnection | undefined;
  insert(connection: ConnectionSettings, at: string): void;
  update(connection: ConnectionSettings): void;
  /**
   * The same for one that leads to another PIMS now, where order numbers mean other orders: what was sent, and the drafts of
   * orders, go over to a removed connection of that id, which stands for where it led before. What was learnt is dropped.
   */
  leadElsewhere(connection: ConnectionSettings, formerId: ConnectionId, at: string): void;
  /** When a person paused its sending, ISO; null lets it go on. */
  setPaused(id: ConnectionId, at: string | null): void;
  /** Takes it off the list with what it had learnt and what was kept for it; the outbox's history keeps its name. */
  remove(id: ConnectionId, at: string): void;
  ties(id: ConnectionId): ConnectionTies;
}

const columns = `id, name, base_url AS baseUrl, team_id AS teamId, api_id AS apiId, kind,
  reference_field AS referenceField, lines_in_flight AS linesInFlight, settle_seconds AS settleSeconds,
  paused_at AS pausedAt`;
const tiesRow = z.object({
  unsentSubmissions: z.number().int(),
  openDrafts: z.number().int(),
  draftsOfOrders: z.number().int(),
});

/** SQL for a draft `d` that means an order of the PIMS to which its connection leads. */
const isOfOrder = `(d.target_order IS NOT NULL
  OR EXISTS (SELECT 1 FROM submissions s WHERE s.draft_id = d.id AND s.order_number IS NOT NULL))`;
const isOpenDraft = `d.state = 'open' AND d.removed_at IS NULL AND d.template_name IS NULL AND NOT ${isEmptyDraft}`;

export function createConnectionRepository(db: Database): ConnectionRepository {
  const selectAll = db.prepare(
    `SELECT ${columns} FROM connections WHERE removed_at IS NULL ORDER BY kind <> 'practice', created_at, rowid`,
  );
  const selectOne = db.prepare(`SELECT ${columns} FROM connections WHERE id = ? AND removed_at IS NULL`);
  const insert = db.prepare(
    `INSERT INTO connections
      (name, base_url, team_id, api_id, kind, reference_field, lines_in_flight, settle_seconds, id, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare(
    `UPDATE connections SET name = ?, base_url = ?, team_id = ?, api_id = ?, kind = ?,
      reference_field = ?, lines_in_flight = ?, settle_seconds = ? WHERE id = ?`,
  );
  const insertFormer = db.prepare(
    `INSERT INTO connections (id, name, base_url, team_id, api_id, kind, created_at, removed_at)
     SELECT ?, name, base_url, team_id, api_id, kind, created_at, ? FROM connections WHERE id = ?`,
  );
  const handOver = [
    // The drafts first: which of them are of orders shows in the submissions.
    db.prepare(`UPDATE drafts AS d SET connection_id = ? WHERE connection_id = ? AND ${isOfOrder}`),
    db.prepare('UPDATE submissions SET connection_id = ? WHERE connection_id = ?'),
  ];
  const updatePaused = db.prepare('UPDATE connections SET paused_at = ? WHERE id = ?');
  const markRemoved = db.prepare('UPDATE connections SET removed_at = ? WHERE id = ?');
  const deleteLearnt = [
    db.prepare('DELETE FROM lock_codes WHERE connection_id = ?'),
    db.prepare('DELETE FROM seen_fields WHERE connection_id = ?'),
    db.prepare('DELETE FROM parts WHERE connection_id = ?'),
    db.prepare('DELETE FROM customers WHERE connection_id = ?'),
  ];
  const deleteKept = [
    db.prepare('DELETE FROM saved_searches WHERE connection_id = ?'),
    db.prepare('DELETE FROM part_packs WHERE connection_id = ?'),
  ];
  const selectTies = db.prepare(`
    SELECT
      (SELECT COUNT(*) FROM submissions WHERE connection_id = c.id AND state NOT IN ('sent', 'withdrawn'))
        AS unsentSubmissions,
      (SELECT COUNT(*) FROM drafts d WHERE d.connection_id = c.id AND ${isOpenDraft}) AS openDrafts,
      (SELECT COUNT(*) FROM drafts d WHERE d.connection_id = c.id AND ${isOpenDraft} AND ${isOfOrder})
        AS draftsOfOrders
    FROM connections c WHERE c.id = ?`);

  function forgetLearnt(id: ConnectionId): void {
    for (const statement of deleteLearnt) statement.run(id);
  }

  return {
    list: () => z.array(storedConnectionSchema).parse(selectAll.all()),
    find: (id) => storedConnectionSchema.optional().parse(selectOne.get(id)),
    insert(connection, at) {
      insert.run(...settingsOf(connection), connection.id, at);
    },
    update(connection) {
      update.run(...settingsOf(connection), connection.id);
    },
    leadElsewhere(connection, formerId, at) {
      const { id } = connection;
      db.transaction(() => {
        insertFormer.run(formerId, at, id);
        for (const statement of handOver) statement.run(formerId, id);
        update.run(...settingsOf(connection), id);
        forgetLearnt(id);
      });
    },
    setPaused(id, at) {
      updatePaused.run(at, id);
    },
    remove(id, at) {
      db.transaction(() => {
        markRemoved.run(at, id);
        for (const statement of deleteKept) statement.run(id);
        forgetLearnt(id);
      });
    },
    ties: (id) => tiesRow.parse(selectTies.get(id)),
  };
}

/** In the order of the statements that write them. */
function settingsOf(connection: ConnectionSettings) {
  const { name, baseUrl, teamId, apiId, kind, referenceField, linesInFlight, settleSeconds } = connection;
  return [name, baseUrl, teamId, apiId, kind, referenceField, linesInFlight, settleSeconds] as const;
}
