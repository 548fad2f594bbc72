import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTsv, writeTsv } from '../../../shared/drafts/tsv.ts';

describe('readTsv', () => {
  it('drops the one break that Excel on Windows puts at the end', () => {
    expect(readTsv('MDVQ4LL/A\t5\r\nABC\t2\r\n')).toEqual([
      ['MDVQ4LL/A', '5'],
      ['ABC', '2'],
    ]);
  });

  it('keeps a second break at the end: it is an empty row', () => {
    expect(readTsv('A\n\n')).toEqual([['A'], ['']]);
  });

  it('reads quoted cells with breaks, tabs and quotes in them', () => {
    expect(readTsv('"two\nlines"\t"a ""word"""\t"tab\there"\n7')).toEqual([
      ['two\nlines', 'a "word"', 'tab\there'],
      ['7'],
    ]);
  });

  it('leaves a quote alone that is no quoting: inches, and cells that only begin with one', () => {
    expect(readTsv('24" monitor\t"open\n"a" b')).toEqual([['24" monitor', '"open'], ['"a" b']]);
  });

  it('keeps codes as they are, zeros in front too', () => {
    expect(readTsv('007\t1E5')).toEqual([['007', '1E5']]);
  });

  it('reads what writeTsv wrote, whatever is in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', '"', '\t', '\n', '\r', ' ', 'é') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        expect(readTsv(writeTsv(rows))).toEqual(rows);
      }),
    );
  });
});
