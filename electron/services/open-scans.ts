import type { DeskCall } from '../desk-call.ts';
import type { OpenScanRepository } from '../storage/drafts/open-scans.ts';
import type { DeskEmitter } from './desk-emitter.ts';

/** Scanned codes that are still to be resolved, draft by draft. */
export interface OpenScanService {
  list: DeskCall<'scans.list'>;
  /** @throws DeskError `not-found` when the draft is gone */
  keep: DeskCall<'scans.keep'>;
  drop: DeskCall<'scans.drop'>;
}

export function createOpenScanService(scans: OpenScanRepository, events: DeskEmitter): OpenScanService {
  return {
    list: async ({ draftId }) => scans.list(draftId),
    async keep({ draftId, scan }) {
      scans.keep(draftId, scan);
      events.emit('drafts.changed', { id: draftId });
      return {};
    },
    async drop({ draftId, code }) {
      scans.drop(draftId, code);
      events.emit('drafts.changed', { id: draftId });
      return {};
    },
  };
}
