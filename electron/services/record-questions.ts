import type { ConnectionId } from '../../shared/ids.ts';
import { codeKey } from '../../shared/pims/code-key.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { Purpose } from '../../shared/usage/purpose.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CallOptions, PimsClient } from '../pims/pims-client.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { PimsAccess } from './pims-access.ts';
import { createSharedQuestions } from './shared-questions.ts';

/** Asks PIMS for records of one kind. Whatever it answers is kept for the next completion. */
export interface RecordQuestions<R> {
  /**
   * One metered request, shared among those who ask the same at the same time.
   * @throws DeskError as `PimsClient.queryOrders` and `PimsAccess.clientFor` do
   */
  ask(connectionId: ConnectionId, query: OrderQuery, signal?: AbortSignal): Promise<RecordAnswer<R>>;
  /** Calls off what is under way, since nobody will be there for the answers. */
  callOff(): void;
}

export interface RecordAnswer<R> {
  /** In the order of PIMS, each once. */
  readonly records: readonly R[];
  /** As many as were asked for: there may be more. */
  readonly isCut: boolean;
}

/** What tells one kind of record from another. */
interface RecordKind<R> {
  /** What its requests are counted for. */
  readonly purpose: Purpose;
  readonly query: (client: PimsClient, query: OrderQuery, options: CallOptions) => Promise<PimsFields[]>;
  /** Null for a record that can't be named, which is left out. */
  readonly read: (fields: PimsFields, readAt: string) => R | null;
  readonly keep: (connectionId: ConnectionId, records: readonly R[]) => void;
}

interface RecordQuestionsOptions {
  readonly access: Pick<PimsAccess, 'clientFor'>;
  readonly connections: Pick<ConnectionRepository, 'find'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function createRecordQuestions<R extends { readonly code: string }>(
  kind: RecordKind<R>,
  { access, connections, clock, log }: RecordQuestionsOptions,
): RecordQuestions<R> {
  const questions = createSharedQuestions<RecordAnswer<R>>();

  /** Which PIMS it is; undefined when the connection has been removed. */
  function placeOf(id: ConnectionId): string | undefined {
    const connection = connections.find(id);
    return connection && JSON.stringify([connection.baseUrl, connection.teamId]);
  }

  /** An answer that can't be kept is still an answer. */
  function keep(id: ConnectionId, found: readonly R[]): void {
    try {
      kind.keep(id, found);
    } catch (cause) {
      log.error('What PIMS answered could not be kept', { cause });
    }
  }

  return {
    ask(id, query, signal) {
      return questions.ask(
        [id, query],
        async (questionSignal) => {
          const place = placeOf(id);
          const client = await access.clientFor(id, kind.purpose);
          const answered = await kind.query(client, query, { signal: questionSignal });
          const readAt = clock.now().toISOString();
          const records = eachOnce(answered.flatMap((fields) => kind.read(fields, readAt) ?? []));
          // Another PIMS's records must not turn up in the one to which the connection leads by now.
          if (place !== undefined && placeOf(id) === place) keep(id, records);
          return { records, isCut: answered.length >= query.maxReturn };
        },
        signal,
      );
    },
    callOff: questions.callOff,
  };
}

/** Of several records of a code the first. */
function eachOnce<R extends { readonly code: string }>(records: readonly R[]): R[] {
  const found = new Map<string, R>();
  for (const record of records) {
    const key = codeKey(record.code);
    if (!found.has(key)) found.set(key, record);
  }
  return [...found.values()];
}
