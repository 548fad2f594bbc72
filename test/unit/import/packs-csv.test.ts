import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readPacksCsv } from '../../../electron/import/packs-csv.ts';
import { DeskError } from '../../../shared/errors.ts';
import { enteredPackSchema } from '../../../shared/parts/pack.ts';

const pack = (barcode: string, partCode: string, quantity: string) => ({ barcode, partCode, quantity });
const heading = 'BARCODE,PART_CODE,QUANTITY\n';

describe('a file of packs', () => {
  it.each([
    ['commas', 'BARCODE,PART_CODE,QUANTITY\r\n0194,00123,6\r\n'],
    ['semicolons, other names and another order', 'Pack qty;ean;Part number\n6;0194;00123'],
    ['tabs', 'barcode\tpart\tpieces\n0194\t00123\t6.0'],
    ['further columns and blank cells', 'NOTE,barcode,sku,qty\nx, 0194 ,00123,06,,\n,,,\n'],
    ['quotes', '"BARCODE","PART_CODE","QUANTITY"\n"0194","00123","6"'],
  ])('is read with %s', (_what, text) => {
    expect(readPacksCsv(text)).toEqual({
      rows: 1,
      packs: [pack('0194', '00123', '6')],
      repeated: 0,
      problems: [],
    });
  });

  it('with a heading alone is empty', () => {
    expect(readPacksCsv(heading)).toEqual({ rows: 0, packs: [], repeated: 0, problems: [] });
  });

  it.each([
    ['', 'no column BARCODE'],
    ['BARCODE,QUANTITY\n1,2', 'no column PART_CODE'],
    ['EAN,UPC,PART,QTY\n1,2,3,4', '“EAN” and “UPC”'],
  ])('that begins %j is refused', (text, problem) => {
    expect(() => readPacksCsv(text)).toThrow(DeskError);
    expect(() => readPacksCsv(text)).toThrow(problem);
  });

  it('that is too long is refused', () => {
    expect(() => readPacksCsv(`${heading}${'1,A,1\n'.repeat(100_001)}`)).toThrow('more than 100000 rows');
  });

  it.each([
    [',A,6', 'It has no BARCODE.'],
    ['1,,6', 'It has no PART_CODE.'],
    ['1,A', 'It has no QUANTITY.'],
    ['1,A,0', 'The quantity has to be more than zero.'],
    ['1,A,six', '“six” is not a number'],
    ['1,A,6,more', 'more cells than the heading'],
    ['1.94253E+11,A,6', 'shortened the BARCODE'],
    ['"1,94253E+11",A,6', 'shortened the BARCODE'],
    [`${'1'.repeat(201)},A,6`, 'too long'],
    ['"1"2,A,6', 'quotes'],
    ['7,A,12', 'Row 2 has this barcode'],
    ['7,B,6', 'Row 2 has this barcode'],
  ])('has a problem in row 3 for %j', (line, problem) => {
    expect(readPacksCsv(`${heading}7,A,6\n${line}`)).toMatchObject({
      rows: 2,
      packs: [pack('7', 'A', '6')],
      problems: [{ row: 3, problem: expect.stringContaining(problem) }],
    });
  });

  it('takes a row once that comes twice', () => {
    expect(readPacksCsv(`${heading}7,A,6\n\n7,a,6.0`)).toEqual({
      rows: 2,
      packs: [pack('7', 'A', '6')],
      repeated: 1,
      problems: [],
    });
  });

  it('accounts for every row, and reads what was written', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('1', '2', 'A', '6', '', '0,5', ';', '"'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (written) => {
        const text = Papa.unparse([['BARCODE', 'PART_CODE', 'QUANTITY'], ...written]);
        const { rows, packs, repeated, problems } = readPacksCsv(text);
        expect(rows).toBe(written.filter((cells) => cells.some((one) => one.trim() !== '')).length);
        expect(packs.length + repeated + problems.length).toBe(rows);
        for (const one of packs) {
          expect(
            written.some(([barcode, code]) => barcode.trim() === one.barcode && code.trim() === one.partCode),
          ).toBe(true);
          expect(enteredPackSchema.parse(one)).toEqual(one);
        }
      }),
    );
  });
});
