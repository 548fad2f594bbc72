import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { fieldLabel } from '../../shared/orders/field-labels.ts';
import { isFigure } from './column-widths.ts';
import classes from './record-grid.module.css';
import type { RecordTable } from './sorted-rows.ts';

interface GridHeadingsProps {
  readonly table: RecordTable;
  /** The widths of the columns, as CSS. */
  readonly template: string;
}

/** px that an arrow key moves the edge of a column. */
const RESIZE_STEP = 16;

/** The headings: a click sorts, the edge at the right resizes. */
export function GridHeadings({ table, template }: GridHeadingsProps) {
  const [group] = table.getHeaderGroups();
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headings} style={{ gridTemplateColumns: template }}>
        {group?.headers.map((header, index) => {
          const sorted = header.column.getIsSorted();
          const field = header.column.id;
          const resize = header.getResizeHandler();
          const widen = (event: KeyboardEvent): void => {
            if (!event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
            event.preventDefault();
            const by = event.key === 'ArrowLeft' ? -RESIZE_STEP : RESIZE_STEP;
            const width = Math.max(56, header.column.getSize() + by);
            table.setColumnSizing((sizes) => ({ ...sizes, [field]: width }));
          };
          return (
            <th
              key={header.id}
              scope="col"
              aria-colindex={index + 1}
              aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
              className={classes.heading}
            >
              <button
                type="button"
                className={classes.sort}
                data-figure={isFigure(field) || undefined}
                title={field}
                onClick={() => header.column.toggleSorting()}
                onKeyDown={widen}
              >
                <span className={classes.name}>{fieldLabel(field)}</span>
                {sorted === 'asc' && <ArrowUp size={12} aria-hidden />}
                {sorted === 'desc' && <ArrowDown size={12} aria-hidden />}
              </button>
              {/* For the mouse; by keyboard it is Shift and the arrow keys on the heading. */}
              <button
                type="button"
                aria-hidden
                tabIndex={-1}
                className={classes.edge}
                data-resizing={header.column.getIsResizing() || undefined}
                onMouseDown={resize}
                onTouchStart={resize}
                onDoubleClick={() => header.column.resetSize()}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
