// npm run package: the installers of this platform into dist/, or, where the official Electron can't be had, the unpacked
// application for tests.
import { inCheckout } from './checkout.mjs';
import { runtimeInUse } from './electron-environment.mjs';
import { packageInstallers, packageUnpacked } from './package-app.mjs';
import { runMain } from './plain-failure.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp('window');
  if (runtimeInUse()?.kind === 'official') {
    await packageInstallers();
    console.log(`The installers are in ${inCheckout('dist')}.`);
    return;
  }
  await packageUnpacked();
  console.log(
    `The unpacked application is in ${inCheckout('dist')}. It holds the fallback Electron and is for tests only: ` +
      'no installers were made, since they need the official Electron from github.com.',
  );
});
