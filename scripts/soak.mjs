// npm run soak -- --schedules 20000 [--seed 1]: many random schedules of the outbox model.
import { withOutboxModel } from './outbox-model.mjs';
import { runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp('modules');
  return withOutboxModel(null, (program) =>
    runInTerminal(process.execPath, [program, ...process.argv.slice(2)]),
  );
});
