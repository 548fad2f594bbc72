import { utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFile } from '../../../shared/import/file/detect-reading.ts';
import { detectSheet, openWorkbook, readSheetTable } from '../../../shared/import/file/read-workbook.ts';

function bytesOf(book: WorkBook): Uint8Array {
  const written: unknown = write(book, { type: 'array', bookType: 'xlsx' });
  if (!(written instanceof ArrayBuffer)) throw new Error('nothing was written');
  return new Uint8Array(written);
}

function workbook(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['Open orders'],
    ['SKU', 'Qty', 'Date', 'Rounded', 'Long'],
    [
      { t: 'n', v: 42, z: '00000' },
      1204,
      { t: 'n', v: 46157, z: 'm/d/yy' },
      { t: 'n', v: 2.5, z: '0' },
      1234567890123,
    ],
    [{ t: 's', v: '1E10' }, { t: 'n', v: 1204, z: '#,##0' }, { t: 's', v: '=1+1' }, null, true],
    ['B-1', 1],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Lines');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'Notes');
  return bytesOf(book);
}

describe('a workbook', () => {
  const bytes = workbook();

  it('is recognised by its bytes, and lists its sheets', () => {
    expect(detectFile(bytes, true)).toEqual({ ok: true, kind: 'workbook' });
    expect(openWorkbook(bytes)).toEqual({ ok: true, sheets: ['Lines', 'Notes'] });
  });

  it('gives the texts that it shows, and a number whole where its format hides digits', () => {
    const detected = detectSheet(bytes, 'Lines');
    if (!detected.ok) throw new Error(detected.refusal.message);
    expect(detected.reading).toMatchObject({ headingLine: 2, firstLine: 3 });
    const source = { kind: 'workbook', sheet: 'Lines' } as const;
    const answer = readSheetTable(bytes, { ...detected.reading, source });
    expect(answer).toMatchObject({
      ok: true,
      table: {
        headings: ['SKU', 'Qty', 'Date', 'Rounded', 'Long'],
        rows: [
          { line: 3, cells: ['00042', '1204', expect.stringMatching(/^\d/), '2.5', '1234567890123'] },
          { line: 4, cells: ['1E10', '1,204', '=1+1', '', 'TRUE'] },
          { line: 5, cells: ['B-1', '1', '', '', ''] },
        ],
        findings: [{ kind: 'shown-rounded', line: 3, shown: '3', value: '2.5', count: 2 }],
      },
    });
  });

  it('never throws on random bytes', () => {
    const starts = fc.constantFrom([], [0x50, 0x4b, 3, 4], [...bytes.subarray(0, 400)]);
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, noise) => {
        const damaged = Uint8Array.from([...start, ...noise]);
        const source = { kind: 'workbook', sheet: 'Lines' } as const;
        const reading = { source, headingLine: 1, firstLine: 2, leaveOutTotals: true };
        expect([
          openWorkbook(damaged),
          detectSheet(damaged, 'Lines'),
          readSheetTable(damaged, reading),
        ]).toHaveLength(3);
      }),
    );
  });

  it.each([
    ['cut off', bytes.subarray(0, bytes.length / 2)],
    [
      'no workbook at all',
      Uint8Array.from({ length: 400 }, (_, index) => [0x50, 0x4b, 3, 4][index] ?? (index * 31) % 256),
    ],
  ])('that is %s has its sentence', (_what, damaged) => {
    const opened = openWorkbook(damaged);
    const refusal = opened.ok ? null : opened.refusal;
    expect(refusal).toMatchObject({ code: 'damaged-workbook' });
  });
});
