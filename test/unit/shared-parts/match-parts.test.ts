import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchKinds, matchPart, orderCompletions, readTypedPart } from '../../../shared/parts/match-parts.ts';

const part = (code: string, description: string | null = null, barcode: string | null = null) => ({
  code,
  description,
  barcode,
});
const kind = (typed: string, ...of: Parameters<typeof part>) => matchPart(readTypedPart(typed), part(...of));

describe('what was typed', () => {
  it.each([
    ['mdvq4ll/a', 'code'],
    [' MDVQ4LL/A ', 'code'],
    ['0194253', 'barcode'],
    ['mdvq', 'code-start'],
    ['4LL', 'code-middle'],
    ['iphone', 'words'],
    ['pro ipho', 'words'],
    ['CAFE', 'words'],
    ['crème', 'words'],
    ['mdvq4ll pro', 'words'],
    ['phone', null],
    ['iphone 15', null],
    ['/', 'code-middle'],
    ['- -', null],
    ['', null],
    ['  ', null],
  ] as const)('%j is found by %s', (typed, expected) => {
    expect(kind(typed, 'MDVQ4LL/A', 'iPhone 14 Pro, Café Creme', '0194253')).toBe(expected);
  });

  it('finds nothing in a part without description but by its code', () => {
    expect(kind('x', 'A')).toBeNull();
    expect(kind('a', 'A')).toBe('code');
  });
});

describe('completions', () => {
  const parts = [
    part('ZZ-CASE', 'Something'),
    part('X1', 'Rugged case'),
    part('CASE-2', null),
    part('CASE-10', null),
    part('B', 'Case', 'case'),
    part('case', null),
    part('NO', 'Nothing'),
  ];

  it('come best first, and by code among equals', () => {
    const codes = orderCompletions('case', parts, 10).map(({ code }) => code);
    expect(codes).toEqual(['case', 'B', 'CASE-10', 'CASE-2', 'ZZ-CASE', 'X1']);
    expect(orderCompletions('case', parts, 2).map(({ code }) => code)).toEqual(['case', 'B']);
  });

  it('are the same whatever the order of the parts and the case of the letters', () => {
    const word = fc.stringMatching(/^[a-c1]{1,3}$/);
    const some = fc.uniqueArray(
      fc.record({ code: word, description: fc.option(fc.array(word).map((words) => words.join(' '))) }),
      { selector: ({ code }) => code },
    );
    fc.assert(
      fc.property(some, word, (records, typed) => {
        const all = records.map((one) => ({ ...one, barcode: null }));
        const found = orderCompletions(typed, all, 100);
        expect(orderCompletions(typed.toUpperCase(), all.toReversed(), 100)).toEqual(found);
        const ranks = found.map((one) => matchPart(readTypedPart(typed), one));
        expect(ranks).not.toContain(null);
        expect(ranks).toEqual(matchKinds.flatMap((one) => ranks.filter((rank) => rank === one)));
        expect(found).toHaveLength(all.filter((one) => matchPart(readTypedPart(typed), one) !== null).length);
      }),
    );
  });
});
