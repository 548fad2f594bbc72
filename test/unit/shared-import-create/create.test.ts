import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../electron/export/csv.ts';
import { checkImport } from '../../../shared/import/check/import-check.ts';
import { matchColumns } from '../../../shared/import/columns/match-columns.ts';
import { proposeMapping } from '../../../shared/import/columns/propose-mapping.ts';
import { contentHash } from '../../../shared/import/create/content-hash.ts';
import { linesCsv, templateCsv } from '../../../shared/import/create/line-files.ts';
import { mergeLines, planImport } from '../../../shared/import/create/plan-import.ts';
import { returnedRows } from '../../../shared/import/create/returned-rows.ts';
import { importFields } from '../../../shared/import/fields/import-fields.ts';
import { detectFile } from '../../../shared/import/file/detect-reading.ts';
import { encodeText } from '../../../shared/import/file/encode-text.ts';
import { type Encoding, encodings } from '../../../shared/import/file/file-reading.ts';
import { type FileTable, readTextTable } from '../../../shared/import/file/read-table.ts';
import { usualPriceList } from '../../../shared/usage/pricing.ts';
import { mapping, tableOf } from '../shared-import-check/tables.ts';

const fields = importFields({ ORDERS: [], ORDER_LINEITEMS: [] });

async function readFile(bytes: Uint8Array, encoding?: Encoding): Promise<FileTable> {
  const file = detectFile(bytes, true, encoding === undefined ? {} : { encoding });
  if (!file.ok || file.kind !== 'text') throw new Error('no text');
  const answer = await readTextTable(new Blob([new Uint8Array(bytes)]).stream(), file.detected.reading);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.table;
}

/** The lines of a file as it is imported when nobody changes a thing. */
async function importUntouched(text: string) {
  const table = await readFile(new TextEncoder().encode(text));
  const { mapping: proposed, questions } = proposeMapping(table, matchColumns(table, fields), fields);
  return { rows: checkImport(table, proposed, { duplicates: 'keep' }).rows, questions };
}

const options = {
  target: 'new-drafts',
  duplicates: 'keep',
  totals: 0,
  requestsThisMonth: 0,
  prices: usualPriceList,
} as const;
const grouped = { ...mapping, groupBy: [2] };

describe('what an import will do', () => {
  const table = tableOf(
    ['A', '1', 'P1', 'M-1'],
    ['B', '2', 'P2', 'M-2'],
    ['A', '1', 'P1'],
    ['C', '0', 'P1'],
    ['D', '1', 'P2'],
  );

  it('is said in drafts, lines, requests and cost', () => {
    const check = checkImport(table, grouped);
    check.leaveOut([4], true);
    const plan = planImport(check.rows, { ...options, totals: 1, requestsThisMonth: 50_000 });
    expect(plan).toMatchObject({
      drafts: [
        { name: 'P1', header: { PO_NUMBER: 'P1', CUSTOMER_CODE: 'M-1' }, rowIds: [0, 2] },
        { name: 'P2', header: { CUSTOMER_CODE: 'M-2' }, rowIds: [1] },
      ],
      lines: 3,
      rows: { read: 6, created: 3, rejected: 1, leftOut: 2 },
      requests: 5,
      cost: '0.01',
    });
  });

  it('for an open draft is its lines alone', () => {
    const { rows } = checkImport(table, grouped);
    const plan = planImport(rows, { ...options, target: 'draft', duplicates: 'merge' });
    expect(plan.drafts).toHaveLength(1);
    expect(plan).toMatchObject({
      lines: 3,
      requests: 3,
      rows: { read: 5, created: 4, rejected: 1, leftOut: 0 },
      cost: '0.00',
    });
  });

  it('merges lines that differ in their quantity alone, exactly', () => {
    const line = (PART_CODE: string, QUANTITY: string, DESCRIPTION: string) => ({
      PART_CODE,
      QUANTITY,
      DESCRIPTION,
    });
    expect(
      mergeLines([
        line('A', '0.1', 'x'),
        line('a', '0.2', 'x'),
        line('A', '1', 'y'),
        line('', '1', 'free'),
        line('', '1', 'free'),
      ]),
    ).toEqual([line('A', '0.3', 'x'), line('A', '1', 'y'), line('', '1', 'free'), line('', '1', 'free')]);
    expect(mergeLines([line('A', '999999999999', ''), line('A', '1', '')])).toHaveLength(2);
  });

  it('accounts for every row, whatever is in the file', () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B', ''),
      fc.constantFrom('1', 'x', '0'),
      fc.constantFrom('P1', 'P2', ''),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 20 }),
        fc.array(fc.nat(19)),
        fc.constantFrom('mark' as const, 'keep' as const, 'merge' as const),
        fc.constantFrom('new-drafts' as const, 'draft' as const),
        (rows, left, duplicates, target) => {
          const check = checkImport(tableOf(...rows), grouped);
          check.leaveOut(left, true);
          const plan = planImport(check.rows, { ...options, duplicates, target });
          const { read, created, rejected, leftOut } = plan.rows;
          expect(created + rejected + leftOut).toBe(read);
          expect(read).toBe(rows.length);
          expect(plan.drafts.flatMap(({ rowIds }) => rowIds).toSorted((a, b) => a - b)).toEqual(
            check.rows
              .filter(({ problems, isLeftOut }) => !isLeftOut && problems.every(({ isError }) => !isError))
              .map(({ id }) => id),
          );
        },
      ),
    );
  });
});

describe('rows that go back', () => {
  it('are in the columns, delimiter and encoding that they came in, with a reason', async () => {
    const text = 'Artikel;Menge;Text\r\nA;1;gut\r\nB;null;Größe\r\n=C;0;"a;b"\r\nSumme;;\r\n';
    const encoded = encodeText(text, 'windows-1252', false);
    if (!encoded.isLossless) throw new Error(encoded.character);
    const table = await readFile(encoded.bytes);
    const { mapping: proposed } = proposeMapping(table, matchColumns(table, fields), fields);
    const bad = checkImport(table, proposed).rows.filter(({ problems }) => problems.length > 0);
    const file = returnedRows(table, proposed, bad);
    expect(file).toMatchObject({ encoding: 'windows-1252', lacking: null });
    expect(new TextDecoder('windows-1252').decode(file.bytes, { stream: true })).toBe(
      [
        'Artikel;Menge;Text;Why not imported',
        'B;null;Größe;"""null"" is not a number. Write it with digits alone, such as 5 or 2.5."',
        `"'=C";0;"a;b";The quantity has to be more than zero.`,
        'Summe;;;Recognised as a total.',
        '',
      ].join('\r\n'),
    );
  });

  it('are in UTF-8 when their encoding lacks a character', async () => {
    const table = tableOf(['A中', 'x']);
    const reading = {
      source: { kind: 'text', encoding: 'windows-1252', hasMark: false, delimiter: ',' },
      headingLine: 1,
      firstLine: 2,
      leaveOutTotals: true,
    } as const;
    const whole = { ...table, reading, titles: [], totals: [], blank: 0, findings: [] };
    expect(returnedRows(whole, mapping, checkImport(table, mapping).rows)).toMatchObject({
      encoding: 'utf-8',
      lacking: '中',
    });
  });

  it('read back as the cells that they were', async () => {
    const unit = fc.constantFrom('a', '1', '=', '+', "'", '"', ';', ',', '\n', ' ', 'é', '@', '\t');
    const cell = fc.string({ unit, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
        fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'windows-1252', 'macintosh'),
        async (cells, delimiter, encoding) => {
          const table = tableOf(...cells.map((row) => ['K', ...row.slice(1)]));
          const source = { kind: 'text', encoding, hasMark: encoding === 'utf-16le', delimiter } as const;
          const reading = { source, headingLine: 1, firstLine: 2, leaveOutTotals: false } as const;
          const { rows } = checkImport(table, mapping);
          const file = returnedRows(
            { ...table, reading, titles: [], totals: [], blank: 0, findings: [] },
            mapping,
            rows,
          );
          expect(file.lacking).toBeNull();
          const answer = await readTextTable(new Blob([new Uint8Array(file.bytes)]).stream(), reading);
          expect(answer.ok && answer.table.rows.map((row) => row.cells.slice(0, 4))).toEqual(
            table.rows.map((row) => row.cells),
          );
        },
      ),
    );
  });
});

describe('our own files', () => {
  const value = fc
    .string({
      unit: fc.constantFrom('a', 'B', '7', '0', '=', '-', '+', "'", '"', ',', ';', 'é', '.', '/'),
      minLength: 1,
      maxLength: 8,
    })
    .filter((text) => text.trim() === text && text !== '');
  const line = fc.record({
    PART_CODE: value,
    QUANTITY: fc.constantFrom('1', '12', '2.5', '1000', '0.125', '1.125'),
    DESCRIPTION: value,
  });

  it('of lines import without mapping, value for value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        // A code that reads like a total is left out at the end of any file, and said so.
        fc.pre(!lines.some(({ PART_CODE }) => /^(?:sum|total)/i.test(PART_CODE)));
        const { rows, questions } = await importUntouched(linesCsv(lines));
        expect(rows.map(({ fields: read }) => read)).toEqual(lines);
        expect(questions).toEqual([]);
      }),
    );
  });

  it('of orders give their fields back', async () => {
    const text = csvOf(
      ['ORDER_NUMBER', 'REFERENCE_NUMBER', 'CUSTOMER_CODE', 'PART_CODE', 'QUANTITY', 'BCITY'],
      [
        {
          ORDER_NUMBER: '54321',
          REFERENCE_NUMBER: '0001',
          CUSTOMER_CODE: 'M-1',
          PART_CODE: '007',
          QUANTITY: '5',
          BCITY: '-x',
        },
      ],
    );
    const { rows } = await importUntouched(text);
    expect(rows).toMatchObject([
      {
        fields: { PART_CODE: '007', QUANTITY: '5' },
        order: { REFERENCE_NUMBER: '0001', CUSTOMER_CODE: 'M-1', BCITY: '-x' },
      },
    ]);
  });

  it('from the template are matched by every heading', async () => {
    const seen = importFields({ ORDERS: ['TERMS'], ORDER_LINEITEMS: ['UNIT_PRICE', 'LINE_NUMBER'] });
    const text = templateCsv(seen, true);
    const columns = text.slice(1).trim().split(',');
    expect(columns.slice(0, 4)).toEqual(['PART_CODE', 'QUANTITY', 'DESCRIPTION', 'UNIT_PRICE']);
    expect(columns).toContain('TERMS');
    expect(columns).not.toContain('LINE_NUMBER');
    const table = await readFile(new TextEncoder().encode(`${text}A-1,5\r\n`));
    expect(matchColumns(table, seen).map(({ match }) => match?.reason)).toEqual(columns.map(() => 'exact'));
    expect(templateCsv(seen, false)).toBe('\uFEFFPART_CODE,QUANTITY,DESCRIPTION,UNIT_PRICE\r\n');
  });

  it('in every encoding that we read are written and read alike', () => {
    for (const encoding of encodings) {
      const encoded = encodeText('A-1;5\r\n', encoding, false);
      expect(encoded.isLossless && new TextDecoder(encoding).decode(encoded.bytes)).toBe('A-1;5\r\n');
    }
  });
});

describe('the same file', () => {
  it('is known again by its content', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(await contentHash(bytes('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await contentHash(bytes('abd'))).not.toBe(await contentHash(bytes('abc')));
  });
});
