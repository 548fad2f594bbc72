import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines, type Witnessed, type WitnessLine, worthKeeping } from './witness-line.ts';

/** Beyond this it is written anew with what is still of use. */
const MOST_BYTES = 400_000;

/** The file beside the database that says, in a line each, how drafts and orders came to stand. */
export function witnessFileIn(dataDir: string): string {
  return join(dataDir, 'witness.jsonl');
}

/** What the witness of a data folder has seen; nothing when it is not there. Throws when it can't be read. */
export function readWitness(dataDir: string): Witnessed {
  const path = witnessFileIn(dataDir);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return readLines('');
  return readLines(readFileSync(path, 'utf8'));
}

export interface WitnessFile {
  /** Adds lines; they are on the disk when it resolves. */
  append(lines: readonly WitnessLine[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the witness for adding to it. One that has grown large is shortened first. */
export function openWitnessFile(dataDir: string, last: ReadonlyMap<string, WitnessLine>): WitnessFile {
  const path = witnessFileIn(dataDir);
  let file: FileHandle | undefined;
  let limit = MOST_BYTES;
  let bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;

  function shorten(): void {
    const unfinished = `${path}.unfinished`;
    const text = worthKeeping(last).map(asRow).join('');
    writeFileSync(unfinished, text, { mode: 0o600, flush: true });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, path);
    bytes = Buffer.byteLength(text);
    // A thousand open drafts must not have it written anew with each line.
    limit = Math.max(MOST_BYTES, 2 * bytes);
  }

  async function opened(): Promise<FileHandle> {
    file ??= await open(path, 'a', 0o600);
    return file;
  }

  return {
    async append(lines) {
      if (bytes > limit) {
        await file?.close();
        file = undefined;
        shorten();
      }
      // A line break first ends a line that a power cut has torn.
      const text = `${file === undefined && bytes > 0 ? '\n' : ''}${lines.map(asRow).join('')}`;
      const target = await opened();
      await target.appendFile(text);
      await target.datasync();
      bytes += Buffer.byteLength(text);
    },
    async close() {
      await file?.close();
      file = undefined;
    },
  };
}

function asRow(line: WitnessLine): string {
  return `${JSON.stringify(line)}\n`;
}
