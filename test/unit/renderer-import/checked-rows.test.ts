import { describe, expect, it } from 'vitest';
import {
  CheckGridRow,
  checkColumns,
  checkLook,
  columnOf,
  fieldOfColumn,
  gridRowMaker,
  rowEdits,
} from '../../../renderer/import/check-step/check-rows.ts';
import { countWords, problemGroups, rowState } from '../../../renderer/import/check-step/problem-words.ts';
import { filteredRows } from '../../../renderer/import/check-step/row-filter.ts';
import { withConstant } from '../../../renderer/import/session/mapping-edits.ts';
import { problemsFirst } from '../../../renderer/import/session/shown-order.ts';
import { aRow, problem } from './a-row.ts';

const good = aRow(0);
const remark = aRow(1, { problems: [problem('duplicate-part', false, { field: 'PART_CODE' })] });
const bad = aRow(2, { problems: [problem('no-quantity', true), problem('short-stock', false)] });
const out = aRow(3, { isLeftOut: true, problems: [problem('no-quantity', true)] });
const rows = [good, remark, bad, out];

describe('problems first', () => {
  it('shows errors, then remarks, then the rest, then what is left out', () => {
    expect(problemsFirst(rows)).toEqual([2, 1, 0, 3]);
  });

  it('is kept under every filter', () => {
    const order = problemsFirst(rows);
    const idsOf = (filter: Parameters<typeof filteredRows>[1]) =>
      filteredRows({ rows, order }, filter).map(({ id }) => id);
    expect(idsOf('all')).toEqual(order);
    expect(idsOf('problems')).toEqual([2]);
    expect(idsOf('remarks')).toEqual([1]);
    expect(idsOf('left-out')).toEqual([3]);
    expect(idsOf('no-quantity')).toEqual([2]);
  });
});

describe('problemGroups', () => {
  it('counts rows by problem, errors first, without those that are left out', () => {
    const damaged = aRow(4, {
      problems: [problem('excel-damage', false, { proposals: [{ value: '007', message: '' }] })],
    });
    expect(problemGroups([...rows, damaged])).toEqual([
      { kind: 'no-quantity', isError: true, ids: [2], proposals: 0 },
      { kind: 'excel-damage', isError: false, ids: [4], proposals: 1 },
      { kind: 'duplicate-part', isError: false, ids: [1], proposals: 0 },
      { kind: 'short-stock', isError: false, ids: [2], proposals: 0 },
    ]);
  });
});

describe('the words of rows', () => {
  it('count every row once', () => {
    const counts = { rows: 5_000, ready: 4_960, warned: 12, bad: 37, leftOut: 3, notChecked: 0 };
    expect(countWords(counts)).toBe('4,960 ready (12 with a remark), 37 with problems, 3 left out');
    expect(countWords({ ...counts, warned: 0, bad: 0, leftOut: 0 })).toBe('4,960 ready');
  });

  it.each([
    [good, 'Ready'],
    [remark, 'Remark'],
    [bad, 'Problem'],
    [out, 'Left out'],
    [aRow(9, { part: 'not-checked' }), 'Not checked'],
  ])('say how a row stands', (row, words) => {
    expect(rowState(row).words).toBe(words);
  });
});

describe('rows in the grid', () => {
  it('have the fields of their order beside those of their line, and keep their identity', () => {
    const row = aRow(5, { order: { CUSTOMER_CODE: 'C-1' } });
    const make = gridRowMaker();
    const [gridRow] = make([row]);
    expect(gridRow?.fields).toEqual({ PART_CODE: 'A-1', QUANTITY: '1', 'ORDERS.CUSTOMER_CODE': 'C-1' });
    expect(make([row])[0]).toBe(gridRow);
    expect(make([{ ...row }])[0]).not.toBe(gridRow);
    const column = columnOf({ table: 'ORDERS', field: 'CUSTOMER_CODE' });
    expect(fieldOfColumn(column)).toEqual({ table: 'ORDERS', field: 'CUSTOMER_CODE' });
    expect(rowEdits([{ rowId: '5', column, value: 'C-2' }])).toEqual([
      { id: 5, table: 'ORDERS', field: 'CUSTOMER_CODE', value: 'C-2' },
    ]);
  });

  it('show what the mapping fills, and always what a line needs', () => {
    const mapping = withConstant(
      { fields: [], groupBy: [] },
      { table: 'ORDERS', field: 'CUSTOMER_CODE' },
      'C-1',
    );
    const ids = (withOrderFields: boolean) => checkColumns(mapping, withOrderFields).map(({ id }) => id);
    expect(ids(true)).toEqual(['PART_CODE', 'DESCRIPTION', 'QUANTITY', 'ORDERS.CUSTOMER_CODE']);
    expect(ids(false)).toEqual(['PART_CODE', 'DESCRIPTION', 'QUANTITY']);
  });

  it('tell of a row as a whole in its first cell, and nothing of what is left out', () => {
    const ragged = aRow(6, { problems: [problem('ragged', true, { field: null })] });
    expect(checkLook(new CheckGridRow(ragged), 'PART_CODE')).toMatchObject({
      problem: 'ragged!',
      warning: null,
    });
    expect(checkLook(new CheckGridRow(ragged), 'QUANTITY')).toBeNull();
    expect(checkLook(new CheckGridRow(bad), 'QUANTITY')).toMatchObject({
      problem: 'no-quantity!',
      warning: 'short-stock!',
      aside: 'short',
    });
    expect(checkLook(new CheckGridRow(out), 'QUANTITY')).toBeNull();
  });

  it('offer the one proposal beside the value', () => {
    const proposals = [{ value: '007', message: '' }];
    const damaged = aRow(7, {
      problems: [problem('excel-damage', false, { field: 'PART_CODE', proposals })],
    });
    expect(checkLook(new CheckGridRow(damaged), 'PART_CODE')?.aside).toBe('007?');
  });
});
