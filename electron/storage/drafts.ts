import { z } from 'zod';
import {
  type Draft,
  type DraftEdit,
  type DraftState,
  type DraftSummary,
  draftStates,
  draftSummarySchema,
} from '../../shared/drafts/draft.ts';
import { assertNever, DeskError } from '../../shared/errors.ts';
import { type ConnectionId, connectionIdSchema, type DraftId, draftIdSchema } from '../../shared/ids.ts';
import { type PimsFields, pimsFieldsSchema } from '../../shared/pims/fields.ts';
import type { Database } from './database.ts';
import { createDraftLineRepository, withField } from './draft-lines.ts';
import { createDraftProgress } from './draft-progress.ts';
import { jsonColumn } from './json-column.ts';

export interface DraftRepository {
  /** Of one connection, without sent, removed and empty ones, newest edit first. */
  list(connectionId: ConnectionId): DraftSummary[];
  create(id: DraftId, connectionId: ConnectionId, at: string): void;
  /** An open draft in which nothing stands. */
  findEmpty(connectionId: ConnectionId): DraftId | undefined;
  /** @throws DeskError `not-found`, also for a removed draft */
  open(id: DraftId): Draft;
  /**
   * Applies all edits, in order, or none.
   * @throws DeskError `not-found` (draft or line), `conflict` (not open, removed, in PIMS already, line id taken)
   */
  edit(id: DraftId, edits: readonly DraftEdit[], at: string): void;
  /** @throws DeskError `not-found`, `conflict` for a draft that is not open */
  remove(id: DraftId, at: string): void;
  /** Takes a removal back. @throws DeskError `not-found` when it is gone for good */
  restore(id: DraftId): void;
  /** Deletes for good what was removed before that time. */
  purgeRemoved(before: string): void;
  /** How many other drafts of the connection, not sent yet, were given a reference. */
  countWithReference(connectionId: ConnectionId, reference: string, except: DraftId): number;
  /** Moves a draft from one state to another; false when it was not in the first, or is removed. */
  move(id: DraftId, from: DraftState, to: DraftState, at: string): boolean;
}

const draftRow = z
  .object({
    id: draftIdSchema,
    connectionId: connectionIdSchema,
    state: z.enum(draftStates),
    header: jsonColumn(pimsFieldsSchema),
    createdAt: z.string(),
    updatedAt: z.string(),
    removedAt: z.string().nullable(),
  })
  .optional();
const idRow = z.object({ id: draftIdSchema }).optional();

const countRow = z.object({ count: z.number().int() });

const gone = 'This draft is not on this machine any more.';

/** Nothing stands in it; `d` is the draft. */
const empty = `header = '{}' AND NOT EXISTS (SELECT 1 FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}')`;

export function createDraftRepository(db: Database): DraftRepository {
  const lines = createDraftLineRepository(db);
  const progress = createDraftProgress(db);
  const selectSummaries = db.prepare(`
    SELECT id, connection_id AS connectionId, state,
      COALESCE(header ->> '$.REFERENCE_NUMBER', '') AS reference,
      COALESCE(header ->> '$.CUSTOMER_CODE', '') AS customerCode,
      COALESCE(header ->> '$.BNAME', '') AS billingName,
      (SELECT COUNT(*) FROM draft_lines l WHERE l.draft_id = d.id AND l.fields <> '{}') AS lineCount,
      created_at AS createdAt, updated_at AS updatedAt
    FROM drafts d
    WHERE connection_id = ? AND state <> 'sent' AND removed_at IS NULL AND NOT (${empty})
    ORDER BY updated_at DESC, rowid DESC`);
  const selectOne = db.prepare(`
    SELECT id, connection_id AS connectionId, state, header, created_at AS createdAt, updated_at AS updatedAt,
      removed_at AS removedAt
    FROM drafts WHERE id = ?`);
  const selectEmpty = db.prepare(`
    SELECT id FROM drafts d
    WHERE connection_id = ? AND state = 'open' AND removed_at IS NULL AND ${empty}
    ORDER BY updated_at DESC LIMIT 1`);
  const insert = db.prepare(
    `INSERT INTO drafts (id, connection_id, state, header, created_at, updated_at) VALUES (?, ?, 'open', '{}', ?, ?)`,
  );
  const update = db.prepare('UPDATE drafts SET header = ?, updated_at = ? WHERE id = ?');
  const setRemoved = db.prepare('UPDATE drafts SET removed_at = ? WHERE id = ?');
  const purge = db.prepare('DELETE FROM drafts WHERE removed_at < ?');
  const countReference = db.prepare(`
    SELECT COUNT(*) AS count FROM drafts
    WHERE connection_id = ? AND id <> ? AND state <> 'sent' AND removed_at IS NULL
      AND trim(header ->> '$.REFERENCE_NUMBER') = trim(?) COLLATE NOCASE`);
  const move = db.prepare(
    'UPDATE drafts SET state = ?, updated_at = ? WHERE id = ? AND state = ? AND removed_at IS NULL',
  );

  function read(id: DraftId) {
    const row = draftRow.parse(selectOne.get(id));
    if (row === undefined) throw new DeskError('not-found', gone, { id });
    return row;
  }

  function applyLineEdit(id: DraftId, edit: Exclude<DraftEdit, { kind: 'set-header' }>): void {
    if (edit.kind !== 'insert-line' && progress.isLineInPims(id, edit.lineId)) {
      throw new DeskError('conflict', 'This line is in PIMS already. Change it there, in its order.', {
        id,
        lineId: edit.lineId,
      });
    }
    switch (edit.kind) {
      case 'set-line':
        lines.setField(id, edit.lineId, edit.field, edit.value);
        break;
      case 'insert-line':
        lines.insert(id, edit.lineId, edit.after, edit.fields);
        break;
      case 'delete-line':
        lines.remove(id, edit.lineId);
        break;
      default:
        assertNever(edit);
    }
  }

  return {
    list: (connectionId) => z.array(draftSummarySchema).parse(selectSummaries.all(connectionId)),
    create(id, connectionId, at) {
      insert.run(id, connectionId, at, at);
    },
    findEmpty: (connectionId) => idRow.parse(selectEmpty.get(connectionId))?.id,
    open(id) {
      const { removedAt, ...draft } = read(id);
      if (removedAt !== null) {
        throw new DeskError('not-found', 'This draft was removed. Take the removal back to open it.', { id });
      }
      return { ...draft, lines: lines.list(id), inPims: progress.inPims(id) };
    },
    edit(id, edits, at) {
      db.transaction(() => {
        const draft = read(id);
        if (draft.removedAt !== null) {
          throw new DeskError('conflict', 'This draft was removed. Take the removal back to edit it.', {
            id,
          });
        }
        requireOpen(id, draft.state);
        const order = progress.orderOf(id);
        if (order !== undefined && edits.some(({ kind }) => kind === 'set-header')) {
          const message = `This is order ${order} in PIMS already. Change its header there.`;
          throw new DeskError('conflict', message, { id, orderNumber: order });
        }
        let header: PimsFields = draft.header;
        for (const edit of edits) {
          if (edit.kind === 'set-header') header = withField(header, edit.field, edit.value);
          else applyLineEdit(id, edit);
        }
        update.run(JSON.stringify(header), at, id);
      });
    },
    remove(id, at) {
      db.transaction(() => {
        const draft = read(id);
        if (draft.removedAt !== null) return;
        requireOpen(id, draft.state);
        setRemoved.run(at, id);
      });
    },
    restore(id) {
      read(id);
      setRemoved.run(null, id);
    },
    purgeRemoved(before) {
      purge.run(before);
    },
    countWithReference: (connectionId, reference, except) =>
      countRow.parse(countReference.get(connectionId, except, reference)).count,
    move: (id, from, to, at) => move.run(to, at, id, from).changes === 1,
  };
}

function requireOpen(id: DraftId, state: DraftState): void {
  switch (state) {
    case 'open':
      return;
    case 'queued':
      throw new DeskError(
        'conflict',
        'This draft is in the outbox. Take it back there before you change it.',
        { id, state },
      );
    case 'sent':
      throw new DeskError('conflict', 'This draft was sent. Open the order to change it.', { id, state });
    default:
      assertNever(state);
  }
}
