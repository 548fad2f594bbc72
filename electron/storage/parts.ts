import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import {
  orderCompletions,
  readTypedPart,
  type TypedPart,
  wordsOfPart,
} from '../../shared/parts/match-parts.ts';
import { type Part, partKey, partSchema } from '../../shared/parts/part.ts';
import type { Database } from './database.ts';

/** The parts that PIMS has shown, each as it was read last. A cache: nothing in it was typed by a person. */
export interface PartRepository {
  /** Keeps what is newer than what is there, all or none. */
  put(connectionId: ConnectionId, parts: readonly Part[]): void;
  /** Those of the codes that are there, in upper or lower case, in the order of the codes and each once. */
  byCodes(connectionId: ConnectionId, codes: readonly string[]): Part[];
  /** The codes of all of them. */
  codes(connectionId: ConnectionId): string[];
  /** Parts with one of these barcodes, by code. */
  byBarcodes(connectionId: ConnectionId, barcodes: readonly string[]): Part[];
  /**
   * Parts that match what was typed, best first (`orderCompletions`). Of very many that match by their words alone,
   * those that are known longest.
   */
  complete(connectionId: ConnectionId, text: string, limit: number): Part[];
}

const columns = 'p.code, p.description, p.barcode, p.on_hand AS onHand, p.available, p.read_at AS readAt';
const rows = z.array(partSchema);
const codeRows = z.array(z.object({ code: z.string() }));

/** So many are put in order; who sees more than a screen of them types on. */
const MOST_BY_WORDS = 100;
/** Follows every code that begins with the same letters. */
const AFTER_ALL = '\u{10ffff}';

export function createPartRepository(db: Database): PartRepository {
  // CROSS JOIN holds the planner to the order written: with IN it walks through all parts of the connection.
  const upsert = db.prepare(
    `INSERT INTO parts (connection_id, code_key, code, description, barcode, on_hand, available, words, read_at)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
     FROM json_each(?) WHERE true
     ON CONFLICT (connection_id, code_key) DO UPDATE SET code = excluded.code, description = excluded.description,
       barcode = excluded.barcode, on_hand = excluded.on_hand, available = excluded.available,
       words = excluded.words, read_at = excluded.read_at
     WHERE excluded.read_at >= read_at`,
  );
  const selectByKeys = db.prepare(
    `SELECT ${columns} FROM json_each(?) k CROSS JOIN parts p ON p.connection_id = ? AND p.code_key = k.value
     ORDER BY k.key`,
  );
  const selectCodes = db.prepare('SELECT code FROM parts WHERE connection_id = ?');
  const selectByBarcodes = db.prepare(
    `SELECT ${columns} FROM json_each(?) b CROSS JOIN parts p ON p.connection_id = ? AND p.barcode = b.value
     ORDER BY p.code_key`,
  );
  const selectByStart = db.prepare(
    `SELECT ${columns} FROM parts p WHERE p.connection_id = ? AND p.code_key >= ? AND p.code_key < ?
     ORDER BY p.code_key LIMIT ?`,
  );
  const selectByMiddle = db.prepare(
    `SELECT ${columns} FROM parts p WHERE p.connection_id = ? AND instr(p.code_key, ?) > 1
     ORDER BY p.code_key LIMIT ?`,
  );
  const selectByWords = db.prepare(
    `SELECT ${columns} FROM part_words w CROSS JOIN parts p ON p.id = w.rowid
     WHERE part_words MATCH ? AND p.connection_id = ? LIMIT ?`,
  );

  function byBarcodes(connectionId: ConnectionId, barcodes: readonly string[]): Part[] {
    return rows.parse(selectByBarcodes.all(JSON.stringify([...new Set(barcodes)]), connectionId));
  }

  /** Goes on to the slower way as long as there is room: a code in the middle is looked for in every code. */
  function* candidates(connectionId: ConnectionId, { key, barcode, words }: TypedPart, limit: number) {
    const found = new Map<string, Part>();
    const take = (parts: readonly Part[]) => {
      for (const part of parts) found.set(partKey(part.code), part);
    };
    take(byBarcodes(connectionId, [barcode]));
    take(rows.parse(selectByStart.all(connectionId, key, `${key}${AFTER_ALL}`, limit)));
    if (found.size < limit) take(rows.parse(selectByMiddle.all(connectionId, key, limit)));
    if (found.size < limit && words.length > 0) {
      take(rows.parse(selectByWords.all(matchOf(connectionId, words), connectionId, MOST_BY_WORDS)));
    }
    yield* found.values();
  }

  return {
    put(connectionId, parts) {
      if (parts.length === 0) return;
      upsert.run(connectionId, JSON.stringify(parts.map(toRow)));
    },
    byCodes(connectionId, codes) {
      const keys = [...new Set(codes.map(partKey))];
      return rows.parse(selectByKeys.all(JSON.stringify(keys), connectionId));
    },
    codes: (connectionId) => codeRows.parse(selectCodes.all(connectionId)).map(({ code }) => code),
    byBarcodes,
    complete(connectionId, text, limit) {
      const typed = readTypedPart(text);
      if (typed.key === '') return [];
      return orderCompletions(text, candidates(connectionId, typed, limit), limit);
    },
  };
}

/** In the order of the statement. */
function toRow({ code, description, barcode, onHand, available, readAt }: Part): unknown[] {
  const words = wordsOfPart({ code, description }).join(' ');
  return [partKey(code), code, description, barcode, onHand, available, words, readAt];
}

/** Every word as the beginning of one. In quotes nothing is an operator, and `wordsOf` leaves no quotes in words. */
function matchOf(connectionId: ConnectionId, words: readonly string[]): string {
  const all = words.map((word) => `"${word}" *`).join(' AND ');
  return `connection : "${connectionId.replaceAll('-', '').replaceAll('"', '')}" AND words : (${all})`;
}
