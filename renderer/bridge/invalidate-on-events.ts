import type { QueryClient } from '@tanstack/react-query';
import type { Channel } from '../../shared/ipc/contract.ts';
import { readConnections } from './connection-change.ts';
import { deskKey } from './query-client.ts';

/** The one place that knows which event makes which answers stale. Answers a function that stops listening. */
export function invalidateOnEvents(client: QueryClient): () => void {
  const stale = (channel: Channel): void => {
    void client.invalidateQueries({ queryKey: [channel] });
  };

  const stops = [
    window.orderDesk.on('status.changed', (status) => {
      client.setQueryData(deskKey('status.read', {}), status);
    }),
    window.orderDesk.on('connections.changed', () => {
      // When the list can't be read, whoever shows it says so.
      readConnections(client).catch(() => stale('connections.list'));
    }),
    window.orderDesk.on('preferences.changed', (preferences) => {
      client.setQueryData(deskKey('preferences.read', {}), preferences);
    }),
    window.orderDesk.on('drafts.changed', ({ id }) => {
      stale('drafts.list');
      stale('templates.list');
      // Read again when it is opened next, not now: an open editor owns its text, and its own saving told this.
      void client.invalidateQueries({ queryKey: deskKey('drafts.open', { id }), refetchType: 'none' });
    }),
    window.orderDesk.on('outbox.changed', ({ id }) => {
      stale('outbox.list');
      void client.invalidateQueries({ queryKey: deskKey('outbox.journal', { id }) });
      void client.invalidateQueries({ queryKey: deskKey('outbox.evidence', { id }) });
      // A submission that was sent or handed back changes its draft too.
      stale('drafts.list');
      // It may change an order. What is shown stays: reading again is billed, and comes with the next visit.
      void client.invalidateQueries({ queryKey: ['orders.single'], refetchType: 'none' });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
