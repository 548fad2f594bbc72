import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredFields, shiftColumn, toggleColumn } from '../../../renderer/record-grid/column-choice.ts';
import { copiedText } from '../../../renderer/record-grid/copy-rows.ts';
import {
  type CursorMove,
  type GridCursor,
  markedRows,
  moveCursor,
  readCursorKey,
} from '../../../renderer/record-grid/grid-cursor.ts';

const rowIds = ['1', '2', '3', '4'];
const columns = ['A', 'B', 'C'];
const at = (rowId: string, column = 'A', rest: Partial<GridCursor> = {}): GridCursor => ({
  rowId,
  column,
  anchorId: rowId,
  wholeRows: false,
  ...rest,
});

describe('moveCursor', () => {
  it('enters at the first cell', () => {
    expect(moveCursor(null, { kind: 'rows', by: 1, extend: false }, rowIds, columns)).toEqual(at('1'));
  });

  it('is nowhere in an empty grid', () => {
    expect(moveCursor(at('1'), { kind: 'all' }, [], columns)).toBeNull();
  });

  it('marks rows from where Shift was held on, and one cell again without it', () => {
    const down: CursorMove = { kind: 'rows', by: 2, extend: true };
    const marked = moveCursor(at('2', 'B'), down, rowIds, columns);
    expect(marked).toEqual(at('4', 'B', { anchorId: '2', wholeRows: true }));
    expect(markedRows(marked, rowIds)).toEqual({ first: 1, last: 3 });
    expect(moveCursor(marked, { kind: 'rows', by: -1, extend: false }, rowIds, columns)).toEqual(
      at('3', 'B'),
    );
  });

  it('stays inside whatever is pressed', () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant('rows' as const), by: fc.integer(), extend: fc.boolean() }),
      fc.record({ kind: fc.constant('row' as const), index: fc.integer(), extend: fc.boolean() }),
      fc.record({ kind: fc.constant('columns' as const), by: fc.integer() }),
      fc.constant({ kind: 'all' as const }),
      fc.constant({ kind: 'this-row' as const }),
    );
    fc.assert(
      fc.property(fc.array(move, { minLength: 1 }), (moves) => {
        let cursor: GridCursor | null = null;
        for (const step of moves) cursor = moveCursor(cursor, step, rowIds, columns);
        expect(rowIds).toContain(cursor?.rowId);
        expect(rowIds).toContain(cursor?.anchorId);
        expect(columns).toContain(cursor?.column);
      }),
    );
  });
});

describe('readCursorKey', () => {
  const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean; altKey?: boolean } = {}) =>
    readCursorKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, 10);

  it.each([
    ['ArrowDown', { kind: 'rows', by: 1, extend: false }],
    ['PageUp', { kind: 'rows', by: -10, extend: false }],
    ['End', { kind: 'row', index: Number.MAX_SAFE_INTEGER, extend: false }],
    ['ArrowLeft', { kind: 'columns', by: -1 }],
    ['x', undefined],
  ])('%s', (key, move) => {
    expect(press(key)).toEqual(move);
  });

  it('leaves Alt with the arrow keys to the screen', () => {
    expect(press('ArrowDown', { altKey: true })).toBeUndefined();
  });
});

describe('copiedText', () => {
  const rows = rowIds.map((id) => ({ id, fields: { A: `a${id}`, C: `"${id}"` } }));

  it('copies one cell as it is', () => {
    expect(copiedText(rows, columns, at('2', 'C'))).toBe('"2"');
    expect(copiedText(rows, columns, at('2', 'B'))).toBe('');
  });

  it('copies marked rows as a spreadsheet reads them', () => {
    expect(copiedText(rows, columns, at('2', 'A', { anchorId: '1', wholeRows: true }))).toBe(
      'a1\t\t"""1"""\na2\t\t"""2"""',
    );
  });

  it('copies nothing when the row is gone', () => {
    expect(copiedText(rows, columns, at('9'))).toBeUndefined();
  });
});

describe('the choice of columns', () => {
  it('shows, hides, and keeps the last one', () => {
    expect(toggleColumn(['A'], 'B')).toEqual(['A', 'B']);
    expect(toggleColumn(['A', 'B'], 'A')).toEqual(['B']);
    expect(toggleColumn(['A'], 'A')).toEqual(['A']);
  });

  it('moves a column, but not past the ends', () => {
    expect(shiftColumn(columns, 'C', -1)).toEqual(['A', 'C', 'B']);
    expect(shiftColumn(columns, 'C', 1)).toEqual(columns);
    expect(shiftColumn(columns, 'X', 1)).toEqual(columns);
  });

  it('offers the shown columns first, the others by name, none twice', () => {
    expect(offeredFields(['B', 'A'], ['C', 'A', 'AA', 'C'])).toEqual(['B', 'A', 'AA', 'C']);
  });
});
