import type { JSHandle, Page } from '@playwright/test';

/** How long the thread that draws was busy at one stretch, in milliseconds. */
export interface ThreadFigures {
  /** The longest of the tasks above 50 ms, as Chromium counts them; 0 when there was none. */
  readonly longestTaskMs: number;
  /** How many were above 50 ms. */
  readonly longTasks: number;
  /** The longest time in which a timer was not served: tasks in a row, and what the machine did besides. */
  readonly longestGapMs: number;
}

interface Watch {
  readonly stop: () => ThreadFigures;
}

/** Watches the page's thread while something is done. */
export async function watchingThread<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly thread: ThreadFigures }> {
  const watch: JSHandle<Watch> = await page.evaluateHandle(startWatch);
  const done = await work();
  const thread = await watch.evaluate(({ stop }) => stop());
  await watch.dispose();
  return { done, thread };
}

/** In the page. */
function startWatch(): Watch {
  const tasks: number[] = [];
  const take = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) tasks.push(duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let longestGapMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last);
    last = now;
  }, 1);
  return {
    stop: () => {
      take(observer.takeRecords());
      observer.disconnect();
      clearInterval(timer);
      return { longestTaskMs: Math.max(0, ...tasks), longTasks: tasks.length, longestGapMs };
    },
  };
}
