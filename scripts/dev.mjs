// npm run dev: Order Desk with hot reload: the page at once, the main process by a restart. Arguments after "--" go to the application.
import { forgetBuild } from './build-app.mjs';
import { expectSandbox, hasDisplay, sandboxSwitches } from './display.mjs';
import { electronEnvironment, runtimeInUse } from './electron-environment.mjs';
import { packageProgram } from './package-program.mjs';
import { PlainFailure, runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  if (!hasDisplay()) {
    throw new PlainFailure(
      'There is no display here for the window: run "node scripts/desktop-session.mjs -- npm run dev" to develop on a virtual one.',
    );
  }
  await setUp('window');
  const runtime = runtimeInUse();
  if (runtime !== undefined) expectSandbox(runtime);
  forgetBuild(); // Development builds go to the same folder.
  return runInTerminal(
    process.execPath,
    [packageProgram('electron-vite'), 'dev', '--watch', '--', ...process.argv.slice(2)],
    {
      env: {
        ...process.env,
        ...electronEnvironment(),
        ...(sandboxSwitches().length > 0 ? { NO_SANDBOX: '1' } : {}), // How electron-vite is told.
      },
    },
  );
});
