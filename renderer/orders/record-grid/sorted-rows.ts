import {
  type ColumnSizingState,
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
import { type ColumnKind, columnKind, compareValues } from '../../../shared/orders/compare-values.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

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
  readonly initialSizes: ColumnSizingState;
}

/** The table behind a grid: sorts its rows, each column by what it holds, and keeps the widths of its columns. */
export function useRecordTable({ rows, columns, sort, onSort, initialSizes }: RecordTableOptions) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((field) => {
          const kind = columnKind(rows.map((row) => row.fields[field] ?? ''));
          return helper.accessor((row) => row.fields[field] || undefined, {
            id: field,
            size: widthFor(field, kind),
            sortFn: (a, b) =>
              compareValues(kind, a.original.fields[field] ?? '', b.original.fields[field] ?? ''),
            // Records without a value come last, whichever way the column is sorted.
            sortUndefined: 'last',
            sortDescFirst: false,
          });
        }),
      ),
    [columns, rows],
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
    state: { sorting },
    initialState: { columnSizing: initialSizes },
    columnResizeMode: 'onChange',
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      onSort(next === undefined ? null : { field: next.id, descending: next.desc });
    },
  });
}

export type RecordTable = ReturnType<typeof useRecordTable>;

const widths: Readonly<Record<string, number>> = {
  ORDER_NUMBER: 120,
  REFERENCE_NUMBER: 150,
  CUSTOMER_CODE: 140,
  ORDER_TYPE: 120,
  ORDER_STATUS: 100,
  Lock: 58,
  LINE_NUMBER: 64,
  PART_CODE: 170,
  DESCRIPTION: 330,
};

/** True for columns of quantities and amounts, which stand at the right; numbers that are names, such as an order's, do not. */
export function isFigure(field: string): boolean {
  return /QUANTITY|QTY|SHIPPED|PRICE|TOTAL|^TAX|DISCOUNT|AMOUNT|COST/.test(field);
}

function widthFor(field: string, kind: ColumnKind): number {
  const known = widths[field];
  if (known !== undefined) return known;
  return kind === 'text' ? 190 : 120;
}
