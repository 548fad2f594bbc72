import type { JSHandle, Page } from '@playwright/test';

/** What the page shows when something is done: an element with a text, or with a value of an attribute. */
export interface Awaited {
  /** CSS */
  readonly selector: string;
  /** Without it, the element has any text or value. */
  readonly attribute?: { readonly name: string; readonly value: string };
}

/** The event that a measurement begins with. */
export type Begun =
  | { readonly event: 'click' | 'change' }
  /** A key with this name. */
  | { readonly event: 'keydown'; readonly key: string };

interface Watch {
  readonly painted: Promise<number>;
}

/**
 * Milliseconds from an event that `act` causes to the end of the first frame that shows what is awaited. From the event's own
 * time stamp, so that the time in which the page was too busy to take it counts; to the first task after the frame was drawn, so
 * that the page is free again.
 */
export async function timeToPainted(
  page: Page,
  begun: Begun,
  awaited: Awaited,
  act: () => Promise<void>,
): Promise<number> {
  const watch: JSHandle<Watch> = await page.evaluateHandle(startWatch, { begun, awaited });
  await act();
  return await watch.evaluate(({ painted }) => painted);
}

/** In the page: listens for the event. The promise is in an object, so that Playwright does not wait for it at once. */
function startWatch({ begun, awaited }: { begun: Begun; awaited: Awaited }): Watch {
  const isThere = (): boolean => {
    const element = document.querySelector(awaited.selector);
    if (element === null) return false;
    const { attribute } = awaited;
    if (attribute !== undefined) return element.getAttribute(attribute.name) === attribute.value;
    return (element instanceof HTMLInputElement ? element.value : element.textContent) !== '';
  };
  const painted = new Promise<number>((resolve) => {
    const look = (since: number): void => {
      if (!isThere()) {
        requestAnimationFrame(() => look(since));
        return;
      }
      // This runs before the frame is drawn; a message arrives after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - since);
      port2.postMessage(null);
    };
    const hear = (event: Event): void => {
      const isOther = begun.event === 'keydown' && (event as KeyboardEvent).key !== begun.key;
      if (isOther) return;
      removeEventListener(begun.event, hear, true);
      requestAnimationFrame(() => look(event.timeStamp));
    };
    addEventListener(begun.event, hear, true);
  });
  return { painted };
}
