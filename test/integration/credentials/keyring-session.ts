import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether this machine has what these tests start: D-Bus, gnome-keyring and a tool to ask them with. */
export function hasKeyring(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    for (const program of ['dbus-daemon', 'gnome-keyring-daemon', 'gdbus']) {
      execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}

export interface KeyringSession {
  /** Locks the keyring, as a person or a timer does. No prompt can open it again: there is no display. */
  lock(): Promise<void>;
  end(): Promise<void>;
}

/**
 * Starts a D-Bus session of its own, with or without a keyring service, in a folder of its own, and makes it the one
 * that libsecret in this process finds. libsecret stays with the first that it used: one session per test file.
 */
export async function startKeyringSession(options: { readonly service: boolean }): Promise<KeyringSession> {
  const folder = await mkdtemp(join(tmpdir(), 'keyring-'));
  const part = async (name: string) => {
    await mkdir(join(folder, name), { mode: 0o700 });
    return join(folder, name);
  };
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_DATA_HOME: await part('data'),
    XDG_CONFIG_HOME: await part('config'),
    XDG_CACHE_HOME: await part('cache'),
    XDG_RUNTIME_DIR: await part('run'),
  };
  const children: ChildProcess[] = [];
  const end = async () => {
    await Promise.all(children.splice(0).reverse().map(stop));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const config = join(folder, 'bus.conf');
    await writeFile(config, busConfig(folder));
    const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(bus);
    const address = await firstLine(bus);
    env.DBUS_SESSION_BUS_ADDRESS = address;
    process.env.DBUS_SESSION_BUS_ADDRESS = address;
    if (options.service) {
      const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      children.push(keyring);
      keyring.stdin?.end('password of the test keyring');
      // Waits until the service has its name on the bus.
      await run('gdbus', ['wait', '--session', '--timeout', '15', 'org.freedesktop.secrets'], { env });
    }
    const lock = async () => {
      const method = 'org.freedesktop.Secret.Service.Lock';
      const where = ['--dest', 'org.freedesktop.secrets', '--object-path', '/org/freedesktop/secrets'];
      const keyring = "[objectpath '/org/freedesktop/secrets/collection/login']";
      await run('gdbus', ['call', '--session', ...where, '--method', method, keyring], { env });
    };
    return { lock, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A bus that starts no service by itself, so that a desktop's own never answers. */
function busConfig(folder: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}.`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
