import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { StateChange } from './practice-state.ts';

const fields = z.record(z.string(), z.string());
const changeSchema: z.ZodType<StateChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), fields, lines: z.array(fields) }),
  z.object({ kind: z.literal('line'), order: z.string(), modified: z.string(), fields }),
  z.object({ kind: z.literal('customer'), fields }),
]);

const originSchema = z.object({
  practiceServer: z.literal(1),
  seed: z.number(),
  today: z.string(),
  size: z.object({ orders: z.number(), customers: z.number(), parts: z.number() }),
});

/** What the sample data under the changes was made from; the first line of the file. */
export type Origin = Omit<z.infer<typeof originSchema>, 'practiceServer'>;

const NEWLINE = 10;

/**
 * The changes since the sample data was made, one JSON line each, so a write costs as much as the
 * change. A last line that was cut off by a crash is dropped.
 */
export class StateFile {
  #size = 0;
  readonly origin: Origin;
  /** The changes that were there when the file was opened. */
  readonly changes: readonly StateChange[];

  /** Reads the file or begins it with the given origin. Throws an Error in plain words. */
  constructor(
    readonly file: string,
    begin: Origin,
  ) {
    mkdirSync(path.dirname(file), { recursive: true });
    const read = existsSync(file) ? readLines(file) : { lines: [], size: 0 };
    const [first, ...rest] = read.lines;
    this.origin = first === undefined ? begin : parse(originSchema, first, file, 1);
    this.changes = rest.map((line, index) => parse(changeSchema, line, file, index + 2));
    if (first === undefined) {
      this.restart();
    } else {
      truncateSync(file, read.size);
      this.#size = read.size;
    }
  }

  append(change: StateChange): void {
    this.#write(change);
  }

  /** Forgets every change. */
  restart(): void {
    if (existsSync(this.file)) truncateSync(this.file, 0);
    this.#size = 0;
    this.#write({ practiceServer: 1, ...this.origin });
  }

  #write(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    try {
      appendFileSync(this.file, text, { mode: 0o600 });
    } catch (error) {
      // Half a line would spoil the next one.
      if (existsSync(this.file)) truncateSync(this.file, this.#size);
      throw error;
    }
    this.#size += Buffer.byteLength(text);
  }
}

/** The whole lines of the file that can be read, and where they end. */
function readLines(file: string): { lines: string[]; size: number } {
  const content = readFileSync(file);
  let end = content.lastIndexOf(NEWLINE) + 1;
  const lines = content.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  const last = lines.at(-1);
  if (last !== undefined && !isJson(last)) {
    lines.pop();
    end = content.subarray(0, end - 1).lastIndexOf(NEWLINE) + 1;
  }
  return { lines, size: end };
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function parse<T>(schema: z.ZodType<T>, line: string, file: string, number: number): T {
  const result = isJson(line) ? schema.safeParse(JSON.parse(line)) : undefined;
  if (!result?.success)
    throw new Error(
      `Line ${number} of ${file} is not a state of the practice server. Move the file away to begin with fresh sample data.`,
    );
  return result.data;
}
