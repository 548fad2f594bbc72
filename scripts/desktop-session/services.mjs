import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainFailure } from '../plain-failure.mjs';
import { runQuietly } from '../run-command.mjs';
import { writeXAuthority } from './x-authority.mjs';

const startLimitMs = 20_000;
const screen = '1600x1000x24';

/**
 * Starts a virtual display on a number that the server itself picks. Answers the environment of its clients.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export async function startDisplay(folder, env) {
  const authority = join(folder, 'x-authority');
  writeXAuthority(authority);
  const server = startService(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority],
    { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const number = await firstLine(server, 3);
  return { DISPLAY: `:${number}`, XAUTHORITY: authority };
}

/**
 * Starts a message bus of its own, which starts no services by itself: what runs in the session is what we start. Answers the environment of its clients.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export async function startMessageBus(folder, env) {
  const configuration = join(folder, 'bus.conf');
  writeFileSync(
    configuration,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${join(folder, 'bus')}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  const bus = startService(
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--nopidfile', '--nosyslog', '--print-address=3'],
    { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  return { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 3) };
}

/**
 * Starts a keyring of its own on the session's bus, unlocked, and waits until it takes secrets.
 * @param {NodeJS.ProcessEnv} env Holds the bus and the session's XDG folders.
 */
export async function startKeyring(env) {
  const keyring = startService('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  keyring.child.stdin?.end('order-desk'); // Opens a keyring that lives as long as the session's folder.
  const question = [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ];
  const deadline = performance.now() + startLimitMs;
  while (true) {
    const { output } = await runQuietly('dbus-send', question, { env, timeoutMs: 2000 });
    if (/boolean false/.test(output)) return;
    if (keyring.ended() || performance.now() > deadline) throw startFailure('gnome-keyring-daemon', output);
    await wait(50);
  }
}

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, command: string, ended: () => boolean, complaint: () => string }} Service
 */

/**
 * Starts a program that runs as long as we do. Away from the terminal's foreground group, so that Ctrl+C reaches the
 * command in the session first; and ended by the kernel should we be killed before we can end it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, stdio: import('node:child_process').StdioOptions }} options
 * @returns {Service}
 */
function startService(command, args, { env, stdio }) {
  const program = findProgram(command, env.PATH ?? '');
  if (program === undefined) {
    throw new PlainFailure(
      `${command} is not installed, and without it there is no desktop to run in: run "npm run setup", or install the package that brings it.`,
    );
  }
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', program, ...args], {
    env,
    stdio,
    detached: true,
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-4000);
  });
  let ended = false;
  child.on('error', (error) => {
    ended = true;
    complaint += error.message;
  });
  child.on('exit', () => {
    ended = true;
  });
  return { child, command, ended: () => ended, complaint: () => complaint };
}

/**
 * @param {Service} service
 * @param {number} descriptor
 * @returns {Promise<string>}
 */
function firstLine(service, descriptor) {
  const { child, command } = service;
  const stream = child.stdio[descriptor];
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = () => reject(startFailure(command, service.complaint()));
    const timer = setTimeout(fail, startLimitMs);
    child.once('error', fail);
    child.once('close', fail);
    stream?.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.split('\n')[0] ?? '');
    });
  });
}

/**
 * @param {string} command
 * @param {string} details
 */
function startFailure(command, details) {
  return new PlainFailure(
    `${command} did not start, and without it there is no desktop to run in: what it said is above; check that /tmp is writable and not full.`,
    { details },
  );
}

/**
 * @param {string} command
 * @param {string} path
 */
export function findProgram(command, path) {
  return path
    .split(':')
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));
}
