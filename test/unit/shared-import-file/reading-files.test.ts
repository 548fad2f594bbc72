import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../shared/import/file/detect-delimiter.ts';
import { detectEncoding } from '../../../shared/import/file/detect-encoding.ts';
import { detectFile, pastedBytes } from '../../../shared/import/file/detect-reading.ts';
import { encodeText } from '../../../shared/import/file/encode-text.ts';
import { findingWords } from '../../../shared/import/file/file-finding.ts';
import {
  delimiters,
  type Encoding,
  encodings,
  fileReadingSchema,
  MOST_ROWS,
} from '../../../shared/import/file/file-reading.ts';
import { readTextTable } from '../../../shared/import/file/read-table.ts';
import { refuseSize } from '../../../shared/import/file/recognise-file.ts';

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function encode(text: string, encoding: Encoding, withMark = false): Uint8Array {
  const encoded = encodeText(text, encoding, withMark);
  if (!encoded.isLossless) throw new Error(`“${encoded.character}” is not in ${encoding}`);
  return encoded.bytes;
}

const utf8 = (text: string) => encode(text, 'utf-8');

/** Detects and reads a whole file. */
async function readFile(bytes: Uint8Array) {
  const file = detectFile(bytes, true);
  if (!file.ok) return file;
  if (file.kind === 'workbook') throw new Error('a workbook');
  return readTextTable(pieces(bytes, 4_096), file.detected.reading);
}

describe('a file that is no table', () => {
  it.each([
    [0, 'is empty'],
    [100 * 1_024 * 1_024 + 1, 'At most 100 MB'],
  ])('of %i bytes is refused unread', (size, words) => {
    expect(refuseSize(size)?.message).toContain(words);
  });

  it('of 100 MB is not refused', () => {
    expect(refuseSize(100 * 1_024 * 1_024)).toBeNull();
  });

  it.each<[string, Uint8Array, string]>([
    ['a PDF', utf8('%PDF-1.7 …'), 'a PDF'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'a picture'],
    [
      'noise',
      Uint8Array.from({ length: 2_000 }, (_, index) => (index * 7_919) % 251),
      'bytes that are no text',
    ],
    ['blank lines', utf8('\r\n \r\n;;\r\n'.replaceAll(';', '')), 'nothing but blank lines'],
    ['a heading alone', utf8('SKU,Qty\n'), 'no rows below its heading'],
  ])('such as %s has its sentence', async (_what, bytes, words) => {
    expect(await readFile(bytes)).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining(words) },
    });
  });

  it('has too many rows', async () => {
    const answer = await readFile(utf8(`SKU,Qty\n${'A,1\n'.repeat(MOST_ROWS + 1)}`));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'too-many-rows' } });
  });
});

describe('a table', () => {
  it('names everything that is odd about it with its line', async () => {
    const text = 'Open orders\r\n\r\nSKU,Qty,Qty\r\nA\u0000,1,2\nB,3,4\r\nTotal,,6\r\n';
    const answer = await readFile(utf8(text));
    expect(answer).toMatchObject({
      ok: true,
      table: {
        headings: ['SKU', 'Qty', 'Qty'],
        rows: [{ line: 4 }, { line: 5, cells: ['B', '3', '4'] }],
        titles: [{ line: 1 }],
        totals: [{ line: 6 }],
        blank: 1,
      },
    });
    expect(answer.ok && answer.table.findings.map(findingWords)).toEqual([
      'Line 4 ends otherwise than the lines before it. All line ends are read alike.',
      '1 zero byte, first in line 4. The file may be damaged, or in another encoding.',
      'Line 3 has the heading “Qty” 2 times, in columns 2, 3. Choose yourself which one is meant.',
    ]);
  });

  it('without a heading has columns with letters', async () => {
    expect(await readFile(utf8('A-100;5\nA-200;7\nB-1;12\n'))).toMatchObject({
      ok: true,
      table: { headings: ['Column A', 'Column B'], rows: [{ line: 1 }, { line: 2 }, { line: 3 }] },
    });
  });

  it('begins behind `sep=`', async () => {
    expect(await readFile(utf8('sep=|\r\nSKU|Qty\r\nA,B;C|1\r\n'))).toMatchObject({
      ok: true,
      table: { headings: ['SKU', 'Qty'], titles: [], rows: [{ line: 3, cells: ['A,B;C', '1'] }] },
    });
  });

  it('keeps totals when they are told to be rows', async () => {
    const bytes = utf8('SKU,Note,Qty\nA,x,1\nTotal,,1\n');
    const file = detectFile(bytes, true);
    if (!file.ok || file.kind !== 'text') throw new Error('no text');
    const answer = await readTextTable(pieces(bytes), { ...file.detected.reading, leaveOutTotals: false });
    expect(answer).toMatchObject({
      ok: true,
      table: { totals: [], rows: [{}, { cells: ['Total', '', '1'] }] },
    });
  });

  it('that was pasted is read in the same way', async () => {
    expect(await readFile(pastedBytes('SKU\tMenge\r\nGröße\t5\r\n'))).toMatchObject({
      ok: true,
      table: { headings: ['SKU', 'Menge'], rows: [{ cells: ['Größe', '5'] }] },
    });
  });

  it('and its reading are plain data that goes between a worker and the screen', async () => {
    const answer = await readFile(utf8('SKU,Qty\nA,1\n"B,2\nTotal,\n'));
    expect(structuredClone(answer)).toEqual(answer);
    expect(answer.ok && fileReadingSchema.parse(answer.table.reading)).toEqual(
      answer.ok && answer.table.reading,
    );
  });

  it('stops when it is cancelled', async () => {
    const bytes = utf8('SKU,Qty\nA,1\nB,2\n');
    const file = detectFile(bytes, true);
    if (!file.ok || file.kind !== 'text') throw new Error('no text');
    const stop = new AbortController();
    const told: number[] = [];
    const reading = readTextTable(pieces(bytes), file.detected.reading, {
      signal: stop.signal,
      onProgress: ({ bytes: so }) => {
        told.push(so);
        stop.abort(new Error('stopped'));
      },
    });
    await expect(reading).rejects.toThrow('stopped');
    expect(told).toEqual([7]);
  });

  it('is sorted whole: each record is a title, the heading, a row, a total or blank', async () => {
    const line = fc.constantFrom('SKU,Qty', 'A,1', 'Total,', ',', '', 'x', '"open,1', 'B,2,3');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
        const answer = await readFile(utf8(lines.join('\n')));
        if (!answer.ok) return;
        const { rows, titles, totals, blank, reading } = answer.table;
        const seen =
          rows.length + titles.length + totals.length + blank + (reading.headingLine === null ? 0 : 1);
        // A last line without anything in it is the end of the line before.
        expect(seen).toBe(lines.at(-1) === '' ? lines.length - 1 : lines.length);
      }),
    );
  });

  it('never throws, and invents no cell, on random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...encodings),
        async (bytes, encoding) => {
          await readFile(bytes);
          const file = detectFile(bytes, true, { encoding });
          if (!file.ok || file.kind !== 'text') return;
          const text = new TextDecoder(encoding).decode(bytes, { stream: true });
          for (const { cells } of file.detected.preview) {
            for (const cell of cells) {
              // Line ends outside of quotes were made alike, and doubled quotes are single.
              for (const part of cell.split(/["\r\n\uFFFD]/)) expect(text).toContain(part);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

const alphabets: Readonly<Record<Encoding, string>> = {
  'utf-8': 'aé中🙂Ж€',
  'utf-16le': 'aé中🙂Ж€',
  'utf-16be': 'aé中🙂Ж€',
  'windows-1252': 'aéß€’ñ',
  'windows-1250': 'ačřžŁ',
  'windows-1251': 'aЖйцю',
  'windows-1253': 'aαβγ',
  'windows-1254': 'aşğİ',
  'windows-1255': 'aאבג',
  'windows-1256': 'aابت',
  'windows-1257': 'aąčę',
  'iso-8859-2': 'ačřž',
  'iso-8859-15': 'aé€œ',
  macintosh: 'aéü€',
  'koi8-r': 'aЖйц',
  ibm866: 'aЖйц',
  shift_jis: 'aアイ部品',
  'euc-jp': 'aアイ部品',
  gb18030: 'a零件数量',
  big5: 'a零件數量',
  'euc-kr': 'a부품수량',
};

describe('any table in any dialect and encoding', () => {
  it('reads back equal', async () => {
    const scenario = fc
      .record({
        encoding: fc.constantFrom(...encodings),
        delimiter: fc.constantFrom(...delimiters),
        newline: fc.constantFrom('\n' as const, '\r\n' as const),
        width: fc.integer({ min: 2, max: 5 }),
        size: fc.integer({ min: 1, max: 40 }),
      })
      .chain((dialect) => {
        const unit = fc.constantFrom(...alphabets[dialect.encoding], '0', '"', ',', ';', '|', '\n', ' ', '=');
        const cell = fc.string({ unit, maxLength: 6 });
        const row = fc.array(cell, { minLength: dialect.width, maxLength: dialect.width });
        return fc.record({
          dialect: fc.constant(dialect),
          table: fc.array(row, { minLength: 1, maxLength: 8 }),
        });
      });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ dialect: { encoding, delimiter, newline, size }, table }) => {
        const withCode = table.map((cells, index) => [`K${index}`, ...cells]);
        const text = Papa.unparse(withCode, { delimiter, newline }) + newline;
        const hasMark = encoding.startsWith('utf-16');
        const bytes = encode(text, encoding, hasMark);
        const answer = await readTextTable(pieces(bytes, size), {
          source: { kind: 'text', encoding, hasMark, delimiter },
          headingLine: null,
          firstLine: 1,
          leaveOutTotals: false,
        });
        expect(answer.ok && answer.table.rows.map(({ cells }) => cells)).toEqual(withCode);
      }),
      { numRuns: 300 },
    );
  });
});

describe('detection', () => {
  it.each<[Encoding, string]>([
    ['utf-8', 'SKU;Bezeichnung\nA;Größe über alles\n'],
    ['windows-1252', 'SKU;Bezeichnung\nA;Größe über alles\nB;Stück für Stück\n'],
    ['macintosh', 'SKU;Bezeichnung\nA;Größe über alles\nB;Stück für Stück\n'],
    [
      'windows-1251',
      'Артикул;Наименование;Количество\nA-1;Кабель питания для принтера;5\nA-2;Батарея аккумуляторная литиевая;7\n',
    ],
    ['windows-1251', 'SKU;Text\nA-1;Болт\nA-2;Корпус, чёрный\n'],
    ['koi8-r', 'SKU;Text\nA-1;Кабель питания\nA-2;Корпус, чёрный\n'],
    ['windows-1250', 'SKU;Text\nA-1;Obudowa żółta\nA-2;Śruba stalowa\nA-3;Łącznik kątowy\n'],
    ['windows-1250', 'SKU;Text\nA-1;Kabel 2 m, černý\nA-2;Příslušenství\nA-3;Šroub nerezový\n'],
    ['windows-1252', 'SKU;Text\nA-1;Câble d’alimentation\nA-2;Écran\nA-3;Résistance chauffée\n'],
    ['shift_jis', '部品番号,数量\nA-1,電源ケーブルです\nA-2,バッテリーの交換部品\n'],
    ['utf-16le', 'SKU;Menge\nA;5\n'],
  ])('finds %s', (encoding, text) => {
    expect(detectEncoding(encode(text, encoding), true).encoding).toBe(encoding);
  });

  it('finds the delimiter of nearly all tables as people have them', () => {
    const codes = fc.constantFrom('A-100', '00042', 'MDVQ4LL/A', '6.10', 'X|Y', 'M8x40');
    const texts = fc.constantFrom(
      'Screw, M8, zinc',
      'Kabel; 2 m; schwarz',
      'iPhone 14 Pro',
      '24" monitor',
      'Größe 5,5',
      'one\ntwo',
      '',
    );
    const numbers = fc.constantFrom('1', '12', '1,5', '2.50', '1.234,00', '1,234.00');
    const row = fc
      .tuple(codes, texts, numbers, numbers, fc.constantFrom('2026-05-15', '15.05.2026', ''))
      .map((cells) => [...cells]);
    let tried = 0;
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 30 }),
        fc.constantFrom(...delimiters),
        (rows, delimiter) => {
          const heading = ['SKU', 'Description', 'Qty', 'Price', 'Date'];
          const text = Papa.unparse([heading, ...rows], { delimiter, newline: '\r\n' });
          tried += 1;
          if (detectDelimiter(text) === delimiter) found += 1;
        },
      ),
      { numRuns: 400 },
    );
    expect(found / tried).toBeGreaterThan(0.98);
  });
});
