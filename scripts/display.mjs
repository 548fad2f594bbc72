import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from './plain-failure.mjs';

/** Whether there is a screen that a window can open on. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Switches for an Electron that opens its window on the person's own desktop. */
export function windowSwitches(env = process.env) {
  const waylandAlone = env.WAYLAND_DISPLAY && !env.DISPLAY;
  return [...sandboxSwitches(), ...(waylandAlone ? ['--ozone-platform-hint=auto'] : [])];
}

/** Chromium's sandbox can't be had by root. Everyone else keeps it. */
export function sandboxSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Throws a PlainFailure where this Linux lets no ordinary program make a sandbox and Electron's helper has not been given the
 * right to: Electron would end with a crash report.
 * @param {{ folder: string }} runtime
 */
export function expectSandbox({ folder }) {
  if (process.platform !== 'linux' || sandboxSwitches().length > 0) return;
  const helper = join(folder, 'chrome-sandbox');
  const state = statSync(helper, { throwIfNoEntry: false });
  const helperMay = state !== undefined && state.uid === 0 && (state.mode & 0o4000) !== 0;
  if (helperMay || !namespacesAreRefused()) return;
  throw new PlainFailure(
    `This Linux does not let Electron make its sandbox. Run this once and then the command again:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

function namespacesAreRefused() {
  const setting = (/** @type {string} */ name) => {
    const file = join('/proc/sys', name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  };
  return (
    setting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('kernel/unprivileged_userns_clone') === '0' ||
    setting('user/max_user_namespaces') === '0'
  );
}
