import {
  type ColumnFiltersState,
  columnFilteringFeature,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { GridColumn, GridRow } from '../model/grid-model.ts';
import type { ViewChoice } from '../model/row-view.ts';
import {
  type ColumnLayout,
  columnWidths,
  LEAST_WIDTH,
  MOST_WIDTH,
  orderedIds,
  shownIds,
} from './column-layout.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
  columnFilteringFeature,
});
const helper = createColumnHelper<typeof features, GridRow>();
const defaultColumn = { minSize: LEAST_WIDTH, maxSize: MOST_WIDTH };
/*
 * The table keeps the columns, and what the rows are sorted and filtered by; the rows themselves stay out of it. Its row model
 * makes an object of every row with each edit, and typing must not depend on their number (model/row-view.ts).
 */
const noRows: GridRow[] = [];

interface GridColumnsOptions {
  readonly columns: readonly GridColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  /** px that the columns may take without scrolling. */
  readonly room: number;
}

/** The columns of the grid: their order, widths and visibility, and what they sort and filter by. */
export function useGridColumns({ columns, layout, onLayout, room }: GridColumnsOptions) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const [columnFilters, setColumnFilters] = useState<ColumnFiltersState>([]);
  // Widths as they are while an edge is dragged; what is chosen goes out when it is let go.
  const [dragged, setDragged] = useState<Readonly<Record<string, number>> | null>(null);

  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return shownIds(columns, layout).flatMap((id) => byId.get(id) ?? []);
  }, [columns, layout]);
  const definitions = useMemo(
    () => helper.columns(columns.map(({ id }) => helper.accessor((row) => row.fields[id] ?? '', { id }))),
    [columns],
  );
  const widths = useMemo(
    () => columnWidths(shown, dragged === null ? layout : { ...layout, widths: dragged }, room),
    [shown, layout, dragged, room],
  );
  const state = useMemo(
    () => ({
      columnOrder: orderedIds(columns, layout),
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnSizing: { ...widths },
      sorting,
      columnFilters,
    }),
    [columns, layout, widths, sorting, columnFilters],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    defaultColumn,
    manualSorting: true,
    manualFiltering: true,
    state,
    columnResizeMode: 'onChange',
    onColumnSizingChange: (change) => {
      const next = typeof change === 'function' ? change(widths) : change;
      const changed = Object.keys(next).filter((id) => next[id] !== widths[id]);
      setDragged((before) => ({
        ...(before ?? layout.widths),
        ...Object.fromEntries(changed.map((id) => [id, next[id] ?? LEAST_WIDTH])),
      }));
    },
    onSortingChange: setSorting,
    onColumnFiltersChange: setColumnFilters,
  });

  const isResizing = table.state.columnResizing.isResizingColumn !== false;
  useEffect(() => {
    if (isResizing || dragged === null) return;
    setDragged(null);
    onLayout({ ...layout, widths: dragged });
  }, [isResizing, dragged, layout, onLayout]);

  const view = useMemo((): ViewChoice => {
    const [sort] = sorting;
    return {
      sort: sort === undefined ? null : { column: sort.id, descending: sort.desc },
      filters: Object.fromEntries(columnFilters.map(({ id, value }) => [id, String(value)])),
    };
  }, [sorting, columnFilters]);

  return { table, shown, widths, view };
}

export type GridTable = ReturnType<typeof useGridColumns>['table'];
