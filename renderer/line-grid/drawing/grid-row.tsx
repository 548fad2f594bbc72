import { memo } from 'react';
import type { LineGridProps } from '../line-grid-props.ts';
import type { GridColumn, GridRow } from '../model/grid-model.ts';
import { GridCell } from './grid-cell.tsx';
import classes from './grid-row.module.css';

/** What rows are drawn with beside their own data. */
export type RowDrawing = Pick<
  LineGridProps,
  'whyFixed' | 'whyKept' | 'lookOf' | 'stateOf' | 'drawRowHead' | 'canWrite' | 'canAdd'
>;

interface GridRowViewProps {
  readonly gridId: string;
  /** Undefined is the empty row at the end. */
  readonly row: GridRow | undefined;
  readonly index: number;
  readonly number: string;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly drawing: RowDrawing;
  /** The first and the last marked column; -1 for none. */
  readonly markedFrom: number;
  readonly markedTo: number;
  /** -1 when the active cell is in another row. */
  readonly activeColumn: number;
}

/** In a grid a cell is a gridcell, which may say so. */
const asFixed = { 'aria-readonly': true };

/** A row: its number, its cells, and where it stands. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps) {
  const { gridId, row, index, number, top, columns, drawing, markedFrom, markedTo, activeColumn } = props;
  const state = row === undefined ? null : drawing.stateOf(row);
  const isKept = row !== undefined && drawing.whyKept(row) !== null;
  const isWhole = markedFrom === 0 && markedTo === columns.length - 1;
  const isGrabbed = drawing.canAdd && row !== undefined && isWhole && !isKept;
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      // Not by a transform, which would put the number of the row below the frame around the marked cells.
      style={{ top }}
      data-locked={isKept || undefined}
      data-next={row === undefined || undefined}
    >
      <th
        scope="row"
        aria-colindex={1}
        className={classes.number}
        aria-label={row === undefined ? 'New line' : undefined}
        data-row-head={index}
        data-marked={markedFrom >= 0 || undefined}
        data-grabbed={isGrabbed || undefined}
        title={isGrabbed ? 'Drag to another place (or Alt+Shift+↑ and ↓)' : undefined}
      >
        {row !== undefined && drawing.drawRowHead(row)}
        {row === undefined ? '+' : number}
      </th>
      {columns.map(({ id, isFigure }, column) => (
        <GridCell
          key={id}
          id={cellId(gridId, index, column)}
          row={index}
          column={column}
          field={id}
          value={row?.fields[id] ?? ''}
          isFigure={isFigure}
          isFixed={drawing.canWrite && drawing.whyFixed(row, id) !== null}
          isMarked={column >= markedFrom && column <= markedTo}
          isActive={column === activeColumn}
          look={row === undefined ? null : drawing.lookOf(row, id)}
        />
      ))}
      <td
        aria-colindex={columns.length + 2}
        {...asFixed}
        className={classes.state}
        data-tone={state?.tone}
        title={state?.words}
      >
        {state?.words}
      </td>
    </tr>
  );
});

/** The id of a cell's element, by where it stands. */
export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}
