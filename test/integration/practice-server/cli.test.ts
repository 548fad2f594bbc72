import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runCurl } from './run-curl.ts';
import { startPractice } from './small-practice.ts';

let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'practice-cli-'));
  await build({
    configFile: false,
    root: path.resolve(import.meta.dirname, '../../..'),
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/practice-server/cli.ts',
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
  });
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [path.join(folder, 'cli.mjs'), ...args]);
  children.push(child);
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    printed.out += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    printed.err += piece;
  });
  return { child, printed };
}

async function run(...args: string[]) {
  const { child, printed } = start(...args);
  const [code] = await once(child, 'close');
  return { code, ...printed };
}

describe('the command line', () => {
  it('prints what is needed to call it, and a command that works when pasted', async () => {
    const { child, printed } = start('--port', '0', '--orders', '50', '--secret', "it's");
    await expect.poll(() => printed.out, { timeout: 10_000 }).toContain('Ctrl+C');
    expect(printed.out).toMatch(/Base URL +http:\/\/127\.0\.0\.1:\d+\n/);
    expect(printed.out).toMatch(/teamID +practice-team\n/);
    expect(printed.out).toMatch(/API ID +practice\n/);
    expect(printed.out).toMatch(/API secret +it's\n/);
    const url = /http\S+orders\/single/.exec(printed.out)?.[0] ?? '';
    const answer = await runCurl(['-s', '-u', "practice:it's", `${url}?teamID=practice-team&orderNum=54321`]);
    expect(JSON.parse(answer)).toMatchObject({ status: 'success' });
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('shows its switches', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--hide-lock-codes') });
  });

  it('answers a mistake with one sentence', async () => {
    const { code, out, err } = await run('--prot', '4010');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe("Unknown option '--prot'. Type --help to see what there is.\n");
  });

  it('says when the port is taken', async () => {
    const { port } = await startPractice();
    const { code, out, err } = await run('--port', String(port), '--orders', '50');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^Port ${port} is taken by another program: .*\\n$`));
  });
});
