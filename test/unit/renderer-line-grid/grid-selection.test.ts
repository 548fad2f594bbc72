import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutWords, isInside, rectOf } from '../../../renderer/line-grid/model/grid-model.ts';
import {
  clampSelection,
  type Direction,
  extendTo,
  type GridMove,
  type GridSelection,
  goOn,
  isSingleCell,
  moveSelection,
  selectBlock,
  selectCell,
  selectedRect,
} from '../../../renderer/line-grid/model/grid-selection.ts';
import { anyDirection, anyMove, anySize, placeIn } from './arbitrary-grid.ts';

const size = { rows: 5, columns: 3 };
const frame = { size, pageRows: 3, isFilled: () => false };
const step = (direction: Direction, held: { toEdge?: boolean; extend?: boolean } = {}): GridMove => ({
  kind: 'step',
  direction,
  toEdge: false,
  extend: false,
  ...held,
});

describe('moving', () => {
  it('goes by one cell, and stays inside', () => {
    expect(moveSelection(selectCell({ row: 0, column: 0 }), step('down'), frame).active).toEqual({
      row: 1,
      column: 0,
    });
    expect(moveSelection(selectCell({ row: 0, column: 0 }), step('up'), frame).active).toEqual({
      row: 0,
      column: 0,
    });
  });

  it('extends from the active cell, and a plain arrow goes on from there', () => {
    const extended = moveSelection(selectCell({ row: 1, column: 1 }), step('down', { extend: true }), frame);
    expect(selectedRect(extended)).toEqual({ top: 1, left: 1, bottom: 2, right: 1 });
    expect(extended.active).toEqual({ row: 1, column: 1 });
    expect(moveSelection(extended, step('right'), frame).active).toEqual({ row: 1, column: 2 });
  });

  it('goes with Ctrl to the last filled cell of a block, else to the next filled one, else to the end', () => {
    const filled = new Set([0, 1, 3]);
    const here = { size, pageRows: 3, isFilled: ({ row }: { row: number }) => filled.has(row) };
    const from = (row: number, by: 1 | -1) =>
      moveSelection(selectCell({ row, column: 0 }), step(by === 1 ? 'down' : 'up', { toEdge: true }), here)
        .active.row;
    expect(from(0, 1)).toBe(1);
    expect(from(1, 1)).toBe(3);
    expect(from(3, 1)).toBe(4);
    expect(from(4, -1)).toBe(3);
    expect(from(3, -1)).toBe(1);
    expect(from(1, -1)).toBe(0);
  });

  it('pages by what is seen, and ends at the corners', () => {
    const start = selectCell({ row: 1, column: 1 });
    expect(moveSelection(start, { kind: 'page', down: true, extend: false }, frame).active.row).toBe(4);
    expect(
      moveSelection(start, { kind: 'end', last: true, ofGrid: true, extend: false }, frame).active,
    ).toEqual({
      row: 4,
      column: 2,
    });
    expect(
      moveSelection(start, { kind: 'end', last: false, ofGrid: false, extend: false }, frame).active,
    ).toEqual({
      row: 1,
      column: 0,
    });
  });

  it('marks all, whole rows and whole columns, and leaves the active cell', () => {
    const start = selectBlock({ row: 1, column: 1 }, { row: 2, column: 1 });
    expect(selectedRect(moveSelection(start, { kind: 'all' }, frame))).toEqual({
      top: 0,
      left: 0,
      bottom: 4,
      right: 2,
    });
    expect(selectedRect(moveSelection(start, { kind: 'whole-rows' }, frame))).toEqual({
      top: 1,
      left: 0,
      bottom: 2,
      right: 2,
    });
    expect(moveSelection(start, { kind: 'whole-columns' }, frame).active).toEqual({ row: 1, column: 1 });
  });

  it('never leads out of the grid, and the active cell is always marked', () => {
    fc.assert(
      fc.property(
        anySize.chain((any) =>
          fc.tuple(fc.constant(any), placeIn(any), fc.array(anyMove, { maxLength: 20 })),
        ),
        fc.func(fc.boolean()),
        ([any, start, moves], isFilled) => {
          let selection = selectCell(start);
          for (const move of moves) {
            selection = moveSelection(selection, move, { size: any, pageRows: 4, isFilled });
            expect(clampSelection(selection, any)).toBe(selection);
            expect(isInside(selectedRect(selection), selection.active)).toBe(true);
          }
        },
      ),
    );
  });

  it('comes back to where it was by the opposite arrow, when it did not stand at an edge', () => {
    const opposite = { up: 'down', down: 'up', left: 'right', right: 'left' } as const;
    fc.assert(
      fc.property(anyDirection, fc.boolean(), (direction, extend) => {
        const big = { ...frame, size: { rows: 9, columns: 9 } };
        const start = selectCell({ row: 4, column: 4 });
        const away = moveSelection(start, step(direction, { extend }), big);
        const back = moveSelection(away, step(opposite[direction], { extend }), big);
        expect(selectedRect(back)).toEqual(selectedRect(start));
      }),
    );
  });
});

describe('Tab and Enter', () => {
  const tab = { key: 'tab', back: false } as const;
  const enter = { key: 'enter', back: false } as const;

  it('Tab goes along the row and Enter back to where the row was begun', () => {
    let selection: GridSelection | null = selectCell({ row: 0, column: 0 });
    selection = goOn(selection, tab, size);
    selection = selection && goOn(selection, tab, size);
    expect(selection?.active).toEqual({ row: 0, column: 2 });
    selection = selection && goOn(selection, enter, size);
    expect(selection?.active).toEqual({ row: 1, column: 0 });
  });

  it('Tab goes on to the next row, and leaves the grid at its end; Shift+Tab at its beginning', () => {
    expect(goOn(selectCell({ row: 0, column: 2 }), tab, size)?.active).toEqual({ row: 1, column: 0 });
    expect(goOn(selectCell({ row: 4, column: 2 }), tab, size)).toBeNull();
    expect(goOn(selectCell({ row: 0, column: 0 }), { key: 'tab', back: true }, size)).toBeNull();
    expect(goOn(selectCell({ row: 4, column: 2 }), enter, size)?.active).toEqual({ row: 4, column: 2 });
  });

  it('go round in a marked block, through every cell of it once', () => {
    fc.assert(
      fc.property(
        anySize.chain((any) => fc.tuple(placeIn(any), placeIn(any), fc.constant(any))),
        fc.constantFrom(tab, enter, { ...tab, back: true }, { ...enter, back: true }),
        ([anchor, corner, any], go) => {
          let selection = selectBlock(anchor, corner);
          fc.pre(!isSingleCell(selection));
          const rect = rectOf(anchor, corner);
          const count = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
          const seen = new Set<string>();
          for (let press = 0; press < count; press++) {
            seen.add(JSON.stringify(selection.active));
            selection = goOn(selection, go, any) ?? selection;
            expect(selectedRect(selection)).toEqual(rect);
          }
          expect(seen.size).toBe(count);
          expect(selection.active).toEqual(anchor);
        },
      ),
    );
  });
});

it('a selection fits into a grid that has become smaller, and is left alone in one that has not', () => {
  const selection = extendTo(selectCell({ row: 1, column: 1 }), { row: 4, column: 2 });
  expect(clampSelection(selection, size)).toBe(selection);
  expect(selectedRect(clampSelection(selection, { rows: 2, columns: 2 }))).toEqual({
    top: 1,
    left: 1,
    bottom: 1,
    right: 1,
  });
});

it('what is known of a cell is said in sentences', () => {
  expect(aboutWords(['Not a number.', null, '', 'Was 6'])).toBe('Not a number. Was 6');
  expect(aboutWords([undefined, 'Was 6'])).toBe('Was 6');
});
