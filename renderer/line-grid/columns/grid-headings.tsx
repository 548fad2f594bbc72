import { ArrowDown, ArrowUp, ChevronDown, Filter } from 'lucide-react';
import { type DragEvent, memo, useState } from 'react';
import rowClasses from '../drawing/grid-row.module.css';
import type { GridColumn } from '../model/grid-model.ts';
import type { ViewChoice } from '../model/row-view.ts';
import classes from './grid-headings.module.css';
import type { GridTable } from './use-grid-columns.ts';

interface GridHeadingsProps {
  readonly table: GridTable;
  readonly columns: readonly GridColumn[];
  readonly view: ViewChoice;
  /** The first and the last column with marked cells. */
  readonly markedFrom: number;
  readonly markedTo: number;
  /** Changes when widths do: the table itself keeps its identity. */
  readonly widths: Readonly<Record<string, number>>;
  readonly onPress: (column: number, extend: boolean) => void;
  /** A press on the corner. */
  readonly onAll: () => void;
  readonly onMenu: (column: string) => void;
  readonly onMove: (column: string, to: string) => void;
  /** As wide as what is in it. */
  readonly onFit: (column: GridColumn) => void;
}

/**
 * The headings: a press marks the column, dragging one moves it, its edge resizes it (or fits it at a
 * double click), its arrow opens its menu and tells how it is sorted.
 */
export const GridHeadings = memo(function GridHeadings(props: GridHeadingsProps) {
  const { table, columns, view, markedFrom, markedTo, onPress, onAll, onMenu, onMove, onFit } = props;
  const [over, setOver] = useState<string | null>(null);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headings}>
        <th
          scope="col"
          aria-colindex={1}
          className={rowClasses.number}
          title="Mark all (Ctrl+A)"
          onClick={onAll}
        >
          #
        </th>
        {columns.map((column, index) => {
          const { id, label, isFigure } = column;
          const header = headers.find((one) => one.column.id === id);
          const resize = header?.getResizeHandler();
          const sort = view.sort?.column === id ? view.sort : null;
          const Arrow = sort === null ? ChevronDown : sort.descending ? ArrowDown : ArrowUp;
          const isFiltered = (view.filters[id] ?? '').trim() !== '';
          const drop = (event: DragEvent): void => {
            event.preventDefault();
            setOver(null);
            onMove(event.dataTransfer.getData(DRAGGED), id);
          };
          return (
            <th
              key={id}
              scope="col"
              aria-colindex={index + 2}
              aria-sort={sort === null ? 'none' : sort.descending ? 'descending' : 'ascending'}
              className={classes.heading}
              // Without the name of its button, which screen readers would say with every cell.
              aria-label={isFiltered ? `${label}, filtered` : label}
              title={id}
              data-heading={id}
              data-figure={isFigure || undefined}
              data-marked={(index >= markedFrom && index <= markedTo) || undefined}
              data-over={over === id || undefined}
              draggable
              onDragStart={(event) => {
                // The heading would be dragged along with its edge.
                if (header?.column.getIsResizing()) event.preventDefault();
                else event.dataTransfer.setData(DRAGGED, id);
              }}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(DRAGGED)) return;
                event.preventDefault();
                setOver(id);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={drop}
              onClick={(event) => onPress(index, event.shiftKey)}
            >
              <span className={classes.label}>{label}</span>
              {isFiltered && <Filter size={11} aria-hidden />}
              {/* Out of the Tab order: Alt+↓ in a cell opens the menu of its column. */}
              <button
                type="button"
                tabIndex={-1}
                className={classes.menuButton}
                data-sorted={sort !== null || undefined}
                aria-label={`Sort and filter by ${label}`}
                aria-haspopup="menu"
                onClick={(event) => {
                  event.stopPropagation();
                  onMenu(id);
                }}
              >
                <Arrow size={12} aria-hidden />
              </button>
              <button
                type="button"
                aria-hidden
                tabIndex={-1}
                className={classes.edge}
                data-resizing={header?.column.getIsResizing() || undefined}
                onMouseDown={resize}
                onTouchStart={resize}
                onClick={(event) => event.stopPropagation()}
                onDoubleClick={() => onFit(column)}
              />
            </th>
          );
        })}
        <th scope="col" aria-colindex={columns.length + 2} className={classes.heading} data-of-states>
          <span className={classes.label}>State</span>
        </th>
      </tr>
    </thead>
  );
});

/** What a dragged heading carries; nothing else that is dragged over the headings is taken for one. */
const DRAGGED = 'application/x-order-desk-column';
