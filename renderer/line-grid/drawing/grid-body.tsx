import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect } from 'react';
import type { LineGridProps } from '../line-grid-props.ts';
import { ROW_HEIGHT } from '../model/grid-measures.ts';
import type { GridColumn, GridRow, GridSize } from '../model/grid-model.ts';
import { type GridSelection, selectedRect } from '../model/grid-selection.ts';
import classes from './grid-row.module.css';
import { GridRowView, type RowDrawing } from './grid-row.tsx';

interface GridBodyProps {
  readonly gridId: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** As they are seen. */
  readonly rows: readonly GridRow[];
  readonly size: GridSize;
  readonly columns: readonly GridColumn[];
  readonly selection: GridSelection;
  readonly numberOf: (index: number) => string;
  readonly drawing: RowDrawing;
  readonly onSeen: LineGridProps['onSeen'];
}

/** The rows. Only those in sight are in the page, and the one with the active cell, which screen readers are led to. */
export function GridBody(props: GridBodyProps) {
  const { gridId, scroller, rows, size, columns, selection, numberOf, drawing, onSeen } = props;
  const activeRow = selection.active.row;
  const virtualizer = useVirtualizer({
    count: size.rows,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        if (shown.includes(activeRow) || activeRow >= range.count) return shown;
        return [...shown, activeRow].sort((a, b) => a - b);
      },
      [activeRow],
    ),
  });
  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? -1;
  useEffect(() => {
    if (last >= first) onSeen?.(rows.slice(first, last + 1));
  }, [onSeen, rows, first, last]);
  const { top, left, bottom, right } = selectedRect(selection);
  return (
    <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, start }) => {
        const isMarked = index >= top && index <= bottom;
        return (
          <GridRowView
            // By place, not by line: the empty row becomes a line under the hands of the person, and stays the same element.
            key={index}
            row={rows[index]}
            number={numberOf(index)}
            top={start}
            markedFrom={isMarked ? left : -1}
            markedTo={isMarked ? right : -2}
            activeColumn={index === activeRow ? selection.active.column : -1}
            {...{ gridId, index, columns, drawing }}
          />
        );
      })}
    </tbody>
  );
}

function rowHeight(): number {
  return ROW_HEIGHT;
}
