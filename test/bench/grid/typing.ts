import type { Page } from '@playwright/test';
import type { MeasuredGrid } from './measured-grid.ts';

/** Keys are pressed so often, and for so long at most: the untuned table takes half a second for each. */
const KEYS = 64;
const LIMIT_MS = 15_000;
/**
 * As fast as a quick typist: keys that come faster are a scanner's. Not evenly, so that keys fall at all moments between two
 * frames, in every grid alike.
 */
const pauseMs = (key: number): number => 62 + ((key * 7) % 17);

/**
 * Types into a cell in the middle of the grid. Answers, for each key, the milliseconds from the key event's own time stamp to the
 * first task after the frame in which the letter stands in the input. Event Timing would tell the same, but rounded to 8 ms, and
 * nothing of keys that take less than 16 ms.
 */
export async function timeKeys({ page, scroller, heading, clicks }: MeasuredGrid): Promise<number[]> {
  const { x, y } = await page.evaluate(scrollToMiddle, { scroller, heading: heading('DESCRIPTION') });
  await page.mouse.click(x, y, { clickCount: clicks });
  const watch = await page.evaluateHandle(watchKeys);
  const started = performance.now();
  for (let key = 0; key < KEYS && performance.now() - started < LIMIT_MS; key += 1) {
    await page.keyboard.press(String.fromCharCode(97 + (key % 26)), { delay: pauseMs(key) });
    await seeLetters(page, key + 1);
  }
  const times = await watch.evaluate(({ all }) => all());
  await page.keyboard.press('Escape');
  return times;
}

/** Where a letter takes longer than a person, no further key is pressed before it is seen: else they would pile up. */
async function seeLetters(page: Page, letters: number): Promise<void> {
  await page.waitForFunction((count) => {
    const input = document.activeElement;
    return input instanceof HTMLInputElement && input.value.length >= count;
  }, letters);
}

/** In the page: scrolls to the middle, lets that be drawn, and answers where a cell of the column is. */
async function scrollToMiddle({ scroller, heading }: { scroller: string; heading: string }) {
  const element = document.querySelector(scroller);
  const column = document.querySelector(heading);
  if (element === null || column === null) throw new Error('The grid is not there.');
  element.scrollTop = (element.scrollHeight - element.clientHeight) / 2;
  for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
  const { left } = column.getBoundingClientRect();
  const { top, height } = element.getBoundingClientRect();
  return { x: left + 30, y: top + height / 2 };
}

/** In the page: keeps what each key takes, until it is asked for all. */
function watchKeys(): { readonly all: () => Promise<number[]> } {
  const times: Promise<number>[] = [];
  let typed = '';
  const untilPainted = (wanted: string, since: number): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        const input = document.activeElement;
        if (!(input instanceof HTMLInputElement && input.value.startsWith(wanted))) {
          requestAnimationFrame(look);
          return;
        }
        // This runs before the frame is drawn; a message arrives after it.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - since);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const hear = ({ key, timeStamp }: KeyboardEvent): void => {
    if (key.length !== 1) return;
    typed += key;
    times.push(untilPainted(typed, timeStamp));
  };
  addEventListener('keydown', hear, true);
  return {
    all: () => {
      removeEventListener('keydown', hear, true);
      return Promise.all(times);
    },
  };
}
