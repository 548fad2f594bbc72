import type { ConnectionId } from '../../shared/ids.ts';
import { type Part, partKey, readPart } from '../../shared/parts/part.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { PartRepository } from '../storage/parts.ts';
import type { PimsAccess } from './pims-access.ts';
import { createSharedQuestions } from './shared-questions.ts';

/** Asks PIMS for parts. Whatever it answers is kept for the next completion. */
export interface PartQuestions {
  /**
   * One metered request, shared among those who ask the same at the same time.
   * @throws DeskError as `PimsClient.queryParts` and `PimsAccess.clientFor` do
   */
  ask(connectionId: ConnectionId, query: OrderQuery, signal?: AbortSignal): Promise<PartAnswer>;
  /** Calls off what is under way, since nobody will be there for the answers. */
  callOff(): void;
}

export interface PartAnswer {
  /** In the order of PIMS, each once. */
  readonly parts: readonly Part[];
  /** As many as were asked for: there may be more. */
  readonly isCut: boolean;
}

interface PartQuestionsOptions {
  readonly access: Pick<PimsAccess, 'clientFor'>;
  readonly parts: Pick<PartRepository, 'put'>;
  readonly connections: Pick<ConnectionRepository, 'find'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function createPartQuestions(options: PartQuestionsOptions): PartQuestions {
  const { access, parts, connections, clock, log } = options;
  const questions = createSharedQuestions<PartAnswer>();

  /** Which PIMS it is; undefined when the connection has been removed. */
  function placeOf(id: ConnectionId): string | undefined {
    const connection = connections.find(id);
    return connection && JSON.stringify([connection.baseUrl, connection.teamId]);
  }

  /** An answer that can't be kept is still an answer. */
  function keep(id: ConnectionId, found: readonly Part[]): void {
    try {
      parts.put(id, found);
    } catch (cause) {
      log.error('Parts could not be kept', { cause });
    }
  }

  return {
    ask(id, query, signal) {
      return questions.ask(
        [id, query],
        async (questionSignal) => {
          const place = placeOf(id);
          const client = await access.clientFor(id);
          const records = await client.queryParts(query, { signal: questionSignal });
          const readAt = clock.now().toISOString();
          const found = eachOnce(records.flatMap((fields) => readPart(fields, readAt) ?? []));
          // Another PIMS's parts must not turn up in the one to which the connection leads by now.
          if (place !== undefined && placeOf(id) === place) keep(id, found);
          return { parts: found, isCut: records.length >= query.maxReturn };
        },
        signal,
      );
    },
    callOff: questions.callOff,
  };
}

/** Of several records of a part the first. */
function eachOnce(parts: readonly Part[]): Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const key = partKey(part.code);
    if (!found.has(key)) found.set(key, part);
  }
  return [...found.values()];
}
