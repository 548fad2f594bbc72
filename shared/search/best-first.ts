import { codeKey } from '../pims/code-key.ts';

/**
 * The records that match, those of the earliest kind first and by code among equals, at most `limit`. `matchOf` answers
 * null for a record that does not match.
 */
export function bestFirst<R extends { readonly code: string }, Kind>(
  records: Iterable<R>,
  kinds: readonly Kind[],
  matchOf: (record: R) => Kind | null,
  limit: number,
): R[] {
  const found: { record: R; rank: number; key: string }[] = [];
  for (const record of records) {
    const kind = matchOf(record);
    if (kind !== null) found.push({ record, rank: kinds.indexOf(kind), key: codeKey(record.code) });
  }
  found.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return found.slice(0, limit).map(({ record }) => record);
}
