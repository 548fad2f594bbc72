import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import {
  orderCompletions,
  readTypedPart,
  type TypedPart,
  wordsOfPart,
} from '../../shared/parts/match-parts.ts';
import { type Part, partKey, partSchema } from '../../shared/parts/part.ts';
import { type CodedCache, createCodedCache } from './coded-cache.ts';
import type { Database } from './database.ts';

/** The parts that PIMS has shown. */
export interface PartRepository extends Pick<CodedCache<Part>, 'put' | 'byCodes'> {
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

const codeRows = z.array(z.object({ code: z.string() }));

export function createPartRepository(db: Database): PartRepository {
  const cache = createCodedCache<Part>(db, {
    table: 'parts',
    index: 'part_words',
    columns: {
      code: 'code',
      description: 'description',
      barcode: 'barcode',
      onHand: 'on_hand',
      available: 'available',
      readAt: 'read_at',
    },
    rows: z.array(partSchema),
    wordsOf: wordsOfPart,
    toRow: (part) => part,
  });
  const selectCodes = db.prepare('SELECT code FROM parts WHERE connection_id = ?');
  const selectByBarcodes = db.prepare(
    `SELECT ${cache.columns} FROM json_each(?) b CROSS JOIN parts r ON r.connection_id = ? AND r.barcode = b.value
     ORDER BY r.code_key`,
  );

  function byBarcodes(connectionId: ConnectionId, barcodes: readonly string[]): Part[] {
    return cache.read(selectByBarcodes.all(JSON.stringify([...new Set(barcodes)]), connectionId));
  }

  /** Goes on to the slower way as long as there is room: a code in the middle is looked for in every code. */
  function candidates(connectionId: ConnectionId, { key, barcode, words }: TypedPart, limit: number) {
    const found = new Map<string, Part>();
    const take = (parts: readonly Part[]) => {
      for (const part of parts) found.set(partKey(part.code), part);
    };
    take(byBarcodes(connectionId, [barcode]));
    take(cache.byStart(connectionId, key, limit));
    if (found.size < limit) take(cache.byMiddle(connectionId, key, limit));
    if (found.size < limit) take(cache.byWords(connectionId, words, limit));
    return found.values();
  }

  return {
    put: cache.put,
    byCodes: cache.byCodes,
    codes: (connectionId) => codeRows.parse(selectCodes.all(connectionId)).map(({ code }) => code),
    byBarcodes,
    complete(connectionId, text, limit) {
      const typed = readTypedPart(text);
      if (typed.key === '') return [];
      return orderCompletions(text, candidates(connectionId, typed, limit), limit);
    },
  };
}
