import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LineGridModel } from '../input/use-line-grid.ts';
import { selectCell } from '../model/grid-selection.ts';
import { isPlain } from '../model/row-view.ts';
import { FindBar } from './find-bar.tsx';
import classes from './grid-toolbar.module.css';

interface GridToolbarProps {
  readonly grid: LineGridModel;
  readonly label: string;
  readonly title: ReactNode;
  readonly columnMenu: ReactNode;
  /** How many rows there are, whether they are seen or not. */
  readonly rowCount: number;
}

/** Above the grid: what it is, how it is looked at, finding, and the choice of columns. */
export function GridToolbar({ grid, label, title, columnMenu, rowCount }: GridToolbarProps) {
  const { table, view, viewed, columnIds, selection, findInput, select, focusInput } = grid;
  return (
    <div className={classes.toolbar}>
      {title}
      {!isPlain(view) && (
        <div className={classes.viewNote}>
          <span role="status">{viewWords(viewed.length, rowCount, view.sort !== null)}</span>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => {
              table.setSorting([]);
              table.setColumnFilters([]);
              focusInput();
            }}
          >
            Show as they are sent
          </Button>
        </div>
      )}
      <div className={classes.tools}>
        <FindBar
          label={label}
          rows={viewed}
          columns={columnIds}
          active={selection.active}
          inputRef={findInput}
          onShow={(place) => select(selectCell(place))}
          onDone={focusInput}
        />
        {columnMenu}
      </div>
    </div>
  );
}

function viewWords(seen: number, all: number, isSorted: boolean): string {
  const part = seen === all ? `${all} lines` : `${seen} of ${all} lines`;
  return isSorted ? `${part}, sorted for viewing alone` : part;
}
