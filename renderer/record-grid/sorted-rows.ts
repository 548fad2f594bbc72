import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { columnKind, compareValues } from '../../shared/orders/compare-values.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { ColumnWidths } from '../../shared/preferences/preferences.ts';
import { columnNeed, shareWidth } from './column-widths.ts';

/** A PIMS record in a grid. The id stays the same when the record is read again. */
export interface GridRow {
  readonly id: string;
  readonly fields: PimsFields;
}

export interface GridSort {
  readonly field: string;
  readonly descending: boolean;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnSizingFeature,
  columnResizingFeature,
});
const helper = createColumnHelper<typeof features, GridRow>();
const defaultColumn = { minSize: 56, maxSize: 900 };

interface RecordTableOptions {
  readonly rows: readonly GridRow[];
  readonly columns: readonly string[];
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort | null) => void;
  /** Widths that the person chose; columns without one share the room. */
  readonly chosenWidths: ColumnWidths;
  readonly onWidths: (widths: ColumnWidths) => void;
  /** px that the columns may take without scrolling. */
  readonly room: number;
}

/** The table behind a grid: sorts its rows, each column by what it holds, and keeps the widths of its columns. */
export function useRecordTable(options: RecordTableOptions) {
  const { rows, columns, sort, onSort, chosenWidths, onWidths, room } = options;
  const kinds = useMemo(
    () =>
      columns.map((field) => {
        const values = rows.map((row) => row.fields[field] ?? '');
        const kind = columnKind(values);
        return { field, kind, need: columnNeed(field, kind, values) };
      }),
    [columns, rows],
  );
  const widths = useMemo((): ColumnWidths => {
    const taken = columns.reduce((total, field) => total + (chosenWidths[field] ?? 0), 0);
    const needs = kinds.map(({ need }) => need).filter(({ field }) => chosenWidths[field] === undefined);
    return { ...chosenWidths, ...shareWidth(needs, room - taken) };
  }, [columns, kinds, chosenWidths, room]);
  const definitions = useMemo(
    () =>
      helper.columns(
        kinds.map(({ field, kind }) =>
          helper.accessor((row) => row.fields[field] || undefined, {
            id: field,
            sortFn: (a, b) =>
              compareValues(kind, a.original.fields[field] ?? '', b.original.fields[field] ?? ''),
            // Records without a value come last, whichever way the column is sorted.
            sortUndefined: 'last',
            sortDescFirst: false,
          }),
        ),
      ),
    [kinds],
  );
  const data = useMemo(() => [...rows], [rows]);
  const sorting = useMemo<SortingState>(
    () => (sort !== null && columns.includes(sort.field) ? [{ id: sort.field, desc: sort.descending }] : []),
    [sort, columns],
  );
  return useTable({
    features,
    columns: definitions,
    data,
    defaultColumn,
    getRowId: (row) => row.id,
    state: { sorting, columnSizing: widths },
    columnResizeMode: 'onChange',
    onColumnSizingChange: (change) => {
      const next = typeof change === 'function' ? change(widths) : change;
      const reset = columns.find((field) => next[field] === undefined);
      // Once one column is dragged the others keep still, so that its edge stays under the pointer.
      onWidths(reset === undefined ? next : omit(chosenWidths, reset));
    },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      onSort(next === undefined ? null : { field: next.id, descending: next.desc });
    },
  });
}

export type RecordTable = ReturnType<typeof useRecordTable>;

function omit(widths: ColumnWidths, field: string): ColumnWidths {
  return Object.fromEntries(Object.entries(widths).filter(([name]) => name !== field));
}
