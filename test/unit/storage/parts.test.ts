import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createConnectionRepository } from '../../../electron/storage/connections.ts';
import { createPartRepository } from '../../../electron/storage/parts.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { orderCompletions } from '../../../shared/parts/match-parts.ts';
import { type Part, partKey } from '../../../shared/parts/part.ts';
import { addConnection, openTestDatabase, someTime } from './open-test-database.ts';

const later = '2026-05-16T10:00:00.000Z';

function part(code: string, change: Partial<Part> = {}): Part {
  return {
    code,
    description: null,
    barcode: null,
    onHand: null,
    available: null,
    readAt: someTime,
    ...change,
  };
}

function openParts() {
  const { db, connectionId } = openTestDatabase();
  return { db, connectionId, parts: createPartRepository(db) };
}

const codes = (parts: readonly Part[]) => parts.map(({ code }) => code);

describe('the parts', () => {
  it('are as they were read last, whichever answer came first', () => {
    const { connectionId, parts } = openParts();
    const newest = part('a-1', { description: 'Case', available: '3', readAt: later });
    parts.put(connectionId, [part('A-1', { description: 'Cable', available: '5' }), part('B')]);
    parts.put(connectionId, [newest]);
    parts.put(connectionId, [part('A-1', { description: 'Older', available: '9' })]);
    parts.put(connectionId, []);
    expect(parts.byCodes(connectionId, ['b', 'A-1', 'a-1', 'c'])).toEqual([part('B'), newest]);
    expect(codes(parts.complete(connectionId, 'case', 10))).toEqual(['a-1']);
    expect(parts.complete(connectionId, 'cable', 10)).toEqual([]);
    expect(parts.complete(connectionId, 'older', 10)).toEqual([]);
  });

  it('keep codes and amounts as text, and what is unknown as unknown', () => {
    const { connectionId, parts } = openParts();
    const given = part('0012', { barcode: '00194', onHand: '1.50', available: '0' });
    parts.put(connectionId, [given]);
    expect(parts.byCodes(connectionId, ['0012'])).toEqual([given]);
    expect(parts.byCodes(connectionId, ['12'])).toEqual([]);
    expect(parts.byBarcodes(connectionId, ['194', '00194'])).toEqual([given]);
  });

  it('are each connection’s own', () => {
    const { db, connectionId, parts } = openParts();
    const other = addConnection(db, 'first-other');
    parts.put(connectionId, [part('A', { description: 'Case of mine', barcode: '1' })]);
    parts.put(other, [part('A', { description: 'Case of theirs', barcode: '1' })]);
    for (const [id, whose] of [
      [connectionId, 'Case of mine'],
      [other, 'Case of theirs'],
    ] as const) {
      const found = [
        parts.byCodes(id, ['a']),
        parts.byBarcodes(id, ['1']),
        parts.complete(id, 'a', 5),
        parts.complete(id, 'case', 5),
      ];
      expect(found.map((some) => some.map(({ description }) => description))).toEqual(
        found.map(() => [whose]),
      );
    }
  });

  it.each(['"', '*', 'a"b', 'AND', 'words:', '(', '^a', "a' OR 1", '%', '_', '\u0000', '😀'])(
    'can be looked for by %j',
    (typed) => {
      const { connectionId, parts } = openParts();
      const all = [part('X', { description: typed }), part('AB', { description: 'Nothing and a words' })];
      parts.put(connectionId, all);
      expect(parts.complete(connectionId, typed, 5)).toEqual(orderCompletions(typed, all, 5));
    },
  );

  it('complete as if every one had been looked at', () => {
    const { db, connectionId, parts } = openParts();
    const word = fc.stringMatching(/^[abÄß1/-]{1,4}$/);
    const words = fc.array(word, { maxLength: 3 }).map((some) => some.join(' '));
    const some = fc.uniqueArray(
      fc.record({ code: word, description: fc.option(words), barcode: fc.option(word) }),
      { selector: ({ code }) => partKey(code), maxLength: 25 },
    );
    fc.assert(
      fc.property(some, fc.oneof(word, words), fc.integer({ min: 1, max: 30 }), (records, typed, limit) => {
        db.prepare('DELETE FROM parts').run();
        const all = records.map(({ code, ...rest }) => part(code, rest));
        parts.put(connectionId, all);
        expect(parts.complete(connectionId, typed, limit)).toEqual(orderCompletions(typed, all, limit));
      }),
      { numRuns: 60 },
    );
  });

  it('are forgotten with what the connection had learnt, words and all', () => {
    const { db, connectionId, parts } = openParts();
    const connections = createConnectionRepository(db);
    parts.put(connectionId, [part('A', { description: 'Case' })]);
    const connection = connections.find(connectionId);
    if (connection === undefined) throw new Error('The connection is not there.');
    connections.leadElsewhere(connection, connectionIdSchema.parse('former'), someTime);
    expect(parts.byCodes(connectionId, ['A'])).toEqual([]);
    const count = db.prepare('SELECT COUNT(*) AS words FROM part_words').get();
    expect(z.object({ words: z.number() }).parse(count)).toEqual({ words: 0 });
  });
});
