import { z } from 'zod';
import {
  type Draft,
  type DraftEdit,
  type DraftLine,
  type DraftStanding,
  type DraftState,
  draftStates,
} from '../../../shared/drafts/draft.ts';
import { assertNever, DeskError } from '../../../shared/errors.ts';
import {
  type ConnectionId,
  connectionIdSchema,
  type DraftId,
  draftIdSchema,
  type OrderNumber,
  orderNumberSchema,
} from '../../../shared/ids.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import type { Database } from '../database.ts';
import { jsonColumn } from '../json-column.ts';
import { createDraftChangeRepository } from './draft-changes.ts';
import { createEditor } from './draft-edits.ts';
import { createDraftLineRepository } from './draft-lines.ts';
import { createDraftProgress } from './draft-progress.ts';
import { createDraftReferences, type DraftReferences } from './draft-references.ts';
import { createDraftSummaries, type DraftSummaries } from './draft-summaries.ts';
import { isEmptyDraft } from './empty-draft.ts';
import { createTemplateRepository } from './templates.ts';

/** What a draft begins with. */
export interface NewDraft {
  /** The order in PIMS that it is for; null for a new one. */
  readonly target: OrderNumber | null;
  readonly header: PimsFields;
  /** Null when it needs none: its order has one. */
  readonly ownReference: string | null;
  /** The run of the program that makes it. */
  readonly run: string;
}

export interface DraftRepository extends DraftSummaries, DraftReferences {
  create(id: DraftId, connectionId: ConnectionId, at: string, draft: NewDraft): void;
  /** Puts copies of one draft's lines into another that has none. */
  copyLines(from: DraftId, to: DraftId): void;
  /**
   * Adds lines behind those of an open draft. Their ids are new.
   * @throws DeskError `not-found`, `conflict` for a draft that is not open, or removed
   */
  appendLines(id: DraftId, added: readonly DraftLine[], at: string): void;
  /**
   * Takes the lines away whose id begins so. @throws DeskError as `appendLines`, and `conflict` when one of them is in PIMS
   */
  removeLinesNamed(id: DraftId, beginning: string, at: string): void;
  /** An open draft of a new order in which nothing stands. */
  findEmpty(connectionId: ConnectionId): DraftId | undefined;
  /** The open draft for an order in PIMS, also one in which nothing stands. */
  findForTarget(connectionId: ConnectionId, orderNumber: OrderNumber): DraftId | undefined;
  /** @throws DeskError `not-found`, also for a removed draft */
  open(id: DraftId): Draft;
  /** Reads no lines. @throws DeskError `not-found`, also for a removed draft */
  standing(id: DraftId): DraftStanding;
  /**
   * Applies all edits, in order, or none.
   * @throws DeskError `not-found` (draft or line), `conflict` (not open, removed, in PIMS already, line id taken),
   * `invalid-input` for a change of a line in a draft that is for no order in PIMS
   */
  edit(id: DraftId, edits: readonly DraftEdit[], at: string): void;
  /** @throws DeskError `not-found`, `conflict` for a draft that is not open */
  remove(id: DraftId, at: string): void;
  /**
   * Takes a removal back. @throws DeskError `not-found` when it is gone for good, `conflict` for a template of which another
   * has the name by now
   */
  restore(id: DraftId): void;
  /** Deletes for good what was removed before that time. */
  purgeRemoved(before: string): void;
  /** Moves a draft from one state to another; false when it was not in the first, or is removed. */
  move(id: DraftId, from: DraftState, to: DraftState, at: string): boolean;
}

const draftRow = z
  .object({
    id: draftIdSchema,
    connectionId: connectionIdSchema,
    state: z.enum(draftStates),
    header: jsonColumn(pimsFieldsSchema),
    target: orderNumberSchema.nullable(),
    templateName: z.string().nullable(),
    ownReference: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    removedAt: z.string().nullable(),
  })
  .optional();
const idRow = z.object({ id: draftIdSchema }).optional();

const gone = 'This draft is not on this machine any more.';

export function createDraftRepository(db: Database): DraftRepository {
  const lines = createDraftLineRepository(db);
  const changes = createDraftChangeRepository(db);
  const progress = createDraftProgress(db);
  const templates = createTemplateRepository(db);
  const applyEdit = createEditor(lines, changes, progress);
  const selectOne = db.prepare(`
    SELECT id, connection_id AS connectionId, state, header, target_order AS target, template_name AS templateName,
      own_reference AS ownReference, created_at AS createdAt, updated_at AS updatedAt, removed_at AS removedAt
    FROM drafts WHERE id = ?`);
  const isOpenDraft = "connection_id = ? AND state = 'open' AND removed_at IS NULL AND template_name IS NULL";
  const selectEmpty = db.prepare(`
    SELECT id FROM drafts d WHERE ${isOpenDraft} AND target_order IS NULL AND ${isEmptyDraft}
    ORDER BY updated_at DESC LIMIT 1`);
  const selectForTarget = db.prepare(
    `SELECT id FROM drafts WHERE ${isOpenDraft} AND target_order = ? ORDER BY updated_at DESC LIMIT 1`,
  );
  const insert = db.prepare(`
    INSERT INTO drafts
      (id, connection_id, state, header, target_order, own_reference, drawn_in_run, created_at, updated_at)
    VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?)`);
  const copyLines = db.prepare(`
    INSERT INTO draft_lines (draft_id, id, position, fields)
    SELECT ?2, lower(hex(randomblob(16))), position, fields FROM draft_lines WHERE draft_id = ?1`);
  const update = db.prepare('UPDATE drafts SET header = ?, updated_at = ? WHERE id = ?');
  const setRemoved = db.prepare('UPDATE drafts SET removed_at = ? WHERE id = ?');
  const purge = db.prepare('DELETE FROM drafts WHERE removed_at < ?');
  const move = db.prepare(
    'UPDATE drafts SET state = ?, updated_at = ? WHERE id = ? AND state = ? AND removed_at IS NULL',
  );

  function read(id: DraftId) {
    const row = draftRow.parse(selectOne.get(id));
    if (row === undefined) throw new DeskError('not-found', gone, { id });
    return row;
  }

  function readToEdit(id: DraftId) {
    const draft = read(id);
    if (draft.removedAt !== null) {
      throw new DeskError('conflict', 'This draft was removed. Take the removal back to edit it.', { id });
    }
    requireOpen(id, draft.state);
    return draft;
  }

  function readKept(id: DraftId) {
    const { removedAt, ...draft } = read(id);
    if (removedAt !== null) {
      throw new DeskError('not-found', 'This draft was removed. Take the removal back to open it.', { id });
    }
    return draft;
  }

  /** The order of a target was in PIMS before: only lines are of the draft's making. */
  function inPims(id: DraftId, target: OrderNumber | null): Draft['inPims'] {
    const begun = progress.inPims(id);
    return target !== null && begun?.lineIds.length === 0 ? null : begun;
  }

  return {
    ...createDraftSummaries(db),
    ...createDraftReferences(db),
    create(id, connectionId, at, { target, header, ownReference, run }) {
      insert.run(id, connectionId, JSON.stringify(header), target, ownReference, run, at, at);
    },
    copyLines(from, to) {
      copyLines.run(from, to);
    },
    findEmpty: (connectionId) => idRow.parse(selectEmpty.get(connectionId))?.id,
    findForTarget: (connectionId, orderNumber) =>
      idRow.parse(selectForTarget.get(connectionId, orderNumber))?.id,
    open(id) {
      const { ownReference, ...draft } = readKept(id);
      return {
        ...draft,
        ownReference: ownReference ?? '',
        lines: lines.list(id),
        changes: changes.list(id),
        inPims: inPims(id, draft.target),
        refusal: progress.refusal(id),
      };
    },
    appendLines(id, added, at) {
      db.transaction(() => {
        const { header } = readToEdit(id);
        lines.append(id, added);
        update.run(JSON.stringify(header), at, id);
      });
    },
    removeLinesNamed(id, beginning, at) {
      db.transaction(() => {
        const { header } = readToEdit(id);
        const there = progress.inPims(id)?.lineIds ?? [];
        if (there.some((lineId) => lineId.startsWith(beginning))) {
          throw new DeskError(
            'conflict',
            'PIMS has some of these lines already: they can’t be taken away here.',
            {
              id,
            },
          );
        }
        lines.removeNamed(id, beginning);
        update.run(JSON.stringify(header), at, id);
      });
    },
    standing(id) {
      const { state, target } = readKept(id);
      return { state, inPims: inPims(id, target), changes: changes.list(id), refusal: progress.refusal(id) };
    },
    edit(id, edits, at) {
      db.transaction(() => {
        const draft = readToEdit(id);
        const order = draft.target ?? progress.orderOf(id);
        if (order !== undefined && edits.some(({ kind }) => kind === 'set-header')) {
          const message = `This is order ${order} in PIMS already. Change its header there.`;
          throw new DeskError('conflict', message, { id, orderNumber: order });
        }
        const header = edits.reduce((now, edit) => applyEdit(draft, now, edit), draft.header);
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
      const { connectionId, templateName } = read(id);
      if (templateName === null) setRemoved.run(null, id);
      else templates.restore(connectionId, id);
    },
    purgeRemoved(before) {
      purge.run(before);
    },
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
