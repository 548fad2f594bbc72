import { randomUUID } from 'node:crypto';
import { validateDraft } from '../../shared/drafts/validate-draft.ts';
import { type ConnectionId, type DraftId, draftIdSchema } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { RefuseDuplicates } from '../outbox/duplicates.ts';
import type { DraftRepository } from '../storage/drafts.ts';
import type { DeskEmitter } from './desk-emitter.ts';

export interface DraftService {
  list: DeskCall<'drafts.list'>;
  create: DeskCall<'drafts.create'>;
  open: DeskCall<'drafts.open'>;
  edit: DeskCall<'drafts.edit'>;
  remove: DeskCall<'drafts.remove'>;
  restore: DeskCall<'drafts.restore'>;
  submit: DeskCall<'drafts.submit'>;
}

interface DraftServiceOptions {
  readonly drafts: DraftRepository;
  readonly chosen: () => ConnectionId;
  readonly refuseDuplicates: RefuseDuplicates;
  readonly submit: (id: DraftId, duplicateConfirmed: boolean) => Submission;
  readonly events: DeskEmitter;
  readonly clock: Clock;
}

/** How long a removal can be taken back. */
const KEEP_REMOVED_MS = 30 * 24 * 3_600_000;

/** Drafts. Everything is on disk when a call answers; removals older than 30 days are deleted for good here. */
export function createDraftService({
  drafts,
  chosen,
  refuseDuplicates,
  submit,
  events,
  clock,
}: DraftServiceOptions): DraftService {
  const now = () => clock.now().toISOString();
  drafts.purgeRemoved(new Date(clock.now().getTime() - KEEP_REMOVED_MS).toISOString());

  return {
    list: async () => drafts.list(chosen()),
    async create() {
      const connection = chosen();
      const empty = drafts.findEmpty(connection);
      if (empty !== undefined) return drafts.open(empty);
      const id = draftIdSchema.parse(randomUUID());
      drafts.create(id, connection, now());
      events.emit('drafts.changed', { id });
      return drafts.open(id);
    },
    open: async ({ id }) => drafts.open(id),
    async edit({ id, edits }) {
      const updatedAt = now();
      drafts.edit(id, edits, updatedAt);
      events.emit('drafts.changed', { id });
      return { updatedAt };
    },
    async remove({ id }) {
      drafts.remove(id, now());
      events.emit('drafts.changed', { id });
      return {};
    },
    async restore({ id }) {
      drafts.restore(id);
      events.emit('drafts.changed', { id });
      return {};
    },
    async submit({ id, confirmDuplicate = false }) {
      const draft = drafts.open(id);
      // What is wrong with the draft itself is said first, and by the submission.
      const isSound = draft.state === 'open' && validateDraft(draft).length === 0;
      if (isSound && !confirmDuplicate) await refuseDuplicates(draft);
      return submit(id, confirmDuplicate);
    },
  };
}
