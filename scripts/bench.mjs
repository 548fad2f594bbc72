// npm run bench: measures the built application. Arguments go to Playwright.
import { buildApp } from './build-app.mjs';
import { runMain } from './plain-failure.mjs';
import { runPlaywright } from './run-playwright.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp('session');
  await buildApp();
  return runPlaywright(['bench'], process.argv.slice(2));
});
