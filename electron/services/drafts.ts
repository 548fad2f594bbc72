import type { Confirmable } from '../../shared/drafts/draft.ts';
import { problemsLeft } from '../../shared/drafts/validate-draft.ts';
import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId, DraftId } from '../../shared/ids.ts';
import type { CallOutput, CheckedInput } from '../../shared/ipc/contract.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { RefuseDuplicates } from '../outbox/submitting/duplicates.ts';
import type { DraftRepository } from '../storage/drafts/drafts.ts';
import type { DeskEmitter } from './desk-emitter.ts';
import type { NewDrafts } from './new-drafts.ts';

export interface DraftService {
  list(input?: CheckedInput<'drafts.list'>): Promise<CallOutput<'drafts.list'>>;
  create(input?: CheckedInput<'drafts.create'>): Promise<CallOutput<'drafts.create'>>;
  duplicate: DeskCall<'drafts.duplicate'>;
  open: DeskCall<'drafts.open'>;
  standing: DeskCall<'drafts.standing'>;
  edit: DeskCall<'drafts.edit'>;
  remove: DeskCall<'drafts.remove'>;
  restore: DeskCall<'drafts.restore'>;
  submit: DeskCall<'drafts.submit'>;
}

interface DraftServiceOptions {
  readonly drafts: DraftRepository;
  readonly newDrafts: NewDrafts;
  readonly chosen: () => ConnectionId;
  readonly refuseDuplicates: RefuseDuplicates;
  readonly submit: (id: DraftId, confirmed: readonly Confirmable[]) => Submission;
  readonly events: DeskEmitter;
  readonly clock: Clock;
}

/** How long a removal can be taken back. */
const KEEP_REMOVED_MS = 30 * 24 * 3_600_000;

/** Drafts. Everything is on disk when a call answers; removals older than 30 days are deleted for good here. */
export function createDraftService(options: DraftServiceOptions): DraftService {
  const { drafts, newDrafts, chosen, refuseDuplicates, submit, events, clock } = options;
  const now = () => clock.now().toISOString();
  drafts.purgeRemoved(new Date(clock.now().getTime() - KEEP_REMOVED_MS).toISOString());

  return {
    list: async ({ search } = {}) => drafts.list(chosen(), search),
    async create({ target } = {}) {
      const connection = chosen();
      const begun =
        target === undefined
          ? drafts.findEmpty(connection)
          : drafts.findForTarget(connection, target.orderNumber);
      if (begun !== undefined) return drafts.open(begun);
      if (target === undefined) return newDrafts.make(connection, { header: {} });
      return newDrafts.make(connection, { header: target.header, target: target.orderNumber });
    },
    async duplicate({ id }) {
      const { connectionId, header, target } = drafts.open(id);
      if (target !== null) {
        const message = `This draft is for order ${target}: a copy of it would bring the same into that order twice.`;
        throw new DeskError('conflict', message, { id, orderNumber: target });
      }
      const copied = newDrafts.withoutReference(connectionId, header);
      return newDrafts.make(connectionId, { header: copied, linesOf: id });
    },
    open: async ({ id }) => drafts.open(id),
    standing: async ({ id }) => drafts.standing(id),
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
    async submit({ id, confirmed = [] }) {
      const draft = drafts.open(id);
      if (draft.templateName !== null) {
        throw new DeskError('conflict', 'This is a template. Start a draft from it, and submit that.', {
          id,
        });
      }
      // What is wrong with the draft itself is said first, and by the submission.
      const isSound = draft.state === 'open' && problemsLeft(draft, confirmed).length === 0;
      if (isSound && !confirmed.includes('duplicate-reference')) await refuseDuplicates(draft);
      return submit(id, confirmed);
    },
  };
}
