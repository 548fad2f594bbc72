import { randomUUID } from 'node:crypto';
import { type ConnectionId, draftIdSchema } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts/drafts.ts';
import type { TemplateRepository } from '../storage/drafts/templates.ts';
import type { DeskEmitter } from './desk-emitter.ts';
import type { NewDrafts } from './new-drafts.ts';

/** Templates of the chosen connection: drafts that are started from. Removals can be taken back for 30 days. */
export interface TemplateService {
  list: DeskCall<'templates.list'>;
  save: DeskCall<'templates.save'>;
  start: DeskCall<'templates.start'>;
  rename: DeskCall<'templates.rename'>;
  remove: DeskCall<'templates.remove'>;
  restore: DeskCall<'templates.restore'>;
}

interface TemplateServiceOptions {
  readonly db: Database;
  readonly drafts: DraftRepository;
  readonly templates: TemplateRepository;
  readonly newDrafts: NewDrafts;
  readonly chosen: () => ConnectionId;
  readonly events: DeskEmitter;
  readonly clock: Clock;
}

export function createTemplateService(options: TemplateServiceOptions): TemplateService {
  const { db, drafts, templates, newDrafts, chosen, events, clock } = options;
  const now = () => clock.now().toISOString();

  return {
    list: async () => templates.list(chosen()),
    async save({ draftId, name }) {
      const draft = drafts.open(draftId);
      const id = draftIdSchema.parse(randomUUID());
      const { connectionId, target } = draft;
      // The header of a draft for an order in PIMS is that order's: of such a draft, the lines alone are kept.
      const header = target === null ? newDrafts.withoutReference(connectionId, draft.header) : {};
      db.transaction(() => {
        templates.create(id, connectionId, name, header, now());
        drafts.copyLines(draftId, id);
      });
      events.emit('drafts.changed', { id });
      return templates.find(connectionId, id);
    },
    async start({ id }) {
      const connectionId = chosen();
      // Another field may carry the reference than when the template was saved.
      const header = newDrafts.withoutReference(connectionId, templates.header(connectionId, id));
      return newDrafts.make(connectionId, { header, linesOf: id });
    },
    async rename({ id, name }) {
      templates.rename(chosen(), id, name, now());
      events.emit('drafts.changed', { id });
      return templates.find(chosen(), id);
    },
    async remove({ id }) {
      templates.remove(chosen(), id, now());
      events.emit('drafts.changed', { id });
      return {};
    },
    async restore({ id }) {
      templates.restore(chosen(), id);
      events.emit('drafts.changed', { id });
      return {};
    },
  };
}
