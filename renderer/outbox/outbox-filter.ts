import type { ConnectionId } from '../../shared/ids.ts';
import { hasText } from '../../shared/outbox/listed.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { isOpen, needsPerson } from '../../shared/outbox/whose-turn.ts';

/** Which submissions the outbox lists: every one, what is not finished, or what waits for a person. */
export type Shown = 'all' | 'open' | 'yours';

export interface OutboxFilter {
  readonly shown: Shown;
  /** Null shows every connection. */
  readonly connectionId: ConnectionId | null;
  /** Looked for in the reference, the customer code and the order number. */
  readonly text: string;
}

export const everySubmission: OutboxFilter = { shown: 'all', connectionId: null, text: '' };

/** The submissions that a filter lets through, in their order. */
export function filterSubmissions(all: readonly Submission[], filter: OutboxFilter): Submission[] {
  return all.filter(
    (one) =>
      isShown(one, filter.shown) &&
      (filter.connectionId === null || one.connectionId === filter.connectionId) &&
      hasText(one, filter.text),
  );
}

function isShown(one: Submission, shown: Shown): boolean {
  if (shown === 'open') return isOpen(one);
  return shown === 'all' || needsPerson(one);
}

/** Whether a list has to say of each submission which connection's it is: not when the filter or the top bar says it. */
export function needsConnection(
  all: readonly Submission[],
  filter: OutboxFilter,
  chosen: ConnectionId | undefined,
): boolean {
  return filter.connectionId === null && all.some(({ connectionId }) => connectionId !== chosen);
}

/** The connections of the submissions, each once, by name. */
export function connectionsOf(all: readonly Submission[]): { value: ConnectionId; label: string }[] {
  const names = new Map(all.map(({ connectionId, connectionName }) => [connectionId, connectionName]));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
