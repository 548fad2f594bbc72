import type { RefObject } from 'react';
import type { LineGridProps } from '../line-grid-props.ts';
import type { CellPlace, GridColumn, GridRow, GridSize } from '../model/grid-model.ts';
import type { GridSelection } from '../model/grid-selection.ts';

/**
 * The grid as it was drawn last. What answers keys and the mouse reads it when called, so that it needs no new functions with
 * every render, and sees what the command before it has changed.
 */
export interface GridNow {
  readonly props: LineGridProps;
  /** As they are seen. */
  readonly viewed: readonly GridRow[];
  /** The columns that are seen. */
  readonly shown: readonly GridColumn[];
  readonly columnIds: readonly string[];
  /** px, of the columns that are seen. */
  readonly widths: readonly number[];
  /** The empty row at the end included. */
  readonly size: GridSize;
  readonly selection: GridSelection;
}

/** Selects cells, and scrolls to the corner that moved unless `stays` is true: whole rows and columns are marked where they are. */
export type Select = (selection: GridSelection, stays?: boolean) => void;

export type GridNowRef = RefObject<GridNow>;

/** The value of a cell; empty for the empty row at the end. */
export function valueAt({ viewed, columnIds }: GridNow, { row, column }: CellPlace): string {
  return viewed[row]?.fields[columnIds[column] ?? ''] ?? '';
}

/** Why nothing can be typed into a cell; null when something can. */
export function whyFixedAt({ props, viewed, columnIds }: GridNow, { row, column }: CellPlace): string | null {
  const id = columnIds[column];
  return id === undefined ? null : props.whyFixed(viewed[row], id);
}

/** What is written to: rows and columns as they are seen. */
export function writeTarget({ props, viewed, columnIds }: GridNow) {
  const { canAdd, whyFixed, whyRefused } = props;
  return { rows: viewed, columns: columnIds, canAdd, whyFixed, whyRefused };
}
