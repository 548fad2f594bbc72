import type { Query, QueryClient } from '@tanstack/react-query';
import type { CallOutput, Channel } from '../../shared/ipc/contract.ts';
import { callDesk } from './call.ts';
import { deskKey } from './query-client.ts';

/** Answers that are the same whichever connection is chosen. */
const independentOfConnection: ReadonlySet<string> = new Set<Channel>([
  'app.info',
  'preferences.read',
  'connections.list',
  'network.read',
  'outbox.list',
  'outbox.older',
  'outbox.journal',
  'dayCheck.plan',
  'outbox.copy',
  'data.findings',
  'data.safety',
]);

/** Answers that the shell shows beside every screen: read again at once. A screen starts anew and asks by itself. */
const shownByShell: ReadonlySet<string> = new Set<Channel>(['status.read', 'drafts.list']);

const listeners = new Set<() => void>();

/** Runs the listener when another connection was chosen. Answers a function that stops it. */
export function onConnectionChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Reads the connections again. When another one is chosen now, everything that the old one had answered is
 * dropped, so that no order of one tenant is ever shown as another's. Throws `CallError`.
 */
export async function readConnections(client: QueryClient): Promise<void> {
  const key = deskKey('connections.list', {});
  const now = await callDesk('connections.list', {});
  const before = client.getQueryData<CallOutput<'connections.list'>>(key);
  client.setQueryData(key, now);
  if (before === undefined || chosenIn(before) === chosenIn(now)) return;
  client.removeQueries({ predicate: (query) => dependsOnConnection(query) && !isShownByShell(query) });
  for (const listener of listeners) listener();
  await client.resetQueries({ predicate: isShownByShell });
}

function chosenIn(connections: CallOutput<'connections.list'>): string | undefined {
  return connections.find((connection) => connection.chosen)?.id;
}

function dependsOnConnection(query: Query): boolean {
  return !independentOfConnection.has(String(query.queryKey[0]));
}

function isShownByShell(query: Query): boolean {
  return shownByShell.has(String(query.queryKey[0]));
}
