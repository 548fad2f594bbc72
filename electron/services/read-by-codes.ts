import type { ConnectionId } from '../../shared/ids.ts';
import { codeKey } from '../../shared/pims/code-key.ts';
import { CODES_A_REQUEST } from '../../shared/pims/codes-a-request.ts';
import { type Filter, MAX_RETURN_LIMIT, type OrderQuery } from '../../shared/pims/filters.ts';
import type { Clock } from '../clock.ts';
import type { CodedCache } from '../storage/coded-cache.ts';
import type { RecordQuestions } from './record-questions.ts';

interface Coded {
  readonly code: string;
  readonly readAt: string;
}

/** Reads records of one kind by their codes, from the cache or from PIMS. Both throw as `RecordQuestions.ask` does. */
export interface ReadByCodes<R> {
  /** From PIMS: one metered request for each fifty codes. */
  readAnew(connection: ConnectionId, codes: readonly string[]): Promise<R[]>;
  /**
   * Those read within the last `maxAgeMs` as they are, the others anew; in the order of the codes, each once. `unknown` are
   * the codes that PIMS does not have. Codes that say nothing are left out.
   */
  read(
    connection: ConnectionId,
    wanted: { readonly codes: readonly string[]; readonly maxAgeMs: number },
  ): Promise<{ found: R[]; unknown: string[] }>;
}

interface ReadByCodesOptions<R> {
  readonly field: 'PART_CODE' | 'CUSTOMER_CODE';
  readonly questions: Pick<RecordQuestions<R>, 'ask'>;
  readonly cache: Pick<CodedCache<R>, 'byCodes'>;
  readonly clock: Clock;
}

export function createReadByCodes<R extends Coded>(options: ReadByCodesOptions<R>): ReadByCodes<R> {
  const { field, questions, cache, clock } = options;

  async function readAnew(connection: ConnectionId, codes: readonly string[]): Promise<R[]> {
    const found: R[] = [];
    for (let at = 0; at < codes.length; at += CODES_A_REQUEST) {
      const batch = codes.slice(at, at + CODES_A_REQUEST);
      const { records } = await questions.ask(connection, codesQuery(field, batch));
      const asked = new Set(batch.map(codeKey));
      found.push(...records.filter(({ code }) => asked.has(codeKey(code))));
    }
    return found;
  }

  function isYoung({ readAt }: R, maxAgeMs: number): boolean {
    const ageMs = clock.now().getTime() - Date.parse(readAt);
    // One that was read in the future says that the clock was set, and nothing about its age.
    return ageMs >= 0 && ageMs < maxAgeMs;
  }

  return {
    readAnew,
    async read(connection, { codes, maxAgeMs }) {
      const wanted = new Map(
        codes.filter((code) => codeKey(code) !== '').map((code) => [codeKey(code), code.trim()]),
      );
      const found = new Map<string, R>();
      for (const record of cache.byCodes(connection, [...wanted.values()])) {
        if (isYoung(record, maxAgeMs)) found.set(codeKey(record.code), record);
      }
      const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, code]) => code);
      for (const record of await readAnew(connection, missing)) found.set(codeKey(record.code), record);
      return {
        found: [...wanted.keys()].flatMap((key) => found.get(key) ?? []),
        unknown: [...wanted].filter(([key]) => !found.has(key)).map(([, code]) => code),
      };
    },
  };
}

/** The records of these codes. A tenant may have several records of a part, so that the answer is not cut short. */
export function codesQuery(field: string, codes: readonly string[]): OrderQuery {
  const filters = codes.map((value): Filter => ({ field, value, contains: false, conjunction: 'OR' }));
  return { filters, maxReturn: MAX_RETURN_LIMIT };
}
