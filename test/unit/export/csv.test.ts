import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../electron/export/csv.ts';

describe('orders as CSV', () => {
  it('has a mark for Excel, a heading, a row each and CRLF', () => {
    const rows = [
      { ORDER_NUMBER: '0012', BNAME: 'Müller, "Söhne"' },
      { ORDER_NUMBER: '2', OTHER: 'x' },
    ];
    expect(csvOf(['ORDER_NUMBER', 'BNAME'], rows)).toBe(
      '\uFEFFORDER_NUMBER,BNAME\r\n0012,"Müller, ""Söhne"""\r\n2,\r\n',
    );
  });

  it('is a heading alone when nothing was found', () => {
    expect(csvOf(['A', 'B'], [])).toBe('\uFEFFA,B\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "=cmd|'/c calc'!A1"])(
    'makes %j harmless',
    (cell) => {
      const [row] = Papa.parse<string[]>(csvOf(['A'], [{ A: cell }]).slice(1)).data.slice(1);
      expect(row).toEqual([`'${cell}`]);
    },
  );

  it('can be read again as it was, whatever is in the cells', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (pairs) => {
        const text = csvOf(
          ['A', 'B'],
          pairs.map(([A, B]) => ({ A, B })),
        );
        const parsed = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' }).data;
        expect(parsed.slice(1, -1)).toEqual(pairs);
      }),
    );
  });
});
