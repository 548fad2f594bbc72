// Installs what is missing to start, test or package Order Desk. A second run finds everything in place and does nothing.
// Runs before anything is installed: Node's own modules only.

import { inCheckout } from './checkout.mjs';
import { withFolderLock } from './folder-lock.mjs';
import { isMainScript, runMain } from './plain-failure.mjs';
import { electronRuntimeIsReady, installElectronRuntime, runtimeNotice } from './setup/electron-runtime.mjs';
import { installNodeModules, nodeModulesAreReady } from './setup/node-modules.mjs';
import { expectNode } from './setup/node-version.mjs';
import { installSystemPackages, missingSystemPackages } from './setup/system-packages.mjs';

/**
 * What a command needs: `modules` node modules alone; `window` also what Electron takes to run on the person's desktop;
 * `session` also a desktop of its own (desktop-session.mjs).
 * @typedef {'modules' | 'window' | 'session'} SetupPurpose
 */

/**
 * @param {SetupPurpose} purpose
 */
export async function setUp(purpose) {
  expectNode(process.versions.node);
  if (!(await isSetUp(purpose)))
    await withFolderLock(inCheckout('.setup-lock'), () => installMissing(purpose));
  const notice = purpose === 'modules' ? undefined : runtimeNotice();
  if (notice !== undefined) console.log(notice);
}

/** @param {SetupPurpose} purpose */
async function isSetUp(purpose) {
  if (!nodeModulesAreReady()) return false;
  if (purpose === 'modules') return true;
  return electronRuntimeIsReady() && (await missingSystemPackages(runNeeds(purpose))).length === 0;
}

/** @param {SetupPurpose} purpose */
async function installMissing(purpose) {
  const modulesReady = nodeModulesAreReady();
  const missing = await missingSystemPackages([
    ...(modulesReady ? [] : /** @type {const} */ (['build'])),
    ...runNeeds(purpose),
  ]);
  if (missing.length > 0) await installSystemPackages(missing);
  if (!modulesReady) await installNodeModules();
  if (purpose !== 'modules' && !electronRuntimeIsReady()) await installElectronRuntime();
}

/**
 * @param {SetupPurpose} purpose
 * @returns {('window' | 'session')[]}
 */
function runNeeds(purpose) {
  if (purpose === 'modules') return [];
  return purpose === 'window' ? ['window'] : ['window', 'session'];
}

if (isMainScript(import.meta.url)) await runMain(() => setUp('session'));
