import { DeskError } from '../../shared/errors.ts';
import { type ConnectionId, type DraftId, draftLineIdSchema, type ImportId } from '../../shared/ids.ts';
import {
  canUndo,
  type DraftPiece,
  type ImportRecord,
  type ImportTarget,
} from '../../shared/import/import-record.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts/drafts.ts';
import type { ImportMappingRepository } from '../storage/import-mappings.ts';
import type { ImportedDraft, ImportRepository } from '../storage/imports.ts';
import type { DeskEmitter } from './desk-emitter.ts';
import type { NewDrafts } from './new-drafts.ts';

/**
 * Makes drafts of files. What is checked comes in pieces, so that no call is long, and waits in memory until the whole
 * import is created in one transaction: all of its drafts or none.
 */
export interface ImportService {
  stage: DeskCall<'imports.stage'>;
  discard: DeskCall<'imports.discard'>;
  create: DeskCall<'imports.create'>;
  list: DeskCall<'imports.list'>;
  ofContent: DeskCall<'imports.ofContent'>;
  openDrafts: DeskCall<'imports.openDrafts'>;
  undo: DeskCall<'imports.undo'>;
  mappings: DeskCall<'imports.mappings'>;
  saveMapping: DeskCall<'imports.saveMapping'>;
  removeMapping: DeskCall<'imports.removeMapping'>;
  rememberMapping: DeskCall<'imports.rememberMapping'>;
}

interface ImportServiceOptions {
  readonly db: Database;
  readonly imports: ImportRepository;
  readonly mappings: ImportMappingRepository;
  readonly drafts: DraftRepository;
  readonly newDrafts: NewDrafts;
  readonly chosen: () => ConnectionId;
  readonly events: DeskEmitter;
  readonly clock: Clock;
}

interface StagedDraft {
  readonly header: PimsFields;
  readonly lines: PimsFields[];
}

/** So many are listed. */
const LISTED = 200;

export function createImportService(options: ImportServiceOptions): ImportService {
  const { db, imports, mappings, drafts, newDrafts, chosen, events, clock } = options;
  const now = () => clock.now().toISOString();
  /* One import is made at a time: beginning another one forgets what was staged of the first. */
  let staged: { readonly id: ImportId; readonly drafts: Map<number, StagedDraft> } | null = null;

  function stagedOf(id: ImportId): Map<number, StagedDraft> {
    if (staged?.id !== id) staged = { id, drafts: new Map() };
    return staged.drafts;
  }

  function addPiece(pieces: Map<number, StagedDraft>, { ordinal, header, lines }: DraftPiece): void {
    const begun = pieces.get(ordinal);
    if (begun === undefined) pieces.set(ordinal, { header, lines: [...lines] });
    else begun.lines.push(...lines);
  }

  function make(id: ImportId, target: ImportTarget, content: readonly StagedDraft[]): ImportedDraft[] {
    const at = now();
    let count = 0;
    return content.map(({ header, lines }) => {
      const draft = draftFor(target, header);
      const added = lines.map((fields) => {
        count += 1;
        return { id: draftLineIdSchema.parse(`${lineIdsOf(id)}${count}`), fields };
      });
      drafts.appendLines(draft.id, added, at);
      return draft;
    });
  }

  function draftFor(target: ImportTarget, header: PimsFields): ImportedDraft {
    const connection = chosen();
    switch (target.kind) {
      case 'new-drafts':
        return { id: newDrafts.add(connection, { header }), made: true };
      case 'draft':
        return { id: ownDraft(connection, target.id), made: false };
    }
  }

  function ownDraft(connection: ConnectionId, id: DraftId): DraftId {
    const { connectionId, templateName } = drafts.open(id);
    if (connectionId === connection && templateName === null) return id;
    throw new DeskError('conflict', 'This draft is no draft of the connection in use.', { id });
  }

  function find(id: ImportId): ImportRecord {
    const record = imports.find(chosen(), id);
    if (record === undefined) throw new DeskError('not-found', 'This import is not on this machine.', { id });
    return record;
  }

  return {
    async stage({ id, pieces }) {
      const content = stagedOf(id);
      for (const piece of pieces) addPiece(content, piece);
      return {};
    },
    async discard({ id }) {
      if (staged?.id === id) staged = null;
      return {};
    },
    async create({ id, source, target }) {
      const content = staged?.id === id ? [...staged.drafts].sort(([one], [other]) => one - other) : [];
      if (content.length === 0) {
        throw new DeskError(
          'conflict',
          'Nothing of this import is waiting to be created. Check the file again.',
          {
            id,
          },
        );
      }
      if (target.kind !== 'new-drafts' && content.length > 1) {
        throw new DeskError('invalid-input', 'A file that goes into one draft can’t be split into several.', {
          id,
        });
      }
      const made = db.transaction(() => {
        const imported = make(
          id,
          target,
          content.map(([, draft]) => draft),
        );
        // After its drafts, so that only what is edited later is newer.
        imports.insert(
          { id, connectionId: chosen(), target: target.kind, file: source, drafts: imported },
          now(),
        );
        return imported;
      });
      staged = null;
      for (const draft of made) events.emit('drafts.changed', { id: draft.id });
      return find(id);
    },
    list: async () => imports.list(chosen(), LISTED),
    ofContent: async ({ contentHash }) => imports.ofContent(chosen(), contentHash),
    async openDrafts({ id }) {
      find(id);
      return imports.openDrafts(id);
    },
    async undo({ id }) {
      const undone = db.transaction(() => {
        const record = find(id);
        if (!canUndo(record)) throw notUndoable(record);
        const at = now();
        const open = new Set(imports.openDrafts(id));
        const concerned = imports.drafts(id).filter((draft) => open.has(draft.id));
        for (const draft of concerned) {
          if (draft.made) drafts.remove(draft.id, at);
          else drafts.removeLinesNamed(draft.id, lineIdsOf(id), at);
        }
        imports.setUndone(id, at);
        return concerned;
      });
      for (const draft of undone) events.emit('drafts.changed', { id: draft.id });
      return find(id);
    },
    async mappings({ headings }) {
      const connection = chosen();
      const remembered = mappings.remembered(connection, headings) ?? null;
      return { named: mappings.named(connection), remembered };
    },
    async saveMapping(saved) {
      mappings.save(chosen(), saved, now());
      return {};
    },
    async removeMapping({ name }) {
      mappings.remove(chosen(), name);
      return {};
    },
    async rememberMapping(saved) {
      mappings.remember(chosen(), saved, now());
      return {};
    },
  };
}

/** How the ids of an import's lines begin. */
function lineIdsOf(id: ImportId): string {
  return `${id}-`;
}

function notUndoable({ id, undoneAt, drafts }: ImportRecord): DeskError {
  const gone = drafts.queued + drafts.sent;
  const why =
    undoneAt !== null
      ? 'This import is undone already.'
      : gone > 0
        ? `${gone === 1 ? 'One of its drafts was' : `${gone} of its drafts were`} submitted. Take them back from the outbox first, or delete the drafts that are left by themselves.`
        : 'Nothing of this import is left to be undone.';
  return new DeskError('conflict', why, { id });
}
