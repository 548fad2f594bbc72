import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../../scripts/desktop-session.mjs');
const mark = 'ORDER_DESK_DESKTOP_SESSION';
const { [mark]: _ours, DISPLAY: _display, ...outside } = process.env;

/** Runs a shell command in a session, and answers what it printed. */
async function inSession(command: string): Promise<string> {
  const { stdout } = await run(process.execPath, [script, '--', 'bash', '-c', command], { env: outside });
  return stdout.trim();
}

/** Processes that carry the mark of a session. */
function processesOf(session: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${mark}=${session}\0`)
      );
    } catch {
      return false;
    }
  });
}

const keytar = `node -e "
  const keytar = require('keytar');
  keytar.setPassword('order-desk-test', 'desk', 'secret')
    .then(() => keytar.findCredentials('order-desk-test'))
    .then((found) => console.log(found.map((entry) => entry.account + '=' + entry.password).join()))
"`;

describe.skipIf(process.platform !== 'linux')('a desktop session', () => {
  it('has a display and an unlocked keyring of its own, which start empty and leave nothing behind', async () => {
    const session = await inSession(
      `echo $${mark}; test -n "$DISPLAY" && test -S /tmp/.X11-unix/X\${DISPLAY#:} && echo display`,
    );
    expect(session).toMatch(/^\/\S+\ndisplay$/);
    const [folder = ''] = session.split('\n');
    expect(existsSync(folder)).toBe(false);
    expect(processesOf(folder)).toEqual([]);
  });

  it('runs beside another, each with its own secrets', async () => {
    const [first, second] = await Promise.all([
      inSession(`${keytar}; echo $DISPLAY`),
      inSession(`${keytar.replace("'desk'", "'other'")}; echo $DISPLAY`),
    ]);
    expect([first?.split('\n')[0], second?.split('\n')[0]]).toEqual(['desk=secret', 'other=secret']);
    expect(first?.split('\n')[1]).not.toBe(second?.split('\n')[1]);
  });

  it('is joined by a session inside it', async () => {
    const lines = await inSession(`echo $DISPLAY; node '${script}' -- bash -c 'echo $DISPLAY'`);
    const [outer, inner] = lines.split('\n');
    expect(outer).toMatch(/^:\d+$/);
    expect(inner).toBe(outer);
  });

  it('ends what the command left running, and hands on its exit code', async () => {
    const failed = inSession(`setsid sleep 1000 & echo $${mark}; exit 7`);
    await expect(failed).rejects.toMatchObject({ code: 7 });
    const folder = await failed.catch((error: { stdout: string }) => error.stdout.trim());
    expect(folder).toMatch(/^\//);
    expect(processesOf(folder)).toEqual([]);
  });
});
