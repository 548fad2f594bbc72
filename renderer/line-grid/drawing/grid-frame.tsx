import { type CSSProperties, type MouseEvent, type ReactNode, useMemo } from 'react';
import { moveColumn, resizeColumn } from '../columns/column-layout.ts';
import { GridHeadings } from '../columns/grid-headings.tsx';
import type { LineGridModel } from '../input/use-line-grid.ts';
import type { LineGridProps } from '../line-grid-props.ts';
import { HEAD_WIDTH, STATE_WIDTH } from '../model/grid-measures.ts';
import type { GridColumn } from '../model/grid-model.ts';
import { moveSelection, selectBlock, selectedRect } from '../model/grid-selection.ts';
import { fittedWidth } from '../model/text-width.ts';
import { GridBody } from './grid-body.tsx';
import classes from './grid-frame.module.css';
import { MarkedBlock } from './marked-block.tsx';

interface GridFrameProps {
  readonly grid: LineGridModel;
  readonly props: LineGridProps;
  readonly focused: boolean;
  /** The text input of the active cell. */
  readonly children: ReactNode;
}

/** What scrolls: the headings, the rows, and what is drawn over them. */
export function GridFrame({ grid, props, focused, children }: GridFrameProps) {
  const { gridId, scroller, now, table, shown, widths, widthsById, view, viewed, size, selection } = grid;
  const { pointer, editor, select, focusInput, numberAt, setMenuColumn } = grid;
  const { label, canWrite, canAdd, whyFixed, whyKept, lookOf, stateOf, drawRowHead } = props;
  const drawing = useMemo(
    () => ({ whyFixed, whyKept, lookOf, stateOf, drawRowHead, canWrite, canAdd }),
    [whyFixed, whyKept, lookOf, stateOf, drawRowHead, canWrite, canAdd],
  );
  const headingActions = useMemo(
    () => ({
      onPress: (column: number, extend: boolean) => {
        const { size: present, selection: before } = now.current;
        const from = extend ? before.active.column : column;
        select(selectBlock({ row: 0, column: from }, { row: present.rows - 1, column }), true);
        focusInput();
      },
      onAll: () => {
        const { selection: before, size: present } = now.current;
        const frame = { size: present, pageRows: 0, isFilled: () => false };
        select(moveSelection(before, { kind: 'all' }, frame), true);
        focusInput();
      },
      onMenu: setMenuColumn,
      onMove: (column: string, to: string) => {
        const { columns, layout, onLayout } = now.current.props;
        onLayout(moveColumn(columns, layout, column, to));
      },
      onFit: (column: GridColumn) => {
        const { props: present, viewed: rows } = now.current;
        present.onLayout(resizeColumn(present.layout, column.id, fittedWidth(column, rows)));
      },
    }),
    [now, select, focusInput, setMenuColumn],
  );

  const rect = selectedRect(selection);
  const asGrid = {
    role: 'grid',
    id: gridId,
    'aria-label': label,
    'aria-rowcount': size.rows + 1,
    'aria-colcount': shown.length + 2,
    'aria-multiselectable': true,
    'aria-readonly': !canWrite,
  };
  const style: CSSProperties & Record<'--grid-columns', string> = {
    '--grid-columns': `${HEAD_WIDTH}px ${widths.map((width) => `${width}px`).join(' ')} minmax(${STATE_WIDTH}px, 1fr)`,
  };
  const presses = {
    ...pointer.presses,
    onDoubleClick: (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-column]') !== null) editor.open();
    },
  };
  return (
    <div
      ref={scroller}
      {...presses}
      className={classes.frame}
      style={style}
      data-focused={focused || undefined}
      data-state-stays={grid.stateStays || undefined}
      data-moving={pointer.dropGap !== null || undefined}
    >
      <table {...asGrid} className={classes.table}>
        <GridHeadings
          columns={shown}
          markedFrom={rect.left}
          markedTo={rect.right}
          widths={widthsById}
          {...{ table, view }}
          {...headingActions}
        />
        <GridBody
          rows={viewed}
          columns={shown}
          numberOf={numberAt}
          onSeen={props.onSeen}
          {...{ gridId, scroller, size, selection, drawing }}
        />
      </table>
      {size.rows > 0 && (
        <>
          <MarkedBlock
            rect={rect}
            widths={widths}
            fillOver={pointer.fillOver}
            dropGap={pointer.dropGap}
            onFillDown={pointer.onFillDown}
            onFillHandle={canWrite && editor.mode === 'closed' ? pointer.onFillHandle : undefined}
          />
          {children}
        </>
      )}
    </div>
  );
}
