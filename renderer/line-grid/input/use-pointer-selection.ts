import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { placeAt } from '../model/grid-measures.ts';
import type { CellPlace, CellRect } from '../model/grid-model.ts';
import { isInside } from '../model/grid-model.ts';
import { extendTo, selectBlock, selectCell, selectedRect } from '../model/grid-selection.ts';
import { drawnOut } from '../writing/fill-cells.ts';
import type { GridNowRef, Select } from './grid-now.ts';

interface PointerSelectionOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly now: GridNowRef;
  readonly select: Select;
  readonly onFillOut: (over: CellRect) => void;
}

type Drag = { readonly kind: 'cells' | 'rows' } | { readonly kind: 'fill'; over: CellRect };

/** px that the content is scrolled by at a time while the pointer is held beyond an edge. */
const SCROLL_STEP = 24;
const SCROLL_MS = 40;

/** Selecting by mouse: a press marks, Shift reaches to it, dragging marks a block; the handle at its corner fills. */
export function usePointerSelection(options: PointerSelectionOptions) {
  const { scroller, input, now, select, onFillOut } = options;
  const [fillOver, setFillOver] = useState<CellRect | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const actions = useMemo(() => {
    const placeOf = (x: number, y: number): CellPlace => {
      const element = scroller.current;
      const { widths, size } = now.current;
      if (element === null) return { row: 0, column: 0 };
      const rect = element.getBoundingClientRect();
      const inX = Math.max(rect.left, Math.min(x, rect.left + element.clientWidth - 1));
      const inY = Math.max(rect.top, Math.min(y, rect.top + element.clientHeight - 1));
      const point = { x: inX - rect.left + element.scrollLeft, y: inY - rect.top + element.scrollTop };
      return placeAt(point, widths, size);
    };

    /** Follows the pointer until it is let go. */
    const follow = (drag: Drag): void => {
      stop.current();
      let at = { x: 0, y: 0 };
      let moved = false;
      const reach = (): void => {
        const { selection, size } = now.current;
        const place = placeOf(at.x, at.y);
        if (drag.kind === 'fill') {
          drag.over = drawnOut(selectedRect(selection), place);
          setFillOver(drag.over);
        } else if (drag.kind === 'rows') {
          select({ ...selection, corner: { row: place.row, column: size.columns - 1 } }, true);
        } else select(extendTo(selection, place));
      };
      const onMove = (event: globalThis.PointerEvent): void => {
        at = { x: event.clientX, y: event.clientY };
        moved = true;
        reach();
      };
      const timer = setInterval(() => {
        const element = scroller.current;
        if (element === null || !moved) return;
        const rect = element.getBoundingClientRect();
        const beyond = (value: number, low: number, high: number) =>
          value < low ? -1 : value > high ? 1 : 0;
        const top = beyond(at.y, rect.top, rect.bottom) * SCROLL_STEP;
        const left = beyond(at.x, rect.left, rect.right) * SCROLL_STEP;
        if (top === 0 && left === 0) return;
        element.scrollBy({ top, left });
        reach();
      }, SCROLL_MS);
      const end = (): void => {
        clearInterval(timer);
        window.removeEventListener('pointermove', onMove);
        window.removeEventListener('pointerup', onUp);
        window.removeEventListener('pointercancel', end);
        setFillOver(null);
        stop.current = () => undefined;
      };
      const onUp = (): void => {
        end();
        if (drag.kind === 'fill') onFillOut(drag.over);
      };
      stop.current = end;
      window.addEventListener('pointermove', onMove);
      window.addEventListener('pointerup', onUp);
      window.addEventListener('pointercancel', end);
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
      const { selection, size } = now.current;
      const { top, left, bottom, right } = selectedRect(selection);
      const isMarked = left === 0 && right === size.columns - 1 && row >= top && row <= bottom;
      if (event.button !== 0 && isMarked) return;
      const anchor = { row: event.shiftKey ? selection.active.row : row, column: 0 };
      select(selectBlock(anchor, { row, column: size.columns - 1 }), true);
      if (event.button === 0) follow({ kind: 'rows' });
    };

    return {
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
  }, [scroller, input, now, select, onFillOut]);

  return useMemo(() => ({ ...actions, fillOver }), [actions, fillOver]);
}
