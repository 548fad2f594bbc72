import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RunningDesk } from '../../e2e/harness/launch.ts';

const pictures = join(import.meta.dirname, '../../../test-results/screenshots');

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/**
 * Takes pictures of the window as it is now, in both appearances and two sizes. The appearance follows the system's, as on
 * a first start, so that an open dialog stays open.
 */
export async function takeLooks(desk: RunningDesk, window: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await resize(desk, window, size);
    for (const appearance of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme: appearance, reducedMotion: 'reduce' });
      await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', appearance);
      await window.screenshot({ path: join(pictures, `${appearance}-${size.width}`, `${name}.png`) });
    }
  }
}

async function resize(
  desk: RunningDesk,
  window: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(size.width);
}

/** Goes to a screen by the rail. */
export async function goTo(window: Page, screen: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: new RegExp(`^${screen}`) })
    .click();
  await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

/** Where the words are noted of what the system draws, which no picture of the window shows. */
export function wordsFile(name: string): string {
  mkdirSync(pictures, { recursive: true });
  return join(pictures, `${name}.json`);
}
