import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowEdit } from '../../../shared/import/check/checked-row.ts';
import { groupRows } from '../../../shared/import/check/group-rows.ts';
import { checkImport } from '../../../shared/import/check/import-check.ts';
import { indexParts } from '../../../shared/import/check/part-index.ts';
import { planQuestions } from '../../../shared/import/check/plan-questions.ts';
import { editsOfRule, reverseEdits } from '../../../shared/import/check/row-rules.ts';
import { mapping, part, tableOf } from './tables.ts';

const grouped = { ...mapping, groupBy: [2] };

/** The kinds of problems of each row. */
function kinds(rows: readonly { readonly problems: readonly { readonly kind: string }[] }[]): string[][] {
  return rows.map(({ problems }) => problems.map(({ kind }) => kind));
}

const edit = (id: number, field: string, value: string): RowEdit => ({
  id,
  table: field === 'PO_NUMBER' ? 'ORDERS' : 'ORDER_LINEITEMS',
  field,
  value,
});

describe('a row', () => {
  it.each([
    [['A', '5'], []],
    [['A', ''], ['no-quantity']],
    [['A', 'six'], ['not-a-number']],
    [['A', '0'], ['not-positive']],
    [['A', '0.00'], ['not-positive']],
    [['A', '-110.7'], ['not-positive']],
    [['A', '1,5'], ['not-a-number']],
    [['A', '2*12'], ['not-a-number']],
    [['A', '1.2345678'], ['not-a-number']],
    [['', '5'], ['no-part']],
    [['', '', 'P1'], ['no-content']],
    [['A'.repeat(201), '5'], ['too-long']],
    [['A', '5', 'P'.repeat(201)], ['too-long']],
    [['1.94253E+11', '5'], ['excel-damage']],
    [['Mar-05', '5'], ['excel-damage']],
    [['1E10', '5'], []],
    [['007', '5'], []],
  ])('%j has %j', (cells, expected) => {
    expect(kinds(checkImport(tableOf(cells), mapping).rows)).toEqual([expected]);
  });

  it('with more or fewer cells than the heading is wrong until it is taken as it is', () => {
    const { headings } = tableOf();
    const rows = [
      { line: 2, cells: ['A', '1', 'P', 'C', '', ''] },
      { line: 3, cells: ['B', '1', 'P', 'C', 'more'] },
      { line: 4, cells: ['C', '1'] },
      { line: 5, cells: ['"D', '1', 'P', 'C'], defect: 'unclosed-quote' as const },
    ];
    const check = checkImport({ headings, rows }, mapping);
    expect(kinds(check.rows)).toEqual([[], ['ragged'], ['ragged'], ['quotes']]);
    expect(check.rows[1]?.problems[0]?.message).toContain('It has 5 cells, the heading has 4');
    expect(kinds(check.accept([1], 'ragged', true))).toEqual([[]]);
    expect(kinds(check.accept([1], 'ragged', false))).toEqual([['ragged']]);
    expect(kinds(check.accept([3], 'quotes', true))).toEqual([[]]);
  });

  it('is wrong where its number is none as the column is read, although it is one otherwise', () => {
    const fields = mapping.fields.map((field) =>
      field.field === 'QUANTITY' ? { ...field, cell: { kind: 'number', reading: 'comma' } as const } : field,
    );
    const check = checkImport(tableOf(['A', '12.5'], ['B', '12,5']), { ...mapping, fields });
    expect(kinds(check.rows)).toEqual([['not-a-number'], []]);
    expect(check.rows[1]?.fields.QUANTITY).toBe('12.5');
    expect(kinds(check.edit([edit(0, 'QUANTITY', '12.5')]))).toEqual([[]]);
  });

  it('of a grouped file has to say its order', () => {
    const check = checkImport(tableOf(['A', '1', 'P1'], ['A', '1', ' ']), grouped);
    expect(kinds(check.rows)).toEqual([[], ['no-group-key']]);
    expect(kinds(check.edit([edit(1, 'PO_NUMBER', 'P2')]))).toEqual([[]]);
    expect(check.rows[1]?.groupKey).toBe('P2');
  });
});

describe('what PIMS knows', () => {
  const table = tableOf(['A', '5', 'P', 'M-1'], ['a', '4', 'P', 'm-1'], ['B', '1', 'P', 'M-2'], ['', '1']);
  const answers = {
    parts: new Map([
      ['A', part('A', '8')],
      ['B', null],
    ]),
    customers: new Map([
      ['M-1', true],
      ['M-2', false],
    ]),
  };

  it('is not checked before it is asked', () => {
    const { rows } = checkImport(table, mapping);
    expect(rows.map(({ part: one }) => one)).toEqual(['not-checked', 'not-checked', 'not-checked', 'none']);
    expect(rows.map(({ customer }) => customer)).toEqual([
      'not-checked',
      'not-checked',
      'not-checked',
      'none',
    ]);
  });

  it('is asked for once for each code, and again only for what is new', () => {
    const { rows } = checkImport(table, mapping);
    const nothing = { parts: new Map(), customers: new Map() };
    expect(planQuestions(rows, nothing)).toEqual({
      parts: [['a', 'B']],
      customers: [['m-1', 'M-2']],
      requests: 2,
    });
    expect(planQuestions(rows, answers).requests).toBe(0);
    const many = checkImport(
      tableOf(...Array.from({ length: 101 }, (_, index) => [`C${index}`, '1'])),
      mapping,
    );
    expect(planQuestions(many.rows, nothing).parts.map(({ length }) => length)).toEqual([50, 50, 1]);
  });

  it('shows unknown parts and customers, and parts of which all rows together take too much', () => {
    const check = checkImport(table, mapping, { duplicates: 'keep' });
    const changed = check.answer(answers);
    expect(changed.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(kinds(check.rows)).toEqual([
      ['short-stock'],
      ['short-stock'],
      ['unknown-part', 'unknown-customer'],
      ['no-part'],
    ]);
    expect(check.rows[0]?.problems[0]?.message).toBe('8 are available, the file takes 9.');
    expect(kinds(check.edit([edit(1, 'QUANTITY', '3')]))).toEqual([[], []]);
  });
});

describe('damage that a spreadsheet did', () => {
  const index = indexParts(['194253000123', '1E10', '6.10', '00042', 'MAR5', '3-5', 'A-1', '194254000000']);

  it.each([
    ['1.94253E+11', ['194253000123']],
    ['1,94E+11', ['194253000123', '194254000000']],
    ['1E+10', ['1E10']],
    ['6.1', ['6.10']],
    ['42', ['00042']],
    ['Mar-05', ['MAR5', '3-5']],
    ['05. Mrz', ['MAR5', '3-5']],
    ['03/05/2026', ['MAR5', '3-5']],
    ['A-1', []],
    ['43', []],
  ])('to make %j is traced to %j', (code, expected) => {
    expect(index.before(code)).toEqual(expected);
  });

  it('is no error, and is mended by rule where one part fits', () => {
    const check = checkImport(tableOf(['42', '1'], ['1,94E+11', '1'], ['00042', '1']), mapping, {
      partIndex: index,
    });
    expect(kinds(check.rows)).toEqual([['excel-damage'], ['excel-damage'], []]);
    const edits = editsOfRule({ kind: 'take-proposals', problem: 'excel-damage' }, check.rows);
    expect(edits).toEqual([
      { id: 0, table: 'ORDER_LINEITEMS', field: 'PART_CODE', value: '00042', before: '42' },
    ]);
  });
});

describe('a part that comes twice', () => {
  it('is marked within an order, and not between orders', () => {
    const rows = [
      ['A', '1', 'P1'],
      ['A', '2', 'P2'],
      ['a', '3', 'P1'],
      ['B', '1', 'P1'],
    ];
    expect(kinds(checkImport(tableOf(...rows), grouped).rows)).toEqual([
      ['duplicate-part'],
      [],
      ['duplicate-part'],
      [],
    ]);
    expect(kinds(checkImport(tableOf(...rows), grouped, { duplicates: 'keep' }).rows)).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('costs an edit no more than the rows that share it', () => {
    const check = checkImport(tableOf(['A', '1'], ['A', '2'], ['B', '1'], ['C', '1']), mapping);
    expect(
      check
        .edit([edit(2, 'PART_CODE', 'A')])
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([0, 1, 2]);
    expect(kinds(check.rows)).toEqual([['duplicate-part'], ['duplicate-part'], ['duplicate-part'], []]);
    expect(check.edit([edit(3, 'QUANTITY', '7')]).map(({ id }) => id)).toEqual([3]);
    check.leaveOut([0, 1], true);
    expect(kinds(check.rows)).toEqual([[], [], [], []]);
  });
});

describe('rules', () => {
  it('change many rows at once, and can be taken back', () => {
    const check = checkImport(tableOf(['A1OO', 'x'], ['B2', ''], ['O$O', '3']), mapping);
    const rule = {
      kind: 'replace',
      table: 'ORDER_LINEITEMS',
      field: 'PART_CODE',
      find: 'O',
      replacement: '$&',
    } as const;
    const edits = editsOfRule(rule, check.rows);
    expect(edits.map(({ value }) => value)).toEqual(['A1$&$&', '$&$$&']);
    const before = structuredClone(check.rows);
    check.edit(edits);
    expect(check.rows).not.toEqual(before);
    check.edit(reverseEdits(edits));
    expect(check.rows).toEqual(before);
    const set = {
      kind: 'set',
      table: 'ORDER_LINEITEMS',
      field: 'QUANTITY',
      value: '1',
      onlyWhereBlank: true,
    } as const;
    expect(editsOfRule(set, check.rows).map(({ id }) => id)).toEqual([1]);
  });
});

describe('any edits', () => {
  it('leave the rows as a check of all would find them, and every row counted once', () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B', '', '42', 'Mar-05'),
      fc.constantFrom('1', '', 'x', '0'),
      fc.constantFrom('P1', 'P2', ''),
      fc.constantFrom('M-1', ''),
    );
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('edit' as const),
        id: fc.nat(9),
        field: fc.constantFrom('PART_CODE', 'QUANTITY', 'PO_NUMBER'),
        value: fc.constantFrom('A', 'B', '1', '7', 'P1', ''),
      }),
      fc.record({ kind: fc.constant('leave' as const), id: fc.nat(9), isLeftOut: fc.boolean() }),
    );
    const answers = { parts: new Map([['A', part('A', '3')]]), customers: new Map([['M-1', true]]) };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), fc.array(action, { maxLength: 12 }), (cells, actions) => {
        const check = checkImport(tableOf(...cells), grouped, { answers });
        for (const one of actions) {
          if (one.kind === 'leave') check.leaveOut([one.id], one.isLeftOut);
          else check.edit([edit(one.id, one.field, one.value)]);
        }
        const kept = structuredClone(check.rows);
        check.setDuplicates('keep');
        check.setDuplicates('mark');
        check.answer(answers);
        for (const { id, isLeftOut } of kept) check.leaveOut([id], isLeftOut);
        expect(check.rows).toEqual(kept);
        const { rows, ready, bad, leftOut } = check.counts();
        expect(ready + bad + leftOut).toBe(rows);
        expect(rows).toBe(cells.length);
      }),
    );
  });
});

describe('orders of one file', () => {
  it('take their rows from all over it, their fields from their first row, and say what differs', () => {
    const table = tableOf(
      ['A', '1', 'P1', 'M-1'],
      ['B', '1', 'P2', 'M-2'],
      ['C', '1', 'P1', 'M-9'],
      ['D', '1', 'P1', ''],
    );
    const groups = groupRows(checkImport(table, grouped).rows);
    expect(
      groups.map(({ name, rows, header, returnLines }) => [
        name,
        rows.length,
        header.CUSTOMER_CODE,
        returnLines,
      ]),
    ).toEqual([
      ['P1', 3, 'M-1', [4]],
      ['P2', 1, 'M-2', []],
    ]);
    expect(groups[0]?.disagreements).toEqual([
      { field: 'CUSTOMER_CODE', first: 'M-1', count: 1, line: 4, value: 'M-9' },
    ]);
  });

  it('hold every row with a key exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('P1', 'P2', 'P3', ' P1', ''), { maxLength: 20 }), (keys) => {
        const { rows } = checkImport(tableOf(...keys.map((key) => ['A', '1', key])), grouped);
        const groups = groupRows(rows);
        const ids = groups.flatMap((group) => group.rows.map(({ id }) => id)).toSorted((a, b) => a - b);
        expect(ids).toEqual(rows.filter(({ groupKey }) => groupKey !== null).map(({ id }) => id));
        expect(groups.every((group) => group.rows.every(({ groupKey }) => groupKey === group.key))).toBe(
          true,
        );
      }),
    );
  });
});
