import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../shared/import/columns/date-reading.ts';
import { fitMapping, headerSignature } from '../../../shared/import/columns/fit-mapping.ts';
import {
  type ImportMapping,
  importMappingSchema,
  type MappedField,
  namedMappingSchema,
} from '../../../shared/import/columns/import-mapping.ts';
import { inferDates, inferNumbers } from '../../../shared/import/columns/infer-reading.ts';
import { readField, rowMapper } from '../../../shared/import/columns/map-row.ts';
import { matchColumns } from '../../../shared/import/columns/match-columns.ts';
import { readNumber } from '../../../shared/import/columns/number-reading.ts';
import { proposeGrouping, proposeMapping } from '../../../shared/import/columns/propose-mapping.ts';
import { importFields } from '../../../shared/import/fields/import-fields.ts';

const fields = importFields({ ORDERS: [], ORDER_LINEITEMS: ['UNIT_PRICE'] });

function table(headings: readonly string[], ...rows: readonly (readonly string[])[]) {
  const source = { kind: 'text', encoding: 'utf-8', hasMark: false, delimiter: ',' } as const;
  const reading = { source, headingLine: 1, firstLine: 2, leaveOutTotals: true };
  return { reading, headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

/** The field of each column, with how it was found. */
function matched(headings: readonly string[], ...rows: readonly (readonly string[])[]) {
  return matchColumns(table(headings, ...rows), fields).map(({ match }) =>
    match === null ? null : `${match.field} ${match.reason}`,
  );
}

describe('matching columns', () => {
  it.each([
    [
      ['PART_CODE', 'Quantity', 'description'],
      ['PART_CODE exact', 'QUANTITY exact', 'DESCRIPTION exact'],
    ],
    [
      ['SKU', 'Qty', 'Item name'],
      ['PART_CODE synonym', 'QUANTITY synonym', 'DESCRIPTION synonym'],
    ],
    [
      ['Part #', 'Menge', 'Bezeichnung'],
      ['PART_CODE synonym', 'QUANTITY synonym', 'DESCRIPTION synonym'],
    ],
    [
      ['Artikel-Nr.', 'Stück', 'Einzelpreis'],
      ['PART_CODE synonym', 'QUANTITY synonym', 'UNIT_PRICE synonym'],
    ],
    [
      ['Référence', 'Quantité', 'N° client'],
      ['PART_CODE synonym', 'QUANTITY synonym', 'CUSTOMER_CODE synonym'],
    ],
    [
      ['Référence', 'SKU'],
      ['REFERENCE_NUMBER exact', 'PART_CODE synonym'],
    ],
    [
      ['Artikelnumer', 'Quantitty'],
      ['PART_CODE similar', 'QUANTITY similar'],
    ],
    [
      ['Colour', 'Why not imported'],
      [null, null],
    ],
    [
      ['Shipping City', 'Liefer-PLZ', 'Bill to name'],
      ['SCITY exact', 'SZIPCODE synonym', 'BNAME synonym'],
    ],
  ])('takes %j for %j', (headings, expected) => {
    expect(matched(headings)).toEqual(expected);
  });

  it('takes no field twice: the better name wins', () => {
    expect(matched(['Qty', 'Quantity', 'Menge'])).toEqual([null, 'QUANTITY exact', null]);
  });

  it('guesses nothing between twin headings', () => {
    expect(matched(['SKU', 'Qty', 'Qty'])).toEqual(['PART_CODE synonym', null, null]);
  });

  it('finds codes and quantities by their values where nothing is named', () => {
    const rows = [
      ['A-100', 'a long text', '5'],
      ['B-200', 'another text', '12'],
      ['C-7', 'text', '3'],
    ];
    expect(matched(['Column A', 'Column B', 'Column C'], ...rows)).toEqual([
      'PART_CODE values',
      null,
      'QUANTITY values',
    ]);
  });

  it('finds codes that PIMS has, even when they are all digits', () => {
    const { headings, rows } = table(['x', 'y'], ['007', '1'], ['008', '2']);
    const [first] = matchColumns({ headings, rows }, fields, new Set(['007', '008']));
    expect(first?.match).toMatchObject({ field: 'PART_CODE', reason: 'values' });
  });

  it('never proposes a field twice, nor a field that PIMS sets', () => {
    const heading = fc.oneof(
      fc.constantFrom('SKU', 'Item', 'Qty', 'Menge', 'PO', 'LINE_NUMBER', 'ORDER_NUMBER', 'Order #', 'Date'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(heading), (headings) => {
        const found = matchColumns(table(headings), fields).flatMap(({ match }) =>
          match === null ? [] : [match],
        );
        const names = found.map((one) => `${one.table}.${one.field}`);
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain('ORDERS.ORDER_NUMBER');
        expect(names).not.toContain('ORDER_LINEITEMS.LINE_NUMBER');
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['5', '5', '5'],
    ['1,5', null, '1.5'],
    ['0.125', '0.125', null],
    ['1.5', '1.5', null],
    ['1,234', '1234', '1.234'],
    ['1.234,50', null, '1234.50'],
    ['1,234,567.5', '1234567.5', null],
    ['1 234', '1234', '1234'],
    ['1\u202f234,5', null, '1234.5'],
    ["1'234.5", '1234.5', null],
    ['-110.7', '-110.7', null],
    ['5-', '-5', '-5'],
    ['1,23,456', null, null],
    ['12,34', null, '12.34'],
    ['1.234 567', null, null],
    ['five', null, null],
    ['', null, null],
    ['-', null, null],
    ['1E5', null, null],
  ])('%j is %j with a point and %j with a comma', (raw, point, comma) => {
    expect(readNumber(raw, 'point')).toBe(point);
    expect(readNumber(raw, 'comma')).toBe(comma);
  });

  it('of a column are read in one way, found from all rows', () => {
    expect(inferNumbers(['1,234', '2', '1,5'])).toEqual({ kind: 'one', reading: 'comma', misfits: 0 });
    expect(inferNumbers(['1,234', '2', '1.5', 'x'])).toEqual({ kind: 'one', reading: 'point', misfits: 1 });
    expect(inferNumbers(['1', '2', ''])).toEqual({ kind: 'one', reading: 'point', misfits: 0 });
  });

  it('are a question when two readings fit', () => {
    expect(inferNumbers(['1,500', '2'])).toEqual({
      kind: 'question',
      readings: ['point', 'comma'],
      misfits: 0,
      samples: [{ raw: '1,500', readAs: { point: '1500', comma: '1.500' } }],
    });
  });
});

describe('dates', () => {
  it.each([
    ['2026-05-15', 'ymd', '05/15/2026'],
    ['2026-05-15T08:30:00Z', 'ymd', '05/15/2026'],
    ['15.05.2026', 'dmy', '05/15/2026'],
    ['5/15/26', 'mdy', '05/15/2026'],
    ['15.05.2026', 'mdy', null],
    ['31.02.2026', 'dmy', null],
    ['20260515', 'dmy', '05/15/2026'],
    ['15 mai 2026', 'mdy', '05/15/2026'],
    ['May 15, 2026', 'dmy', '05/15/2026'],
    ['15. Mrz 26', 'dmy', '03/15/2026'],
    ['soon', 'dmy', null],
  ] as const)('%j read as %s is %j', (raw, reading, value) => {
    expect(readDate(raw, reading)).toBe(value);
  });

  it('of a column are read in one way, or are a question', () => {
    expect(inferDates(['01.02.2026', '15.02.2026'])).toEqual({ kind: 'one', reading: 'dmy', misfits: 0 });
    expect(inferDates(['01/02/2026', '02/02/2026'])).toMatchObject({
      kind: 'question',
      readings: ['dmy', 'mdy'],
      samples: [{ raw: '01/02/2026', readAs: { dmy: '02/01/2026', mdy: '01/02/2026' } }],
    });
  });
});

const part: MappedField = {
  table: 'ORDER_LINEITEMS',
  field: 'PART_CODE',
  source: { kind: 'columns', columns: [0], joiner: ' ' },
  cell: { kind: 'text', upperCase: true },
  trim: true,
  whenBlank: '',
};
const quantity: MappedField = {
  ...part,
  field: 'QUANTITY',
  cell: { kind: 'number', reading: 'comma' },
  whenBlank: '1',
};

describe('a mapping', () => {
  it('keeps codes as text', () => {
    const asIs: MappedField = { ...part, cell: { kind: 'text', upperCase: false } };
    for (const code of ['007', '1E10', '6.10', 'mdvq4ll/a'])
      expect(readField(asIs, [code])).toEqual({ raw: code, value: code, isMisread: false });
  });

  it('trims, puts in capitals, joins columns, reads numbers, and fills in constants and defaults', () => {
    const mapping: ImportMapping = {
      groupBy: [],
      fields: [
        part,
        { ...quantity, source: { kind: 'columns', columns: [1], joiner: '' } },
        {
          ...part,
          field: 'DESCRIPTION',
          source: { kind: 'columns', columns: [2, 3], joiner: ', ' },
          cell: { kind: 'text', upperCase: false },
        },
        {
          ...part,
          table: 'ORDERS',
          field: 'CUSTOMER_CODE',
          source: { kind: 'constant', value: 'm-1' },
          cell: { kind: 'text', upperCase: false },
        },
      ],
    };
    const mapRow = rowMapper(mapping);
    expect(mapRow([' a-1 ', '1.204,5', 'Cable', 'black'])).toEqual({
      line: { PART_CODE: 'A-1', QUANTITY: '1204.5', DESCRIPTION: 'Cable, black' },
      order: { CUSTOMER_CODE: 'm-1' },
      misread: [],
    });
    expect(mapRow(['', '', '', 'black'])).toEqual({
      line: { QUANTITY: '1', DESCRIPTION: 'black' },
      order: { CUSTOMER_CODE: 'm-1' },
      misread: [],
    });
    expect(mapRow(['A', 'six'])).toMatchObject({ line: { QUANTITY: 'six' }, misread: ['QUANTITY'] });
  });

  it('shares the record of an order among its rows, and reads the next order anew', () => {
    const customer: MappedField = {
      ...part,
      table: 'ORDERS',
      field: 'CUSTOMER_CODE',
      source: { kind: 'columns', columns: [1], joiner: '' },
    };
    const date: MappedField = {
      ...customer,
      field: 'ORDER_DATE',
      source: { kind: 'columns', columns: [2], joiner: '' },
      cell: { kind: 'date', reading: 'ymd' },
    };
    const mapRow = rowMapper({ groupBy: [], fields: [part, customer, date] });
    const [one, two, three, four] = [
      mapRow(['A', 'm-1', 'soon']),
      mapRow(['B', 'm-1', 'soon']),
      mapRow(['C', 'm-2', 'soon']),
      mapRow(['D', 'm-2', '2024-11-25']),
    ];
    expect(two.order).toBe(one.order);
    expect(two).toMatchObject({ line: { PART_CODE: 'B' }, misread: ['ORDER_DATE'] });
    expect(three).toMatchObject({ order: { CUSTOMER_CODE: 'M-2' }, misread: ['ORDER_DATE'] });
    expect(four).toMatchObject({ order: { ORDER_DATE: '11/25/2024' }, misread: [] });
  });

  it('has no field twice', () => {
    expect(
      importMappingSchema.safeParse({ groupBy: [], fields: [part, { ...part, trim: false }] }).success,
    ).toBe(false);
    expect(importMappingSchema.safeParse({ groupBy: [], fields: [part, quantity] }).success).toBe(true);
  });

  it('is proposed with its readings and questions', () => {
    const file = table(['SKU', 'Menge', 'PO'], ['A1', '1,500', 'P1'], ['A2', '2', 'P2']);
    const { mapping, questions } = proposeMapping(file, matchColumns(file, fields), fields);
    expect(mapping.fields.map(({ field }) => field)).toEqual(['PART_CODE', 'QUANTITY', 'PO_NUMBER']);
    expect(questions).toMatchObject([{ field: 'QUANTITY', inference: { kind: 'question' } }]);
    expect(proposeGrouping(file, mapping)).toEqual([2]);
  });

  it('is saved under a name, and read again only when it is in order', () => {
    const saved = {
      name: ' Acme ',
      headings: ['SKU', 'Qty'],
      mapping: { fields: [part, quantity], groupBy: [] },
    };
    expect(namedMappingSchema.parse(JSON.parse(JSON.stringify(saved)))).toEqual({ ...saved, name: 'Acme' });
    const damaged = { ...saved, mapping: { fields: [{ ...part, field: 'no field' }], groupBy: [] } };
    expect(namedMappingSchema.safeParse(damaged).success).toBe(false);
    expect(namedMappingSchema.safeParse({ ...saved, name: ' ' }).success).toBe(false);
  });

  it('that was saved fits a file whose columns stand elsewhere, and says what is missing', () => {
    const named = {
      name: 'Acme',
      headings: ['SKU', 'Qty', 'PO'],
      mapping: {
        fields: [part, { ...quantity, source: { kind: 'columns' as const, columns: [1], joiner: '' } }],
        groupBy: [2],
      },
    };
    const { mapping, missing } = fitMapping(named, ['po', 'Colour', 'sku']);
    expect(mapping.fields).toMatchObject([{ field: 'PART_CODE', source: { columns: [2] } }]);
    expect(mapping.groupBy).toEqual([0]);
    expect(missing).toEqual(['Qty']);
    expect(fitMapping(named, named.headings)).toEqual({ mapping: named.mapping, missing: [] });
    expect(headerSignature(['SKU ', 'qty', 'P.O.'])).not.toBe(headerSignature(['qty', 'SKU', 'P.O.']));
  });
});
