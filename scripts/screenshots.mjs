// npm run screenshots: takes the pictures of the documentation anew.
import { buildApp } from './build-app.mjs';
import { runMain } from './plain-failure.mjs';
import { runPlaywright } from './run-playwright.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp('session');
  await buildApp();
  return runPlaywright(['screenshots'], process.argv.slice(2));
});
