import type { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import { codeKey } from '../../shared/pims/code-key.ts';
import type { Database } from './database.ts';

/** What PIMS has shown of one kind, by code, each as it was read last. Nothing in it was typed by a person. */
export interface CodedCache<R> {
  /** Keeps what is newer than what is there, all or none. */
  put(connectionId: ConnectionId, records: readonly R[]): void;
  /** Those of the codes that are there, in upper or lower case, in the order of the codes and each once. */
  byCodes(connectionId: ConnectionId, codes: readonly string[]): R[];
  /** Those whose code begins with the key, by code. */
  byStart(connectionId: ConnectionId, key: string, limit: number): R[];
  /** Those that have the key further on in their code, by code; every code is looked at. */
  byMiddle(connectionId: ConnectionId, key: string, limit: number): R[];
  /**
   * Those with words that begin with each of these, more than `limit`, so that the best can be shown. Of very many, those that
   * are known longest.
   */
  byWords(connectionId: ConnectionId, words: readonly string[], limit: number): R[];
  /** The statement's rows as records; it selects `columns` from the table under the name `r`. */
  readonly read: (rows: unknown) => R[];
  readonly columns: string;
}

interface CodedTable<R> {
  /** Has `connection_id`, `code_key`, `words` and the columns, and is unique by the first two. */
  readonly table: string;
  /** The full-text index over its words; the connection is one of them. */
  readonly index: string;
  /** The columns, each under the name of the record's property. `code` and `read_at` are among them. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: z.ZodType<R[]>;
  readonly wordsOf: (record: R) => readonly string[];
  /** The record's values as the columns hold them. */
  readonly toRow: (record: R) => Readonly<Record<string, string | null>>;
}

/** So many are put in order at least; who sees more than a screen of them types on. */
const LEAST_BY_WORDS = 100;
/** Follows every code that begins with the same letters. */
const AFTER_ALL = '\u{10ffff}';

/** The statements that the caches of parts and of customers have in common. */
export function createCodedCache<R extends { readonly code: string }>(
  db: Database,
  { table, index, rows, wordsOf, toRow, ...options }: CodedTable<R>,
): CodedCache<R> {
  const properties = Object.keys(options.columns);
  const names = Object.values(options.columns);
  const columns = properties.map((property) => `r.${options.columns[property]} AS ${property}`).join(', ');
  const given = ['code_key', 'words', ...names];
  // CROSS JOIN holds the planner to the order written: with IN it walks through all records of the connection.
  const upsert = db.prepare(
    `INSERT INTO ${table} (connection_id, ${given.join(', ')})
     SELECT ?, ${given.map((_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?) WHERE true
     ON CONFLICT (connection_id, code_key) DO UPDATE
       SET ${['words', ...names].map((name) => `${name} = excluded.${name}`).join(', ')}
     WHERE excluded.read_at >= read_at`,
  );
  const selectByKeys = db.prepare(
    `SELECT ${columns} FROM json_each(?) k CROSS JOIN ${table} r
       ON r.connection_id = ? AND r.code_key = k.value
     ORDER BY k.key`,
  );
  const selectByStart = db.prepare(
    `SELECT ${columns} FROM ${table} r WHERE r.connection_id = ? AND r.code_key >= ? AND r.code_key < ?
     ORDER BY r.code_key LIMIT ?`,
  );
  const selectByMiddle = db.prepare(
    `SELECT ${columns} FROM ${table} r WHERE r.connection_id = ? AND instr(r.code_key, ?) > 1
     ORDER BY r.code_key LIMIT ?`,
  );
  const selectByWords = db.prepare(
    `SELECT ${columns} FROM ${index} w CROSS JOIN ${table} r ON r.id = w.rowid
     WHERE ${index} MATCH ? AND r.connection_id = ? LIMIT ?`,
  );
  const read = (found: unknown) => rows.parse(found);

  return {
    columns,
    read,
    put(connectionId, records) {
      if (records.length === 0) return;
      const values = records.map((record) => {
        const row = toRow(record);
        return [
          codeKey(record.code),
          wordsOf(record).join(' '),
          ...properties.map((property) => row[property] ?? null),
        ];
      });
      upsert.run(connectionId, JSON.stringify(values));
    },
    byCodes(connectionId, codes) {
      const keys = [...new Set(codes.map(codeKey))];
      return read(selectByKeys.all(JSON.stringify(keys), connectionId));
    },
    byStart: (connectionId, key, limit) =>
      read(selectByStart.all(connectionId, key, `${key}${AFTER_ALL}`, limit)),
    byMiddle: (connectionId, key, limit) => read(selectByMiddle.all(connectionId, key, limit)),
    byWords(connectionId, words, limit) {
      if (words.length === 0) return [];
      const most = Math.max(limit, LEAST_BY_WORDS);
      return read(selectByWords.all(matchOf(connectionId, words), connectionId, most));
    },
  };
}

/** Every word as the beginning of one. In quotes nothing is an operator, and `wordsOf` leaves no quotes in words. */
function matchOf(connectionId: ConnectionId, words: readonly string[]): string {
  const all = words.map((word) => `"${word}" *`).join(' AND ');
  return `connection : "${connectionId.replaceAll('-', '').replaceAll('"', '')}" AND words : (${all})`;
}
