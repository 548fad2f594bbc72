import { randomUUID } from 'node:crypto';
import { REFERENCE_FIELD } from '../../shared/connections/connection.ts';
import type { Draft } from '../../shared/drafts/draft.ts';
import { type ConnectionId, type DraftId, draftIdSchema, type OrderNumber } from '../../shared/ids.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Clock } from '../clock.ts';
import { createReferenceDrawer } from '../outbox/submitting/reference.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import type { DraftRepository } from '../storage/drafts/drafts.ts';
import type { SettingsRepository } from '../storage/settings.ts';
import type { DeskEmitter } from './desk-emitter.ts';

/** What a new draft is to hold. */
export interface DraftContent {
  readonly header: PimsFields;
  /** For an order in PIMS, which has its own reference. */
  readonly target?: OrderNumber;
  /** Whose lines are copied. */
  readonly linesOf?: DraftId;
}

/** Makes drafts, each with a reference drawn for it. */
export interface NewDrafts {
  make(connectionId: ConnectionId, content: DraftContent): Draft;
  /** The same within a transaction of the caller's, who tells of it. */
  add(connectionId: ConnectionId, content: DraftContent): DraftId;
  /** A header without the field that carries the reference: no two orders share one. */
  withoutReference(connectionId: ConnectionId, header: PimsFields): PimsFields;
}

interface NewDraftsOptions {
  readonly db: Database;
  readonly connections: ConnectionRepository;
  readonly drafts: DraftRepository;
  readonly settings: SettingsRepository;
  readonly events: DeskEmitter;
  /** This run of the program, which the references remember. */
  readonly run: string;
  readonly clock: Clock;
}

/** Drafts that an older version left without a reference get theirs here. */
export function createNewDrafts(options: NewDraftsOptions): NewDrafts {
  const { db, connections, drafts, settings, events, run, clock } = options;
  const draw = createReferenceDrawer(settings, drafts);
  drafts.giveReferences(run, draw);

  function add(connectionId: ConnectionId, { header, target, linesOf }: DraftContent): DraftId {
    const id = draftIdSchema.parse(randomUUID());
    const ownReference = target === undefined ? draw() : null;
    const at = clock.now().toISOString();
    drafts.create(id, connectionId, at, { header, ownReference, target: target ?? null, run });
    if (linesOf !== undefined) drafts.copyLines(linesOf, id);
    return id;
  }

  return {
    make(connectionId, content) {
      const id = db.transaction(() => add(connectionId, content));
      events.emit('drafts.changed', { id });
      return drafts.open(id);
    },
    add,
    withoutReference(connectionId, header) {
      const field = connections.find(connectionId)?.referenceField ?? REFERENCE_FIELD;
      const { [field]: _reference, ...rest } = header;
      return rest;
    },
  };
}
