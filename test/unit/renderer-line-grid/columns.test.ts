import { describe, expect, it } from 'vitest';
import {
  columnWidths,
  isShownIn,
  moveColumn,
  orderedIds,
  resizeColumn,
  shiftColumn,
  shownIds,
  toggleShown,
  usualLayout,
  withShown,
} from '../../../renderer/line-grid/columns/column-layout.ts';
import {
  boxOf,
  HEAD_WIDTH,
  placeAt,
  ROW_HEIGHT,
  scrollToShow,
} from '../../../renderer/line-grid/model/grid-measures.ts';
import { fittedWidth, headingWidth, isCutOff } from '../../../renderer/line-grid/model/text-width.ts';

const columns = ['A', 'B', 'C', 'D'].map((id) => ({ id, label: id, isFigure: id === 'D', width: 100 }));

describe('a layout of columns', () => {
  it('shows what it does not name, behind what it names', () => {
    expect(orderedIds(columns, { ...usualLayout, order: ['C', 'gone', 'A'] })).toEqual(['C', 'A', 'B', 'D']);
  });

  it('hides and shows, but never the last one', () => {
    const hidden = toggleShown(columns, usualLayout, 'B');
    expect(shownIds(columns, hidden)).toEqual(['A', 'C', 'D']);
    expect(shownIds(columns, toggleShown(columns, hidden, 'B'))).toEqual(['A', 'B', 'C', 'D']);
    const one = { ...usualLayout, hidden: ['A', 'B', 'C'] };
    expect(toggleShown(columns, one, 'D')).toBe(one);
    expect(toggleShown(columns, usualLayout, 'NEW').order).toEqual(['A', 'B', 'C', 'D', 'NEW']);
  });

  it('knows a column that it shows but the table does not have, which is not to be shown again and again', () => {
    const layout = toggleShown(columns, usualLayout, 'SET_BY_PIMS');
    expect(isShownIn(layout, 'SET_BY_PIMS')).toBe(true);
    expect(isShownIn({ ...layout, hidden: ['SET_BY_PIMS'] }, 'SET_BY_PIMS')).toBe(false);
    expect(isShownIn(usualLayout, 'SET_BY_PIMS')).toBe(false);
  });

  it('moves a column to another, and by one among those that are seen', () => {
    expect(orderedIds(columns, moveColumn(columns, usualLayout, 'A', 'C'))).toEqual(['B', 'C', 'A', 'D']);
    const hidden = toggleShown(columns, usualLayout, 'B');
    expect(shownIds(columns, shiftColumn(columns, hidden, 'A', 1))).toEqual(['C', 'A', 'D']);
    expect(shiftColumn(columns, usualLayout, 'A', -1)).toBe(usualLayout);
  });

  it('takes a list of columns over, and hides the others', () => {
    const layout = withShown(columns, usualLayout, ['D', 'NEW', 'A']);
    expect(layout.order).toEqual(['D', 'NEW', 'A', 'B', 'C']);
    expect(layout.hidden).toEqual(['B', 'C']);
  });

  it('gives the room that is left to columns of text without a chosen width', () => {
    const layout = resizeColumn(usualLayout, 'A', 200);
    expect(columnWidths(columns, layout, 800)).toEqual({ A: 200, B: 250, C: 250, D: 100 });
    expect(columnWidths(columns, layout, 300)).toEqual({ A: 200, B: 100, C: 100, D: 100 });
    expect(columnWidths(columns, resizeColumn(layout, 'A', null), 300).A).toBe(100);
    expect(resizeColumn(usualLayout, 'A', 3).widths.A).toBe(56);
  });

  it('cuts no heading off, unless the person chose a width', () => {
    const column = { id: 'E', label: 'Extended price', isFigure: true, width: 60 };
    const { E: usual = 0 } = columnWidths([column], usualLayout, 0);
    expect(usual).toBe(headingWidth('Extended price'));
    expect(usual).toBeGreaterThan(headingWidth('Price'));
    expect(columnWidths([column], resizeColumn(usualLayout, 'E', 60), 0)).toEqual({ E: 60 });
  });

  it('fits a column to the longest of its texts, and to its heading at least', () => {
    const column = { id: 'A', label: 'Part', isFigure: false, width: 100 };
    const rows = ['short', 'a good deal longer than that', ''].map((text, at) => ({
      id: String(at),
      fields: text === '' ? {} : { A: text },
    }));
    const fitted = fittedWidth(column, rows);
    expect(isCutOff('a good deal longer than that', fitted)).toBe(false);
    expect(isCutOff('a good deal longer than that, by far', fitted)).toBe(true);
    expect(fittedWidth(column, rows.slice(2))).toBe(headingWidth('Part'));
  });
});

describe('where cells are', () => {
  const widths = [100, 50, 80];
  const size = { rows: 10, columns: 3 };

  it('a point in the box of a cell is that cell', () => {
    for (const row of [0, 4, 9]) {
      for (const column of [0, 1, 2]) {
        const { top, left, width, height } = boxOf(
          { top: row, left: column, bottom: row, right: column },
          widths,
        );
        expect(placeAt({ x: left, y: top }, widths, size)).toEqual({ row, column });
        expect(placeAt({ x: left + width - 1, y: top + height - 1 }, widths, size)).toEqual({ row, column });
      }
    }
  });

  it('beyond the edges it is the nearest cell', () => {
    expect(placeAt({ x: 0, y: 0 }, widths, size)).toEqual({ row: 0, column: 0 });
    expect(placeAt({ x: 9_999, y: 9_999 }, widths, size)).toEqual({ row: 9, column: 2 });
  });

  it('scrolls no farther than it takes to see the cell beside the numbers and below the headings', () => {
    const viewport = { scrollTop: 100, scrollLeft: 0, width: 300, height: 200 };
    expect(scrollToShow({ top: 140, left: 100, width: 50, height: 28 }, viewport)).toEqual({
      top: 100,
      left: 0,
    });
    expect(scrollToShow({ top: 110, left: 100, width: 50, height: 28 }, viewport).top).toBe(110 - ROW_HEIGHT);
    expect(scrollToShow({ top: 400, left: 400, width: 50, height: 28 }, viewport)).toEqual({
      top: 228,
      left: 150,
    });
    expect(
      scrollToShow({ top: 140, left: HEAD_WIDTH, width: 50, height: 28 }, { ...viewport, scrollLeft: 40 })
        .left,
    ).toBe(0);
  });
});
