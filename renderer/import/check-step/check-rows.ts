import type { RowEdit, RowProblem } from '../../../shared/import/check/checked-row.ts';
import type { ImportMapping } from '../../../shared/import/columns/import-mapping.ts';
import type { FieldName } from '../../../shared/import/fields/import-fields.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { CellLook, GridColumn, GridRow, RowFields } from '../../line-grid/model/grid-model.ts';
import type { ShownRow } from '../session/import-snapshot.ts';

/** A checked row as the grid takes it. Its fields are put together when it is looked at: of 100,000 rows few ever are. */
export class CheckGridRow implements GridRow {
  readonly row: ShownRow;
  #fields: RowFields | null = null;

  constructor(row: ShownRow) {
    this.row = row;
  }

  get id(): string {
    return String(this.row.id);
  }

  /** The fields of its order stand beside those of its line. */
  get fields(): RowFields {
    if (this.#fields === null) {
      const fields: Record<string, string> = { ...this.row.fields };
      for (const [field, value] of Object.entries(this.row.order)) {
        fields[columnOf({ table: 'ORDERS', field })] = value;
      }
      this.#fields = fields;
    }
    return this.#fields;
  }
}

/**
 * Makes the rows of the grid. A row that is the same object as before stays the same object, so that it is not drawn again. It
 * remembers them by their ids: 100,000 of them in a `WeakMap` would hold the page up noticeably.
 */
export function gridRowMaker(): (rows: readonly ShownRow[]) => CheckGridRow[] {
  const made: (CheckGridRow | undefined)[] = [];
  return (rows) =>
    rows.map((row) => {
      const known = made[row.id];
      if (known?.row === row) return known;
      const gridRow = new CheckGridRow(row);
      made[row.id] = gridRow;
      return gridRow;
    });
}

/** Fields of the order have columns of their own: both tables know a field of the same name. */
export function columnOf({ table, field }: FieldName): string {
  return table === 'ORDERS' ? `ORDERS.${field}` : field;
}

/** The field of a column. */
export function fieldOfColumn(column: string): FieldName {
  return column.startsWith('ORDERS.')
    ? { table: 'ORDERS', field: column.slice('ORDERS.'.length) }
    : { table: 'ORDER_LINEITEMS', field: column };
}

/** Always there, so that what is missing can be typed. */
const firstFields = ['PART_CODE', 'DESCRIPTION', 'QUANTITY'] as const;

/** The columns: the line's fields that the mapping fills, and behind them those of the order. */
export function checkColumns({ fields }: ImportMapping, withOrderFields: boolean): GridColumn[] {
  const lines = fields.filter(({ table }) => table === 'ORDER_LINEITEMS').map(({ field }) => field);
  const orders = fields.filter(({ table }) => withOrderFields && table === 'ORDERS');
  const names: FieldName[] = [
    ...[...new Set([...firstFields, ...lines])].map((field) => ({
      table: 'ORDER_LINEITEMS' as const,
      field,
    })),
    ...orders,
  ];
  return names.map((name) => ({
    id: columnOf(name),
    label: fieldLabel(name.field),
    isFigure: /QUANTITY|PRICE|DISCOUNT/.test(name.field),
    width: widths[name.field] ?? 120,
  }));
}

const widths: Readonly<Record<string, number>> = { PART_CODE: 130, DESCRIPTION: 220, QUANTITY: 92 };

/** What is to be seen of a cell: what is wrong with it, or what the person should know of it. */
export function checkLook({ row }: CheckGridRow, column: string): CellLook | null {
  const { table, field } = fieldOfColumn(column);
  // What is the matter with a row as a whole is told of its first cell.
  const here = row.problems.filter((problem) =>
    problem.field === null ? field === 'PART_CODE' : problem.table === table && problem.field === field,
  );
  if (here.length === 0 || row.isLeftOut) return null;
  const error = here.find(({ isError }) => isError);
  const remarks = here.filter(({ isError }) => !isError);
  const [first] = remarks;
  return {
    problem: error?.message ?? null,
    state: null,
    was: null,
    words: '',
    aside: first === undefined ? '' : asideOf(first),
    warning: first === undefined ? null : remarks.map(({ message }) => message).join(' '),
  };
}

/** A remark in a word, beside the value. */
function asideOf({ kind, proposals }: RowProblem): string {
  const [only] = proposals;
  if (only !== undefined && proposals.length === 1) return `${only.value}?`;
  switch (kind) {
    case 'duplicate-part':
      return 'twice';
    case 'short-stock':
      return 'short';
    default:
      return 'see';
  }
}

/** Cells that were written, as edits of rows. */
export function rowEdits(
  cells: readonly { readonly rowId: string; readonly column: string; readonly value: string }[],
): RowEdit[] {
  return cells.map(({ rowId, column, value }) => ({ id: Number(rowId), ...fieldOfColumn(column), value }));
}
