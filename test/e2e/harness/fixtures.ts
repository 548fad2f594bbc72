import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import {
  createPracticeServer,
  type PracticeServer,
} from '../../../electron/practice-server/practice-server.ts';
import { chooseTestConnection } from './choose-test-connection.ts';
import { type LaunchOptions, launchOrderDesk, type RunningDesk } from './launch.ts';
import { openOwnDisplay } from './own-display.ts';

/** What every end-to-end test can ask for. */
export interface DeskFixtures {
  /** A folder of the test's own, empty at first and gone afterwards. A spec that needs something in it overrides this. */
  userDataDir: string;
  /** A practice server in the test's own process, so that the test can plan faults and count requests. */
  practice: PracticeServer;
  /** Starts Order Desk on the test's folder. What still runs at the end is closed, and no page may have had a problem. */
  launch: (options?: Partial<LaunchOptions>) => Promise<RunningDesk>;
  /** Order Desk, started. */
  desk: RunningDesk;
  /** Its window, ready for a person. */
  window: Page;
}

/** A first start: Order Desk on an empty folder, with its own practice server. */
export const test = base.extend<DeskFixtures, { readonly ownDisplay: undefined }>({
  ownDisplay: [
    async ({ browserName: _ }, use) => {
      await openOwnDisplay();
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  // Playwright reads what a fixture needs from its first parameter, which must be a pattern, and ours may not be empty.
  userDataDir: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'order-desk-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  practice: async ({ browserName: _ }, use) => {
    const server = await createPracticeServer();
    await use(server);
    await server.stop();
  },
  launch: async ({ userDataDir }, use) => {
    const launched: RunningDesk[] = [];
    await use(async (options = {}) => {
      const desk = await launchOrderDesk({ userDataDir, ...options });
      launched.push(desk);
      return desk;
    });
    for (const desk of launched) if (desk.isRunning()) await desk.quit();
    expect(launched.flatMap(({ problems }) => problems.unexpected())).toEqual([]);
  },
  desk: async ({ launch }, use) => use(await launch()),
  window: async ({ desk }, use) => use(await desk.readyWindow()),
});

/** As `test`, but a test connection to the test's `practice` is chosen before Order Desk starts, its secret in the keychain. */
export const testWithConnection = test.extend({
  userDataDir: async ({ userDataDir, practice }, use) => {
    await chooseTestConnection(userDataDir, practice);
    await use(userDataDir);
  },
});

export { expect };
