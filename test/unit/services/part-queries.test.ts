import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes, readFilters } from '../../../electron/practice-server/filters.ts';
import { scannedQuery, searchQuery } from '../../../electron/services/part-queries.ts';
import { codesQuery } from '../../../electron/services/read-by-codes.ts';
import { orderQuerySchema } from '../../../shared/pims/filters.ts';

const known = new Set(['PART_CODE', 'PART_DESCRIPTION', 'BARCODE']);

/** Whether a part is found, as the practice server reads the filters. */
function finds({ filters }: { readonly filters: unknown }, part: Record<string, string>): boolean {
  return passes(part, readFilters(filters, known));
}

const part = { PART_CODE: 'MDVQ4LL/A', PART_DESCRIPTION: 'iPhone 14 Pro', BARCODE: '194253715375' };

describe('a search', () => {
  it.each([
    ['mdvq', true],
    ['4ll/a', true],
    ['pro iphone', true],
    ['hone', true],
    ['194253715375', true],
    ['0194253715375', true],
    ['19425371537', false],
    ['iphone 15', false],
    ['mdvq pro', false],
  ])('for %j finds the part: %s', (text, isFound) => {
    expect(finds(searchQuery(text, 20), part)).toBe(isFound);
  });

  it('finds the same when AND binds closer than OR', () => {
    const word = fc.constantFrom('iphone', '14', 'mdvq', 'x', '194253715375');
    const texts = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        const { filters } = searchQuery(text, 20);
        const groups: (typeof filters)[] = [];
        for (const [index, filter] of filters.entries()) {
          const last = groups.at(-1);
          if (index > 0 && filter.conjunction === 'AND' && last !== undefined) last.push(filter);
          else groups.push([filter]);
        }
        const byGroups = groups.some((group) => group.every((filter) => finds({ filters: [filter] }, part)));
        expect(finds({ filters }, part)).toBe(byGroups);
      }),
    );
  });

  it('never asks for more than PIMS takes, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 200 }), (text, limit) => {
        expect(orderQuerySchema.safeParse(searchQuery(text, limit)).success).toBe(true);
      }),
    );
    expect(searchQuery('a b c d e f g h i j', 500)).toMatchObject({ maxReturn: 500 });
    expect(searchQuery('a a a', 1).filters).toHaveLength(3);
  });
});

describe('a question for codes', () => {
  it('finds each of them and nothing else', () => {
    expect(finds(codesQuery('PART_CODE', ['X', 'mdvq4ll/a']), part)).toBe(true);
    expect(finds(codesQuery('PART_CODE', ['X', 'MDVQ4LL']), part)).toBe(false);
  });

  it('that were scanned finds barcodes in any form, and part codes', () => {
    expect(finds(scannedQuery(['X', '00194253715375']), part)).toBe(true);
    expect(finds(scannedQuery(['MDVQ4LL/A']), part)).toBe(true);
    expect(finds(scannedQuery(['1942537153']), part)).toBe(false);
  });
});
