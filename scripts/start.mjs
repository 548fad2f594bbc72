// npm start: sets up what is missing, builds what has changed, and opens Order Desk.
import { buildApp } from './build-app.mjs';
import { checkout, inCheckout } from './checkout.mjs';
import { expectSandbox, hasDisplay, windowSwitches } from './display.mjs';
import { electronEnvironment, runtimeInUse } from './electron-environment.mjs';
import { runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';
import { runPlaywright } from './run-playwright.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const onScreen = hasDisplay();
  await setUp(onScreen ? 'window' : 'session');
  await buildApp();
  return onScreen ? openWindow() : doMainJobUnseen();
});

async function openWindow() {
  const { ELECTRON_EXEC_PATH: electron = '', ...env } = electronEnvironment();
  const runtime = runtimeInUse();
  if (runtime !== undefined) expectSandbox(runtime);
  return runInTerminal(electron, [...windowSwitches(), checkout, ...process.argv.slice(2)], {
    env: { ...process.env, ...env },
  });
}

/** Where there is no screen: the main job is done on a virtual one, by the very application, and can be seen afterwards. */
async function doMainJobUnseen() {
  const folder = inCheckout('test-results', 'first-run');
  console.log('There is no display here, so Order Desk does its main job on a virtual one.');
  const code = await runPlaywright(['first-run'], [], { ORDER_DESK_SCREENSHOTS: folder });
  console.log(
    code === 0 ? `Screenshots of each step: ${folder}` : `The main job failed. What could be seen: ${folder}`,
  );
  return code;
}
