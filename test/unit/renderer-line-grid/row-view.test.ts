import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCells, nextFind } from '../../../renderer/line-grid/model/find-cells.ts';
import { isPlain, keptView, rowsShifted, viewedRows } from '../../../renderer/line-grid/model/row-view.ts';
import { anyRows, columns } from './arbitrary-grid.ts';

const plainView = { sort: null, filters: {} };

const row = (id: string, A: string, B = '') => ({ id, fields: { A, B } });
const rows = [row('1', '10'), row('2', '9', 'bolt'), row('3', ''), row('4', '2', 'BOLT M6')];
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join(' ');

it('a row is followed when others come or go before it', () => {
  expect(rowsShifted(rows, [row('0', ''), ...rows], 2)).toBe(1);
  expect(rowsShifted(rows, rows.slice(2), 3)).toBe(-2);
  expect(rowsShifted(rows, rows.slice(2), 0)).toBe(0);
  // The empty row at the end becomes a line under the hands of the person, who stays there.
  expect(rowsShifted(rows, [...rows, row('5', 'x')], 4)).toBe(0);
});

describe('viewedRows', () => {
  it('sorts by what the column holds, empty cells last both ways', () => {
    expect(ids(viewedRows(rows, { sort: { column: 'A', descending: false }, filters: {} }))).toBe('4 2 1 3');
    expect(ids(viewedRows(rows, { sort: { column: 'A', descending: true }, filters: {} }))).toBe('1 2 4 3');
  });

  it('filters by text in a column, upper and lower case alike', () => {
    expect(ids(viewedRows(rows, { sort: null, filters: { B: ' bolt ', A: '' } }))).toBe('2 4');
  });

  it('never adds, loses or changes a row', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...columns), fc.boolean(), (all, column, descending) => {
        const viewed = viewedRows(all, { sort: { column, descending }, filters: {} });
        expect(new Set(viewed)).toEqual(new Set(all));
      }),
    );
  });

  it('is the rows themselves when nothing is chosen', () => {
    expect(viewedRows(rows, plainView)).toBe(rows);
    expect(isPlain({ sort: null, filters: { A: ' ' } })).toBe(true);
  });
});

describe('keptView', () => {
  const viewed = viewedRows(rows, { sort: { column: 'A', descending: false }, filters: {} });

  it('leaves an edited row where it is, and shows its new value', () => {
    const after = rows.map((one) => (one.id === '4' ? row('4', '99') : one));
    const kept = keptView(viewed, rows, after);
    expect(ids(kept)).toBe('4 2 1 3');
    expect(kept[0]?.fields.A).toBe('99');
  });

  it('puts a new row behind the one that it stands behind, and one at the end at the end of the view', () => {
    expect(ids(keptView(viewed, rows, rows.toSpliced(1, 0, row('n', ''))))).toBe('4 2 1 n 3');
    expect(ids(keptView(viewed, rows, rows.toSpliced(0, 0, row('n', ''))))).toBe('n 4 2 1 3');
    expect(ids(keptView(viewed, rows, [...rows, row('n', ''), row('m', '')]))).toBe('4 2 1 3 n m');
  });

  it('keeps out what was filtered out, and lets go of what is gone', () => {
    const filtered = viewedRows(rows, { sort: null, filters: { B: 'bolt' } });
    expect(ids(keptView(filtered, rows, rows.slice(0, 3)))).toBe('2');
    expect(ids(keptView(filtered, rows, [...rows, row('n', '')]))).toBe('2 4 n');
  });

  it('shows every new row once, whatever comes, goes and moves', () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.nat(12), { maxLength: 9 }), (all, picks) => {
        const seen = viewedRows(all, { sort: { column: 'A', descending: true }, filters: {} });
        const after = [...new Set(picks)].map((pick) => all[pick] ?? { id: `n${pick}`, fields: {} });
        const kept = keptView(seen, all, after);
        expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(after.map(({ id }) => id)));
        expect(kept).toHaveLength(after.length);
      }),
    );
  });
});

describe('finding', () => {
  it('finds text in the columns that are seen, row by row', () => {
    expect(findCells(rows, ['B', 'A'], 'BOLT')).toEqual([
      { row: 1, column: 0 },
      { row: 3, column: 0 },
    ]);
    expect(findCells(rows, ['A'], ' ')).toEqual([]);
  });

  it('goes on from the cell where the person is, and round', () => {
    const found = findCells(rows, ['B'], 'bolt');
    expect(nextFind(found, { row: 0, column: 0 }, false)).toBe(0);
    expect(nextFind(found, { row: 1, column: 0 }, false)).toBe(1);
    expect(nextFind(found, { row: 3, column: 0 }, false)).toBe(0);
    expect(nextFind(found, { row: 1, column: 0 }, true)).toBe(1);
    expect(nextFind([], { row: 1, column: 0 }, true)).toBe(-1);
  });
});
