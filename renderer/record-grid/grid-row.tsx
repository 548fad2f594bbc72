import { memo, type ReactNode } from 'react';
import { isFigure } from './column-widths.ts';
import classes from './record-grid.module.css';
import type { GridRow } from './sorted-rows.ts';

interface GridRowViewProps {
  readonly gridId: string;
  readonly row: GridRow;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly string[];
  /** The widths of the columns, as CSS. */
  readonly template: string;
  /** The column of the cursor when it is in this row. */
  readonly cursorColumn: string | null;
  readonly wholeRow: boolean;
  readonly marked: boolean;
  readonly drawCell: (row: GridRow, field: string) => ReactNode | undefined;
  readonly onPoint: (rowId: string, column: string, extend: boolean) => void;
  readonly onOpen: ((row: GridRow) => void) | undefined;
}

/** One record of a grid. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps) {
  const { gridId, row, index, top, columns, template, cursorColumn, wholeRow, marked, drawCell } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={marked}
      className={classes.row}
      data-row-id={row.id}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onDoubleClick={() => props.onOpen?.(row)}
    >
      {columns.map((field, column) => {
        const value = row.fields[field] ?? '';
        return (
          <td
            key={field}
            id={`${gridId}-${row.id}-${field}`}
            aria-colindex={column + 1}
            className={classes.cell}
            data-column={field}
            data-figure={isFigure(field) || undefined}
            data-cursor={(cursorColumn === field && !wholeRow) || undefined}
            data-row-cursor={(cursorColumn !== null && wholeRow) || undefined}
            title={value.length > 12 ? value : undefined}
            onPointerDown={(event) => {
              if (event.button === 0 || !marked)
                props.onPoint(row.id, field, event.shiftKey && event.button === 0);
            }}
          >
            {drawCell(row, field) ?? value}
          </td>
        );
      })}
    </tr>
  );
});
