import { ROW_HEIGHT } from '../model/grid-measures.ts';

/** Where the pointer is, in px from the upper left corner of the scrolled content. */
export interface ContentPoint {
  readonly x: number;
  readonly y: number;
}

interface Following {
  /** The pointer has moved, or the content below it; the point is kept within what is seen. */
  readonly reach: (point: ContentPoint) => void;
  /** The pointer was let go. */
  readonly drop: () => void;
  /** After that, or when it was called off by Escape or by the system. */
  readonly end: () => void;
}

/** px that the content is scrolled by at a time while the pointer is held beyond an edge. */
const SCROLL_STEP = 24;
const SCROLL_MS = 40;

/** Follows the pressed pointer over what scrolls, scrolling at its edges. Answers how to stop, with nothing dropped. */
export function followPointer(scroller: HTMLElement, { reach, drop, end }: Following): () => void {
  let at: ContentPoint | null = null;

  const tell = ({ x, y }: ContentPoint): void => {
    const { left, top } = scroller.getBoundingClientRect();
    const inX = clamp(x - left, scroller.clientWidth - 1);
    const inY = clamp(y - top, scroller.clientHeight - 1);
    reach({ x: inX + scroller.scrollLeft, y: inY + scroller.scrollTop });
  };
  const onMove = ({ clientX: x, clientY: y }: PointerEvent): void => {
    at = { x, y };
    tell(at);
  };
  const timer = setInterval(() => {
    if (at === null) return;
    const { left, top, right, bottom } = scroller.getBoundingClientRect();
    // The headings lie over the uppermost row.
    const down = beyond(at.y, top + ROW_HEIGHT, bottom) * SCROLL_STEP;
    const across = beyond(at.x, left, right) * SCROLL_STEP;
    if (down === 0 && across === 0) return;
    scroller.scrollBy({ top: down, left: across });
    tell(at);
  }, SCROLL_MS);
  const onUp = (): void => {
    stop();
    drop();
    end();
  };
  const callOff = (): void => {
    stop();
    end();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    callOff();
  };
  const stop = (): void => {
    clearInterval(timer);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', callOff);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', callOff);
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return callOff;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

function beyond(value: number, low: number, high: number): -1 | 0 | 1 {
  if (value < low) return -1;
  return value > high ? 1 : 0;
}
