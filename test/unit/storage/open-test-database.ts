import { onTestFinished } from 'vitest';
import { createConnectionRepository } from '../../../electron/storage/connections.ts';
import { type Database, openDatabase } from '../../../electron/storage/database.ts';
import type { NewDraft } from '../../../electron/storage/drafts/drafts.ts';
import { usualSending } from '../../../shared/connections/connection.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { makeFolder } from '../../make-folder.ts';

export const someTime = '2026-05-15T10:00:00.000Z';

/** A draft of a new order with nothing in it. */
export const blankDraft: NewDraft = { target: null, header: {}, ownReference: null, run: 'run' };

/** A database of the test's own, with one connection in it. */
export function openTestDatabase(folder = makeFolder()): { db: Database; connectionId: ConnectionId } {
  const db = openDatabase(folder, () => new Date(someTime));
  onTestFinished(() => db.close());
  return { db, connectionId: addConnection(db, 'first') };
}

export function addConnection(db: Database, name: string): ConnectionId {
  const id = connectionIdSchema.parse(`connection-${name}`);
  createConnectionRepository(db).insert(
    {
      id,
      name,
      baseUrl: 'https://pims.example',
      teamId: 'team',
      apiId: 'api',
      kind: 'test',
      ...usualSending,
    },
    someTime,
  );
  return id;
}
