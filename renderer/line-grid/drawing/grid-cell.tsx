import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { aboutWords, type CellLook, type CellState } from '../model/grid-model.ts';
import classes from './grid-cell.module.css';

interface GridCellProps {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly value: string;
  readonly isFigure: boolean;
  readonly isFixed: boolean;
  readonly isMarked: boolean;
  readonly isActive: boolean;
  readonly look: CellLook | null;
}

/** A cell: its value, what stood there before, and a sign for its state. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { id, row, column, field, value, isFigure, isFixed, isMarked, isActive, look } = props;
  const words = aboutWords([look?.problem, look?.warning, look?.words]);
  const title = [value.length > LONG ? value : '', words].filter((line) => line !== '').join('\n');
  const { state = null, was = null } = look ?? {};
  const isChanged = was !== null && state !== 'conflict';
  const stands = [isChanged ? stateWords.changed : '', state === null ? '' : stateWords[state]];
  const described = aboutWords([[...new Set(stands)].filter((one) => one !== '').join(', '), look?.warning]);
  const asGridCell = {
    'aria-colindex': column + 2,
    'aria-selected': isMarked,
    'aria-readonly': isFixed,
    'aria-invalid': look?.problem != null || undefined,
    'aria-description': described === '' ? undefined : described,
  };
  return (
    <td
      id={id}
      className={classes.cell}
      {...asGridCell}
      title={title === '' ? undefined : title}
      data-row={row}
      data-column={column}
      data-field={field}
      data-figure={isFigure || undefined}
      data-fixed={isFixed || undefined}
      data-marked={isMarked || undefined}
      data-active={isActive || undefined}
      data-changed={isChanged || undefined}
      data-state={state ?? undefined}
    >
      {was !== null && (
        <del className={classes.was} aria-hidden>
          {was === '' ? '(empty)' : was}
        </del>
      )}
      {look !== null && look.aside !== '' && (
        <small className={classes.aside} data-warning={look.warning !== null || undefined} aria-hidden>
          {look.warning !== null && <TriangleAlert size={11} aria-hidden />}
          {look.aside}
        </small>
      )}
      <span className={classes.value}>{value}</span>
    </td>
  );
});

/** Texts of more letters are likely to be cut off. */
const LONG = 16;

/** For screen readers; a corner of the cell shows the same as a colour and a form. */
const stateWords: Readonly<Record<CellState, string>> = {
  changed: 'changed',
  saving: 'saving',
  saved: 'saved',
  conflict: 'in conflict with PIMS',
  sent: 'sent',
};
