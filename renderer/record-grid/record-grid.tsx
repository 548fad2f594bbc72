import { Menu } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';
import { copyText } from '../ui/copy-text.ts';
import { useRoom } from '../ui/use-room.ts';
import { copiedText } from './copy-rows.ts';
import { type CursorMove, type GridCursor, markedRows, moveCursor, readCursorKey } from './grid-cursor.ts';
import { GridHeadings } from './grid-headings.tsx';
import { GridMenu } from './grid-menu.tsx';
import { GridRowView } from './grid-row.tsx';
import { useChosenWidths } from './grid-widths.ts';
import classes from './record-grid.module.css';
import { type GridRow, type GridSort, useRecordTable } from './sorted-rows.ts';

/** Height of a row and of the headings in px; record-grid.module.css has it too. */
const ROW_HEIGHT = 28;

/** What of a grid is worth keeping while the person is on another screen. */
export interface GridPlace {
  readonly scrollTop: number;
  readonly cursor: GridCursor | null;
}

export const startPlace: GridPlace = { scrollTop: 0, cursor: null };

interface RecordGridProps {
  /** What the rows are, such as "Orders". */
  readonly label: string;
  readonly rows: readonly GridRow[];
  readonly columns: readonly string[];
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort | null) => void;
  /** How a cell is drawn when not as plain text; undefined leaves it plain. */
  readonly drawCell?: (row: GridRow, field: string) => ReactNode | undefined;
  readonly onOpen?: (row: GridRow) => void;
  /** The ids of the rows in the order in which they stand. */
  readonly onOrder?: (rowIds: readonly string[]) => void;
  readonly place: GridPlace;
  readonly onPlace: (place: GridPlace) => void;
  /** Widths that the person chose before, in px by field. */
  readonly widths: ColumnWidths;
  readonly onWidths: (widths: ColumnWidths) => void;
  /** Older rows that are shown until newer ones arrive. */
  readonly dimmed?: boolean;
}

const plain = (): undefined => undefined;

/** PIMS records as a spreadsheet shows them: sortable, resizable, only the rows in sight in the page. */
export function RecordGrid(props: RecordGridProps) {
  const { label, columns, sort, onSort, drawCell = plain, onOpen, onOrder, place, onPlace, dimmed } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(place.cursor);
  const room = useRoom(scroller);
  const [chosenWidths, setChosenWidths] = useChosenWidths(props.widths);
  const table = useRecordTable({
    ...{ rows: props.rows, columns, sort, onSort, chosenWidths, room },
    onWidths: setChosenWidths,
  });
  const { onWidths, widths } = props;
  const isDragging = table.state.columnResizing.isResizingColumn !== false;
  useEffect(() => {
    if (!isDragging && chosenWidths !== widths) onWidths(chosenWidths);
  }, [isDragging, chosenWidths, widths, onWidths]);
  const tableRows = table.getRowModel().rows;
  const rows = useMemo(() => tableRows.map((row) => row.original), [tableRows]);
  const rowIds = useMemo(() => rows.map((row) => row.id), [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rowIds[index] ?? index,
    overscan: 8,
    // The headings stay in sight above the rows, so that much less of the rows is.
    scrollPaddingEnd: ROW_HEIGHT,
    initialOffset: place.scrollTop,
  });

  useEffect(() => {
    onPlace({ scrollTop: scroller.current?.scrollTop ?? 0, cursor });
  }, [onPlace, cursor]);
  useEffect(() => onOrder?.(rowIds), [onOrder, rowIds]);

  // Coming back to a grid, the person goes on from where they were in it.
  const cameBack = useRef(place.cursor !== null);
  useEffect(() => {
    if (cameBack.current) scroller.current?.querySelector('table')?.focus({ preventScroll: true });
  }, []);

  const template = columns.map((field) => `${table.getColumn(field)?.getSize() ?? 120}px`).join(' ');
  const marked = markedRows(cursor, rowIds);
  const cursorIndex = cursor === null ? -1 : rowIds.indexOf(cursor.rowId);

  const move = (step: CursorMove): void => {
    const next = moveCursor(cursor, step, rowIds, columns);
    setCursor(next);
    if (next === null) return;
    virtualizer.scrollToIndex(rowIds.indexOf(next.rowId));
    showColumn(scroller.current, columns.indexOf(next.column));
  };

  const copy = (): void => {
    const text = copiedText(rows, columns, cursor);
    if (text !== undefined) copyText(text);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const step = readCursorKey(
      event,
      Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    );
    const row = rows[cursorIndex];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && row !== undefined) onOpen?.(row);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') copy();
    else return;
    event.preventDefault();
  };

  // A table that takes the focus and keys is a grid to screen readers; its cells are not focused one by one.
  const active = cursorIndex < 0 || cursor === null ? undefined : `${id}-${cursor.rowId}-${cursor.column}`;
  const asGrid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rows.length + 1,
    'aria-colcount': columns.length,
    'aria-multiselectable': true,
    'aria-busy': dimmed,
    'aria-activedescendant': active,
  };

  return (
    <Menu withinPortal width={230}>
      <Menu.ContextMenu>
        <div
          ref={scroller}
          className={classes.frame}
          data-dimmed={dimmed || undefined}
          onScroll={({ currentTarget }) => {
            // Hidden while the next screen is loaded, it is at 0; that is not where the person was.
            if (currentTarget.clientHeight > 0) onPlace({ scrollTop: currentTarget.scrollTop, cursor });
          }}
        >
          <table
            {...asGrid}
            className={classes.table}
            onKeyDown={onKeyDown}
            onFocus={(event) => {
              if (event.target !== event.currentTarget || cursorIndex >= 0) return;
              setCursor(moveCursor(null, { kind: 'this-row' }, rowIds, columns));
            }}
          >
            <GridHeadings table={table} template={template} />
            <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
              {virtualizer.getVirtualItems().map(({ index, start, key }) => {
                const row = rows[index];
                if (row === undefined) return null;
                return (
                  <GridRowView
                    key={key}
                    gridId={id}
                    {...{ row, index, columns, template, drawCell }}
                    top={start}
                    cursorColumn={index === cursorIndex ? (cursor?.column ?? null) : null}
                    wholeRow={cursor?.wholeRows ?? false}
                    marked={marked !== undefined && index >= marked.first && index <= marked.last}
                    onPoint={(rowId, column, extend) =>
                      setCursor((before) =>
                        extend && before !== null
                          ? { ...before, rowId, column, wholeRows: true }
                          : { rowId, column, anchorId: rowId, wholeRows: false },
                      )
                    }
                    onOpen={onOpen}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </Menu.ContextMenu>
      <GridMenu {...{ rows, columns, cursor, onOpen }} />
    </Menu>
  );
}

function showColumn(scroller: HTMLElement | null, index: number): void {
  const heading = scroller?.querySelectorAll<HTMLElement>('[role="columnheader"]')[index];
  heading?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
