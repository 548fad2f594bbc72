import { randomUUID } from 'node:crypto';
import type { ConnectionId } from '../../shared/ids.ts';
import type { DeskCall } from '../desk-call.ts';
import type { SavedSearchRepository } from '../storage/saved-searches.ts';

/** Saved searches of the chosen connection. */
export interface SearchService {
  list: DeskCall<'searches.list'>;
  save: DeskCall<'searches.save'>;
  remove: DeskCall<'searches.remove'>;
}

export function createSearchService(
  searches: SavedSearchRepository,
  chosen: () => ConnectionId,
): SearchService {
  return {
    list: async () => searches.list(chosen()),
    save: async (search) => searches.save(chosen(), { ...search, id: randomUUID() }),
    async remove({ id }) {
      searches.remove(chosen(), id);
      return {};
    },
  };
}
