import { boxOf, ROW_HEIGHT } from '../model/grid-measures.ts';
import type { CellRect } from '../model/grid-model.ts';
import classes from './marked-block.module.css';

interface MarkedBlockProps {
  readonly rect: CellRect;
  readonly widths: readonly number[];
  /** The block that the fill handle is being drawn to. */
  readonly fillOver: CellRect | null;
  /** The gap that the marked rows are being drawn to. */
  readonly dropGap: number | null;
  /** Undefined where nothing can be written, and while a cell is open: its input would lie over half of the handle. */
  readonly onFillHandle: (() => void) | undefined;
  /** A double click on it. */
  readonly onFillDown: () => void;
}

/** The frame around the marked cells, with the handle that fills its neighbours. */
export function MarkedBlock({ rect, widths, fillOver, dropGap, onFillHandle, onFillDown }: MarkedBlockProps) {
  return (
    <>
      {fillOver !== null && <div className={classes.fillOver} style={boxOf(fillOver, widths)} />}
      {dropGap !== null && (
        <div className={classes.dropLine} style={{ top: (dropGap + 1) * ROW_HEIGHT - 2 }} />
      )}
      <div className={classes.marked} style={boxOf(rect, widths)}>
        {onFillHandle !== undefined && (
          <div
            aria-hidden
            className={classes.fillHandle}
            title="Drag to fill, double-click to fill down to the last line (Ctrl+D fills down)"
            data-fill-handle
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.stopPropagation();
              event.preventDefault();
              onFillHandle();
            }}
            onDoubleClick={(event) => {
              event.stopPropagation();
              onFillDown();
            }}
          />
        )}
      </div>
    </>
  );
}
