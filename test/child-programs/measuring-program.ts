import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildProgram } from './build-program.ts';

/** What a measuring program was asked to do, in its own process. */
export function readTask<T>(): T {
  return JSON.parse(process.argv[2] ?? '');
}

/** Hands the figures to whoever started the program. */
export function answer(figures: unknown): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** A program that measures in a process of its own, and answers with figures. */
export interface MeasuringProgram<Task, Figures> {
  run(task: Task): Promise<Figures>;
  remove(): void;
}

/** Builds a program whose file calls `readTask` and `answer`. */
export async function measuringProgram<Task, Figures>(
  entry: string,
  nodeArgs: readonly string[] = [],
): Promise<MeasuringProgram<Task, Figures>> {
  const program = await buildProgram(entry);
  return {
    remove: program.remove,
    async run(task) {
      const child = spawn(process.execPath, [...nodeArgs, program.path, JSON.stringify(task)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      const [code] = await once(child, 'close');
      if (code !== 0) throw new Error(`${entry} ended with exit code ${code}.`);
      return JSON.parse(said);
    },
  };
}
