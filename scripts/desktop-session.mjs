// A desktop for tests: a virtual display, a message bus and an unlocked keyring, all of its own, so that nothing reaches the
// person's screen, files or keyring. From the command line: node scripts/desktop-session.mjs -- COMMAND [ARGUMENT]...
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endMarkedProcesses, sessionMark } from './desktop-session/marked-processes.mjs';
import { startDisplay, startKeyring, startMessageBus } from './desktop-session/services.mjs';
import { electronEnvironment } from './electron-environment.mjs';
import { isMainScript, PlainFailure, runMain } from './plain-failure.mjs';
import { runInTerminal } from './run-command.mjs';

/**
 * Runs a command in a desktop session of its own and answers its exit code. Inside such a session it joins that one; on
 * Windows and macOS it runs on the person's desktop, for there is no other.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export async function runInDesktopSession(command, args, { env = process.env } = {}) {
  if (process.platform !== 'linux' || env[sessionMark] !== undefined)
    return runInTerminal(command, args, { env });
  const folder = mkdtempSync(join(tmpdir(), 'order-desk-session-'));
  try {
    return await runInTerminal(command, args, { env: await openSession(folder, env) });
  } finally {
    await endMarkedProcesses(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts the session's services. Answers the environment of what runs in it.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} outer
 */
async function openSession(folder, outer) {
  const { WAYLAND_DISPLAY: _wayland, ...inherited } = outer;
  const own = { ...inherited, ...ownFolders(folder), [sessionMark]: folder };
  const bare = {
    ...own,
    XDG_SESSION_TYPE: 'x11',
    GSETTINGS_BACKEND: 'memory', // No settings service of the desktop's.
    NO_AT_BRIDGE: '1', // No accessibility service of the desktop's.
  };
  const [display, bus] = await Promise.all([startDisplay(folder, bare), startMessageBus(folder, bare)]);
  const env = { ...bare, ...display, ...bus };
  await startKeyring(env);
  return env;
}

/** @param {string} folder */
function ownFolders(folder) {
  const folders = Object.fromEntries(
    ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR'].map(
      (name) => [name, join(folder, name.toLowerCase())],
    ),
  );
  for (const path of Object.values(folders)) mkdirSync(path, { mode: 0o700 });
  return folders;
}

async function main() {
  const args = process.argv.slice(2);
  const [command, ...rest] = args[0] === '--' ? args.slice(1) : args;
  if (command === undefined) {
    throw new PlainFailure('Say what to run: node scripts/desktop-session.mjs -- COMMAND [ARGUMENT]...');
  }
  return runInDesktopSession(command, rest, { env: { ...process.env, ...electronEnvironment() } });
}

if (isMainScript(import.meta.url)) await runMain(main);
