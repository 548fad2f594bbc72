import type { FolderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';

export function dataHandlers({ data }: FolderDesk): Handlers<DomainChannel<'data'>> {
  return {
    'data.findings': () => data.findings(),
    'data.acknowledge': () => data.acknowledge(),
    'data.safety': () => data.safety(),
    'data.backUp': () => data.backUp(),
  };
}
