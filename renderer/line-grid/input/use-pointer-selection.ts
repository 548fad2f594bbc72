import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { assertNever } from '../../../shared/errors.ts';
import { gapAt, placeAt } from '../model/grid-measures.ts';
import type { CellPlace, CellRect } from '../model/grid-model.ts';
import { isInside } from '../model/grid-model.ts';
import { extendTo, selectBlock, selectCell, selectedRect } from '../model/grid-selection.ts';
import { drawnOut } from '../writing/fill-cells.ts';
import { moveIntoGap } from '../writing/moved-rows.ts';
import { type ContentPoint, followPointer } from './follow-pointer.ts';
import type { GridNowRef, Select } from './grid-now.ts';
import type { BlockActions } from './use-block-actions.ts';

interface PointerSelectionOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly now: GridNowRef;
  readonly select: Select;
  readonly block: BlockActions;
}

type Drag = { readonly kind: 'cells' | 'rows' } | { readonly kind: 'fill'; over: CellRect } | MoveDrag;

/** The marked rows; `pressed` is the one by whose head they are drawn. */
interface MoveDrag {
  readonly kind: 'move';
  readonly pressed: number;
  gap: number | null;
}

/** What shows of a drag before it is done: the block that would be filled, or the gap that the rows would go into. */
interface DragShown {
  readonly fillOver: CellRect | null;
  readonly dropGap: number | null;
}

const nothingShown: DragShown = { fillOver: null, dropGap: null };

/**
 * Selecting by mouse: a press marks, Shift reaches to it, dragging marks a block; the handle at its corner fills, and marked rows
 * are drawn to another place by their heads.
 */
export function usePointerSelection({ scroller, input, now, select, block }: PointerSelectionOptions) {
  const [shown, setShown] = useState<DragShown>(nothingShown);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const actions = useMemo(() => {
    const selectRow = (row: number): void => {
      const last = now.current.size.columns - 1;
      select(selectBlock({ row, column: 0 }, { row, column: last }), true);
    };
    const reach = (drag: Drag, point: ContentPoint): void => {
      const { selection, viewed, widths, size } = now.current;
      const marked = selectedRect(selection);
      const place = placeAt(point, widths, size);
      switch (drag.kind) {
        case 'cells':
          select(extendTo(selection, place));
          break;
        case 'rows':
          select({ ...selection, corner: { row: place.row, column: size.columns - 1 } }, true);
          break;
        case 'fill':
          drag.over = drawnOut(marked, place);
          setShown({ ...nothingShown, fillOver: drag.over });
          break;
        case 'move':
          reachGap(drag, gapAt(point.y, viewed.length));
          break;
        default:
          assertNever(drag);
      }
    };
    const reachGap = (drag: MoveDrag, gap: number): void => {
      const { selection, viewed, props } = now.current;
      const { top, bottom } = selectedRect(selection);
      const goes = moveIntoGap(viewed, top, Math.min(bottom, viewed.length - 1), gap) !== undefined;
      const reason = goes ? block.whyUnmovable() : null;
      drag.gap = goes ? gap : null;
      setShown({ ...nothingShown, dropGap: drag.gap });
      if (reason === null) return;
      stop.current();
      props.onSay('info', reason);
    };
    const drop = (drag: Drag): void => {
      if (drag.kind === 'fill') block.fillOut(drag.over);
      else if (drag.kind !== 'move') return;
      else if (drag.gap === null) selectRow(drag.pressed);
      else block.moveRowsInto(drag.gap);
    };
    const follow = (drag: Drag): void => {
      stop.current();
      if (scroller.current === null) return;
      stop.current = followPointer(scroller.current, {
        reach: (point) => reach(drag, point),
        drop: () => drop(drag),
        end: () => {
          setShown(nothingShown);
          stop.current = () => undefined;
        },
      });
    };

    const onCell = (event: PointerEvent, place: CellPlace): void => {
      const { selection } = now.current;
      if (event.button === 0) {
        select(event.shiftKey ? extendTo(selection, place) : selectCell(place));
        follow({ kind: 'cells' });
      } else if (!isInside(selectedRect(selection), place)) {
        // The menu of a right click is about the marked block when it is in it.
        select(selectCell(place));
      }
    };
    const onRowHead = (event: PointerEvent, row: number): void => {
      const { props, viewed, selection, size } = now.current;
      const { top, left, bottom, right } = selectedRect(selection);
      const isMarked = left === 0 && right === size.columns - 1 && row >= top && row <= bottom;
      if (event.button !== 0 && isMarked) return;
      if (event.button === 0 && isMarked && !event.shiftKey && props.canAdd && row < viewed.length) {
        // What is being typed is handed over first: its row may be among those that go.
        select(selection, true);
        follow({ kind: 'move', pressed: row, gap: null });
        return;
      }
      if (event.shiftKey) {
        const anchor = { row: selection.active.row, column: 0 };
        select(selectBlock(anchor, { row, column: size.columns - 1 }), true);
      } else selectRow(row);
      if (event.button === 0) follow({ kind: 'rows' });
    };

    return {
      /** A double click on the fill handle: down to the last row. */
      onFillDown: (): void => {
        const { selection, viewed } = now.current;
        const marked = selectedRect(selection);
        if (marked.bottom < viewed.length - 1) block.fillOut({ ...marked, bottom: viewed.length - 1 });
      },
      /** A press on the fill handle. */
      onFillHandle: (): void => follow({ kind: 'fill', over: selectedRect(now.current.selection) }),
      presses: {
        onPointerDown: (event: PointerEvent): void => {
          if (!(event.target instanceof Element) || event.target.closest('button') !== null) return;
          const cell = event.target.closest<HTMLElement>('[data-column]');
          const head = event.target.closest<HTMLElement>('[data-row-head]');
          if (cell !== null) {
            onCell(event, { row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
          } else if (head !== null) onRowHead(event, Number(head.dataset.rowHead));
        },
        // The input keeps the focus whatever is pressed in the grid; headings can be dragged, and buttons pressed.
        onMouseDown: (event: MouseEvent): void => {
          if (event.target instanceof Element && event.target.closest('button, input, [data-heading]'))
            return;
          event.preventDefault();
          input.current?.focus({ preventScroll: true });
        },
      },
    };
  }, [scroller, input, now, select, block]);

  return useMemo(() => ({ ...actions, ...shown }), [actions, shown]);
}
