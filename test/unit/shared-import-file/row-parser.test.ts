import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Delimiter, delimiters } from '../../../shared/import/file/file-reading.ts';
import { createRowParser } from '../../../shared/import/file/row-parser.ts';

/** Reads a text that comes in the given pieces. */
function parse(pieces: readonly string[], delimiter: Delimiter = ',') {
  const parser = createRowParser(delimiter);
  const rows = pieces.flatMap((piece) => parser.push(piece));
  rows.push(...parser.end());
  return { rows, otherLineEnd: parser.otherLineEnd };
}

/** Cuts a text at the places given as shares of its length. */
function cut(text: string, shares: readonly number[]): string[] {
  const places = [...new Set(shares.map((share) => Math.floor(share * text.length)))].toSorted(
    (a, b) => a - b,
  );
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });

describe('a text of rows', () => {
  it('keeps the line on which each row begins, behind cells of several lines too', () => {
    expect(parse(['a,b\r\n"1\n2\r\n3",x\r\n\r\ny,z']).rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2\r\n3', 'x'] },
      { line: 5, cells: [''] },
      { line: 6, cells: ['y', 'z'] },
    ]);
  });

  it('marks a quote in the middle of a quoted cell, and keeps the cells', () => {
    expect(parse(['"24" monitor",5\nB,6']).rows).toEqual([
      { line: 1, cells: ['24" monitor', '5'], defect: 'stray-quote' },
      { line: 2, cells: ['B', '6'] },
    ]);
  });

  it('takes inches for what they are', () => {
    expect(parse(['24" monitor,5']).rows).toEqual([{ line: 1, cells: ['24" monitor', '5'] }]);
  });

  it('goes on behind a quote that is never closed', () => {
    const rows = parse(['A,1\n"B,2\nC,3\n"D",4\nE,5']).rows;
    expect(rows).toEqual([
      { line: 1, cells: ['A', '1'] },
      { line: 2, cells: ['"B', '2'], defect: 'unclosed-quote' },
      { line: 3, cells: ['C', '3'] },
      { line: 4, cells: ['D', '4'] },
      { line: 5, cells: ['E', '5'] },
    ]);
  });

  it('goes on behind quotes that are never closed in every line, in time that grows with the text', () => {
    const rows = parse(['x,"open 5\n'.repeat(50_000)]).rows;
    expect(rows).toHaveLength(50_000);
    expect(rows.every(({ cells }) => cells[1] === '"open 5')).toBe(true);
    expect(rows.at(-1)?.line).toBe(50_000);
  });

  it('gives up on a quote that is open for longer than any cell, and reads on in the next line', () => {
    const rows = parse(cut(`a\n"b\n${'c\n'.repeat(200_000)}`, [0.2, 0.5, 0.9])).rows;
    expect(rows).toHaveLength(200_002);
    expect(rows.filter(({ defect }) => defect !== undefined)).toEqual([
      { line: 2, cells: ['"b'], defect: 'unclosed-quote' },
    ]);
  });

  it('refuses a line without an end before it costs memory', () => {
    expect(() => parse(Array.from({ length: 20 }, () => 'x'.repeat(100_000)))).toThrow(
      'longer than a million',
    );
  });

  it.each([
    ['a\r\nb\nc\r\n', 2],
    ['a\nb\rc\n', 2],
    ['"a\nb"\r\nc\r\nd\n', 4],
    ['"a\nb"\r\nc\r\n', null],
    ['a\rb\r', null],
  ])('says where the lines of %j end otherwise', (text, line) => {
    const { rows, otherLineEnd } = parse([text]);
    expect(otherLineEnd).toBe(line);
    expect(rows.flatMap(({ cells }) => cells).every((cell) => !/[\r\n]$/.test(cell))).toBe(true);
  });

  it('reads what was written back, however it is cut into pieces', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '7', '"', ',', ';', '\t', '|', '\n', '\r', '\r\n', ' ', 'é', "'"),
    });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const lineEnds = fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const);
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...delimiters),
        lineEnds,
        shares,
        (written, delimiter, newline, at) => {
          const text = Papa.unparse(written, { delimiter, newline, quotes: true }) + newline;
          const { rows, otherLineEnd } = parse(cut(text, at), delimiter);
          expect(rows.map(({ cells }) => cells)).toEqual(written);
          expect(otherLineEnd).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws nor invents a cell, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '""', '",', '\n"', '\u0000'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, shares, (garbage, at) => {
        const { rows } = parse(cut(garbage, at));
        for (const cell of rows.flatMap(({ cells }) => cells)) {
          // Line ends outside of quotes were made alike, and doubled quotes are single.
          for (const part of cell.split(/["\r\n]/)) expect(garbage).toContain(part);
        }
        // Where quotes don’t match and line ends differ too, a cut may move the end of a marked row.
        if (!garbage.includes('\r')) expect(rows).toEqual(parse([garbage]).rows);
      }),
      { numRuns: 2_000 },
    );
  });
});
