import type { Page } from '@playwright/test';

/** Between two keys of a usual scanner, in milliseconds. */
const GAP_MS = 5;

/**
 * Scans a code as a scanner does that poses as a keyboard: keys without a pause, and Enter. The times of the keys are given to the
 * browser, since the way from here to there takes longer than a scanner.
 */
export async function scan(window: Page, code: string, gapMs = GAP_MS): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const start = Date.now();
  const keys = [...[...code].map((key) => ({ key, text: key })), { key: 'Enter', text: '\r' }];
  await Promise.all(
    keys.flatMap(({ key, text }, index) => {
      const timestamp = (start + index * gapMs) / 1_000;
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
      ];
    }),
  );
  await session.detach();
}
