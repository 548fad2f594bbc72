import { type RefObject, useLayoutEffect, useRef } from 'react';
import { boxOf, scrollToShow, stayingStateWidth } from '../model/grid-measures.ts';
import { type CellPlace, isSamePlace, rectOf } from '../model/grid-model.ts';
import type { GridSelection } from '../model/grid-selection.ts';

interface CornerInSightOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly selection: GridSelection;
  /** True when the selection came at one stroke, as a whole column does: nothing is scrolled then. */
  readonly stays: boolean;
  readonly widths: readonly number[];
  readonly isOpen: boolean;
}

/**
 * Scrolls so that the corner that moves is seen, when it moves, and of a block only in the direction in which it moves: of a whole
 * row or column the rest may stay out of sight. The cell that opens is brought into sight too: left alone, the browser would
 * scroll it to below the headings. Where the grid itself is partly out of sight, since the window is low or magnified, what is
 * around it is scrolled as well.
 */
export function useCornerInSight(options: CornerInSightOptions): void {
  const { scroller, selection, isOpen } = options;
  const { active, anchor, corner } = selection;
  const { row, column } = isSamePlace(active, anchor) ? corner : active;
  const latest = useRef(options);
  const before = useRef<CellPlace>({ row, column });
  useLayoutEffect(() => {
    latest.current = options;
  });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { row, column };
    const { selection: present, stays, widths } = latest.current;
    const isBlock = !isSamePlace(present.active, { row, column });
    if (scroller.current === null || stays) return;
    show(scroller.current, { row, column }, widths, {
      down: !isBlock || row !== was.row,
      across: !isBlock || column !== was.column,
    });
    if (row !== was.row || column !== was.column) showOnScreen(scroller.current, { row, column }, widths);
  }, [scroller, row, column]);
  useLayoutEffect(() => {
    if (scroller.current === null || !isOpen) return;
    const { selection: present, widths } = latest.current;
    show(scroller.current, present.active, widths, { down: true, across: true });
    showOnScreen(scroller.current, present.active, widths);
  }, [scroller, isOpen]);
}

function show(
  element: HTMLDivElement,
  place: CellPlace,
  widths: readonly number[],
  { down, across }: { readonly down: boolean; readonly across: boolean },
): void {
  const { scrollTop, scrollLeft, clientWidth, clientHeight: height } = element;
  const width = clientWidth - stayingStateWidth(clientWidth);
  const to = scrollToShow(boxOf(rectOf(place, place), widths), { scrollTop, scrollLeft, width, height });
  const top = down ? to.top : scrollTop;
  const left = across ? to.left : scrollLeft;
  if (top !== scrollTop || left !== scrollLeft) element.scrollTo({ top, left });
}

function showOnScreen(element: HTMLDivElement, place: CellPlace, widths: readonly number[]): void {
  const around = scrollerAround(element);
  if (around === null) return;
  const box = boxOf(rectOf(place, place), widths);
  const top = element.getBoundingClientRect().top + box.top - element.scrollTop;
  const seen = around.getBoundingClientRect();
  const below = top + box.height - seen.bottom;
  const above = seen.top - top;
  if (below > 0) around.scrollBy({ top: below });
  else if (above > 0) around.scrollBy({ top: -above });
}

/** What scrolls the grid as a whole; null when all of it is in sight. */
function scrollerAround(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight && getComputedStyle(around).overflowY === 'auto') {
      return around;
    }
  }
  return null;
}
