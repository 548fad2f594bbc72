import type { Query, QueryClient } from '@tanstack/react-query';
import type { Channel } from '../../shared/ipc/contract.ts';
import { callDesk } from './call.ts';
import { deskKey } from './query-client.ts';

/** Answers that are the same whichever connection is chosen; every other one is dropped when it changes. */
const independentOfConnection: ReadonlySet<string> = new Set<Channel>([
  'app.info',
  'preferences.read',
  'connections.list',
  'network.read',
  'outbox.list',
  'outbox.journal',
]);

function dependsOnConnection(query: Query): boolean {
  return !independentOfConnection.has(String(query.queryKey[0]));
}

/**
 * The one place that knows which event makes which answers stale. Answers a function that stops listening.
 * `onConnectionChosen` runs when another connection was chosen, after the old one's answers were dropped.
 */
export function invalidateOnEvents(client: QueryClient, onConnectionChosen: () => void): () => void {
  const stale = (channel: Channel): void => {
    void client.invalidateQueries({ queryKey: [channel] });
  };

  const readConnections = async (): Promise<void> => {
    const key = deskKey('connections.list', {});
    const before = client.getQueryData<{ id: string; chosen: boolean }[]>(key);
    const now = await callDesk('connections.list', {});
    client.setQueryData(key, now);
    const chosenBefore = before?.find((connection) => connection.chosen)?.id;
    const chosenNow = now.find((connection) => connection.chosen)?.id;
    if (chosenBefore !== undefined && chosenBefore !== chosenNow) {
      onConnectionChosen();
      await client.resetQueries({ predicate: dependsOnConnection });
    } else {
      stale('status.read');
    }
  };

  const stops = [
    window.orderDesk.on('status.changed', (status) => {
      client.setQueryData(deskKey('status.read', {}), status);
    }),
    window.orderDesk.on('connections.changed', () => {
      // When the list can't be read, whoever shows it says so.
      readConnections().catch(() => stale('connections.list'));
    }),
    window.orderDesk.on('drafts.changed', ({ id }) => {
      stale('drafts.list');
      // Read again when it is opened next, not now: an open editor owns its text, and its own saving told this.
      void client.invalidateQueries({ queryKey: deskKey('drafts.open', { id }), refetchType: 'none' });
    }),
    window.orderDesk.on('outbox.changed', ({ id }) => {
      stale('outbox.list');
      void client.invalidateQueries({ queryKey: deskKey('outbox.journal', { id }) });
      // A submission that was sent or handed back changes its draft too.
      stale('drafts.list');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
