import type { CellRect, CellWrite, GridRow, RowFields } from '../model/grid-model.ts';

/** Where values are written to. */
export interface WriteTarget {
  /** As they are seen. */
  readonly rows: readonly GridRow[];
  /** The columns that are seen, in order. */
  readonly columns: readonly string[];
  /** Whether values below the last row become rows of their own. */
  readonly canAdd: boolean;
  /** Why a cell can't be written; null when it can. Undefined is a row that comes with the writing. */
  readonly whyFixed: (row: GridRow | undefined, column: string) => string | null;
  /** Why no cell can hold a value; null when one can. */
  readonly whyRefused: (value: string) => string | null;
}

/** What is to be written, and what is left out. */
export interface WritePlan {
  readonly cells: readonly CellWrite[];
  /** Rows to come behind the last one, in order. */
  readonly added: readonly RowFields[];
  /** How many cells are left as they are, by the reason why they can't be written. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * Plans the writing of a block. `valueAt` answers the value for a cell by its place in the view; undefined leaves it alone.
 * Cells that have the value already are left out, and so are fixed ones and blank rows below the last.
 */
export function planWrite(
  { rows, columns, canAdd, whyFixed, whyRefused }: WriteTarget,
  { top, left, bottom, right }: CellRect,
  valueAt: (row: number, column: number) => string | undefined,
): WritePlan {
  const cells: CellWrite[] = [];
  const added: RowFields[] = [];
  const skipped = new Map<string, number>();
  const lastRow = canAdd ? bottom : Math.min(bottom, rows.length - 1);
  for (let at = top; at <= lastRow; at++) {
    const row = rows[at];
    const fields: Record<string, string> = {};
    for (let index = left; index <= right; index++) {
      const column = columns[index];
      const value = valueAt(at, index);
      if (column === undefined || value === undefined) continue;
      if (value === (row?.fields[column] ?? '')) continue;
      const reason = whyFixed(row, column) ?? whyRefused(value);
      if (reason !== null) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      else if (row !== undefined) cells.push({ rowId: row.id, column, value });
      else fields[column] = value;
    }
    if (Object.keys(fields).length > 0) added.push(fields);
  }
  return { cells, added, skipped };
}

/** True when the plan changes something. */
export function changesAnything({ cells, added }: WritePlan): boolean {
  return cells.length > 0 || added.length > 0;
}

/** What is said of the cells that were left as they are; one sentence for each reason. */
export function skippedWords({ skipped }: WritePlan): string {
  return [...skipped]
    .map(([reason, count]) => `${count === 1 ? '1 cell was' : `${count} cells were`} skipped: ${reason}`)
    .join(' ');
}
