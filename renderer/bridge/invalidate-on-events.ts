import type { QueryClient } from '@tanstack/react-query';
import type { ConnectionId, DraftId, SubmissionId } from '../../shared/ids.ts';
import type { CallOutput, Channel } from '../../shared/ipc/contract.ts';
import type { DeskEvents } from '../../shared/ipc/desk-events.ts';
import { readConnections } from './connection-change.ts';
import { gather } from './gather.ts';
import { deskKey } from './query-client.ts';

/** A day's orders are read from the disk as a whole: an order that sends its lines changes too often for that. */
const DAY_CHECK_PAUSE_MS = 2_000;
/** Often enough to watch an order on its way, and seldom enough not to slow its sending down. */
const OUTBOX_MS = 200;
const DRAFTS_MS = 200;
/** The page of the usage shows requests as they are made. */
const USAGE_MS = 1_000;
/** All steps and the whole journal of an order, which may have thousands of lines. */
const STEPS_MS = 1_000;

/** The one place that knows which event makes which answers stale. Answers a function that stops listening. */
export function invalidateOnEvents(client: QueryClient): () => void {
  const stale = (channel: Channel): void => {
    void client.invalidateQueries({ queryKey: [channel] });
  };

  let dayCheckPause: ReturnType<typeof setTimeout> | undefined;
  const dayCheckStale = (): void => {
    dayCheckPause ??= setTimeout(() => {
      dayCheckPause = undefined;
      stale('dayCheck.plan');
    }, DAY_CHECK_PAUSE_MS);
  };

  const usageChanges = gather<ConnectionId>(USAGE_MS, () => stale('usage.month'));

  const stops = [
    usageChanges.stop,
    window.orderDesk.on('status.changed', (status) => {
      usageChanges.add(status.connectionId);
      client.setQueryData(deskKey('status.read', {}), status);
      // What is still being looked for in PIMS depends on whether it can be reached.
      if (client.getQueryData(deskKey('outbox.copy', {})) != null) stale('outbox.copy');
    }),
    window.orderDesk.on('connections.changed', () => {
      // When the list can't be read, whoever shows it says so.
      readConnections(client).catch(() => stale('connections.list'));
    }),
    window.orderDesk.on('preferences.changed', (preferences) => {
      client.setQueryData(deskKey('preferences.read', {}), preferences);
    }),
    onDraftsChanged((ids) => {
      stale('drafts.list');
      stale('templates.list');
      stale('imports.list');
      // Read again when it is opened next, not now: an open editor owns its text, and its own saving told this.
      for (const id of ids)
        void client.invalidateQueries({ queryKey: deskKey('drafts.open', { id }), refetchType: 'none' });
    }),
    onOutboxChanged(STEPS_MS, ({ id }) => {
      void client.invalidateQueries({ queryKey: deskKey('outbox.steps', { id }) });
      void client.invalidateQueries({ queryKey: deskKey('outbox.journal', { id }) });
    }),
    onOutboxChanged(OUTBOX_MS, ({ id }) => {
      stale('outbox.list');
      stale('outbox.copy');
      void client.invalidateQueries({ queryKey: deskKey('outbox.evidence', { id }) });
      // A submission that was sent or handed back changes its draft too.
      stale('drafts.list');
      stale('imports.list');
      dayCheckStale();
      // It may change an order. What is shown stays: reading again is billed, and comes with the next visit.
      void client.invalidateQueries({ queryKey: ['orders.single'], refetchType: 'none' });
    }),
    window.orderDesk.on('day-check.progress', ({ running }) => {
      client.setQueriesData<CallOutput<'dayCheck.plan'>>({ queryKey: ['dayCheck.plan'] }, (check) =>
        check === undefined ? undefined : { ...check, running },
      );
      if (running === null) stale('dayCheck.plan');
    }),
    () => clearTimeout(dayCheckPause),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** An import makes thousands of drafts at once. */
function onDraftsChanged(listener: (ids: ReadonlySet<DraftId>) => void): () => void {
  const changes = gather<DraftId>(DRAFTS_MS, listener);
  const stop = window.orderDesk.on('drafts.changed', ({ id }) => changes.add(id));
  return () => {
    stop();
    changes.stop();
  };
}

/** Tells what changed within so many milliseconds together, each submission once. */
function onOutboxChanged(
  withinMs: number,
  listener: (payload: DeskEvents['outbox.changed']) => void,
): () => void {
  const changes = gather<SubmissionId>(withinMs, (ids) => {
    for (const id of ids) listener({ id });
  });
  const stop = window.orderDesk.on('outbox.changed', ({ id }) => changes.add(id));
  return () => {
    stop();
    changes.stop();
  };
}
