import { defineConfig } from '@playwright/test';

// Every project drives the built application in real Electron. Run them through the scripts (npm test, npm run screenshots,
// npm run bench), which set up, build and give them a desktop of their own. The first run puts its pictures where
// ORDER_DESK_SCREENSHOTS says (scripts/start.mjs).
export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results/playwright',
  timeout: 90_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'kills', testMatch: 'kills/**/*.spec.ts' },
    { name: 'package', testMatch: 'package/**/*.spec.ts', workers: 1 },
    { name: 'screenshots', testMatch: 'screenshots/**/*.spec.ts', workers: 1 },
    { name: 'first-run', testMatch: 'first-run/**/*.spec.ts', workers: 1 },
    { name: 'bench', testMatch: 'bench/**/*.bench.ts', workers: 1, timeout: 600_000 },
  ],
});
