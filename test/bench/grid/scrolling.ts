import type { MeasuredGrid } from './measured-grid.ts';

/** A frame that takes longer is seen as a jerk. */
const LONG_MS = 50;
/** There and back. */
const SCROLL_MS = 5_000;

export interface ScrollFigures {
  readonly long: number;
  readonly longestMs: number;
  /** How far down it came, as a share of the whole. */
  readonly reached: number;
}

/** Scrolls from the first row to the last and back, a step in every frame, as when the scroll bar is drawn. */
export async function scrollEndToEnd({ page, scroller }: MeasuredGrid): Promise<ScrollFigures> {
  const { frames, reached } = await page.evaluate(scrollAndWatch, { scroller, ms: SCROLL_MS });
  return {
    long: frames.filter((frame) => frame > LONG_MS).length,
    longestMs: Math.max(...frames),
    reached,
  };
}

/** In the page: what each frame took, in milliseconds. */
async function scrollAndWatch({ scroller, ms }: { scroller: string; ms: number }) {
  const element = document.querySelector(scroller);
  if (element === null) throw new Error('The grid is not there.');
  const whole = element.scrollHeight - element.clientHeight;
  const frames: number[] = [];
  let reached = 0;
  const started = await new Promise<number>(requestAnimationFrame);
  let last = started;
  while (last - started < ms) {
    const done = (last - started) / ms;
    element.scrollTop = (1 - Math.abs(1 - 2 * done)) * whole;
    reached = Math.max(reached, element.scrollTop / whole);
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return { frames, reached };
}
