import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildProgram } from '../child-programs/build-program.ts';
import type { Tenant } from '../child-programs/plain-desk.ts';

const cli = join(import.meta.dirname, '../../electron/practice-server/cli.ts');

/** A practice server in a process of its own, so that it does not share an event loop with what is measured. */
export interface PracticeProcess {
  readonly tenant: Tenant;
  stop(): Promise<void>;
}

/** Starts one that acts on each call so many milliseconds later. */
export async function startPracticeProcess(latencyMs: number): Promise<PracticeProcess> {
  const program = await buildProgram(cli);
  const access = { teamId: 'bench', apiId: 'bench', apiSecret: 'bench-secret' };
  const child = spawn(
    process.execPath,
    [
      program.path,
      ...['--port', '0', '--orders', '50', '--latency', String(latencyMs)],
      ...['--team', access.teamId, '--api-id', access.apiId, '--secret', access.apiSecret],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, url] = /Base URL +(\S+)\n/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`The practice server did not start. It said: ${said}`)));
  });
  return {
    tenant: { baseUrl, ...access },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      program.remove();
    },
  };
}
