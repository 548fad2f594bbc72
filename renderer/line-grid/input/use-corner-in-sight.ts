import { type RefObject, useLayoutEffect, useRef } from 'react';
import { boxOf, scrollToShow } from '../model/grid-measures.ts';
import { isSamePlace, rectOf } from '../model/grid-model.ts';
import type { GridSelection } from '../model/grid-selection.ts';

/** Scrolls so that the corner that moves is seen, when it moves: of a whole row or column the rest may stay out of sight. */
export function useCornerInSight(
  scroller: RefObject<HTMLDivElement | null>,
  { active, anchor, corner }: GridSelection,
  widths: readonly number[],
): void {
  const { row, column } = isSamePlace(active, anchor) ? corner : active;
  const latestWidths = useRef(widths);
  useLayoutEffect(() => {
    latestWidths.current = widths;
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const place = { row, column };
    const { scrollTop, scrollLeft, clientWidth: width, clientHeight: height } = element;
    const box = boxOf(rectOf(place, place), latestWidths.current);
    const to = scrollToShow(box, { scrollTop, scrollLeft, width, height });
    if (to.top !== scrollTop || to.left !== scrollLeft) element.scrollTo(to);
  }, [scroller, row, column]);
}
