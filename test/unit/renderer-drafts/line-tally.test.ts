import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineTally, sumWords } from '../../../renderer/drafts/lines/line-tally.ts';
import { anyContent } from './arbitrary-edits.ts';

const sumsOf = (...lines: Record<string, string>[]) =>
  new LineTally().update(lines.map((fields) => ({ fields })));

describe('LineTally', () => {
  it('adds up in exact decimals', () => {
    const sums = sumsOf(
      { PART_CODE: 'A', QUANTITY: '0.1', UNIT_PRICE: '0.10' },
      { PART_CODE: 'B', QUANTITY: '0.2', EXTENDED_PRICE: '12.345' },
      { PART_CODE: 'C', QUANTITY: 'x' },
      {},
    );
    expect(sums).toMatchObject({ lines: 3, units: '0.3', total: '12.355', priced: 2 });
    expect(sumWords(sums)).toBe('3 lines, 0.3 units, 12.355 for 2 of them');
  });

  it('says nothing of money where there is none, and guesses no discount', () => {
    expect(sumWords(sumsOf({ PART_CODE: 'A', QUANTITY: '1' }))).toBe('1 line, 1 unit');
    expect(sumsOf({ QUANTITY: '2', UNIT_PRICE: '5', DISCOUNT: '10' }).total).toBeNull();
    expect(sumWords(sumsOf({ PART_CODE: 'A', QUANTITY: '2', UNIT_PRICE: '5' }))).toBe(
      '1 line, 2 units, 10.00 in all',
    );
  });

  it('comes to the same by what changed as by counting anew', () => {
    fc.assert(
      fc.property(fc.array(anyContent, { minLength: 1, maxLength: 6 }), (contents) => {
        const tally = new LineTally();
        // Lines with the same id and values are the same object, as they are in a draft.
        const known = new Map<string, (typeof contents)[number]['lines'][number]>();
        for (const { lines } of contents) {
          const shared = lines.map((line) => {
            const key = JSON.stringify(line);
            const before = known.get(key) ?? line;
            known.set(key, before);
            return before;
          });
          const { fields, ...sums } = tally.update(shared);
          const { fields: anew, ...expected } = new LineTally().update(lines);
          expect(sums).toEqual(expected);
          expect([...fields].sort()).toEqual([...anew].sort());
        }
      }),
    );
  });
});
