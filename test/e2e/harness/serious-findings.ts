import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe-core calls serious or critical on the page as it is now, as sentences that name the element. */
export async function seriousFindings(window: Page): Promise<string[]> {
  // Axe opens a page of its own for its last step, which Electron can't; the legacy mode does without.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target.join(' ')}`));
}
