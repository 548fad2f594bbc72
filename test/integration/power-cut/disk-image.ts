import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TracedCall } from './traced-calls.ts';

interface FileImage {
  /** As every process sees it. */
  seen: Buffer;
  /** As a power cut leaves it. */
  kept: Buffer;
  /** Its name is on the disk: it was there at first, or its folder was synced since. */
  isNamed: boolean;
}

/**
 * A folder as a disk has it that keeps nothing but what it was told to keep: the worst that a power cut may leave.
 */
export class DiskImage {
  readonly #files = new Map<string, FileImage>();

  /** Takes a folder as it stands; all of it counts as kept. */
  constructor(readonly folder: string) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const bytes = readFileSync(path);
      this.#files.set(path, { seen: bytes, kept: bytes, isNamed: true });
    }
  }

  apply(call: Exclude<TracedCall, { kind: 'send' }>): void {
    if (call.kind === 'sync' && call.path === this.folder) {
      for (const file of this.#files.values()) file.isNamed = true;
    }
    if (dirname(call.path) !== this.folder) return;
    const file = this.#files.get(call.path) ?? {
      seen: Buffer.alloc(0),
      kept: Buffer.alloc(0),
      isNamed: false,
    };
    this.#files.set(call.path, file);
    switch (call.kind) {
      case 'write': {
        const seen = Buffer.alloc(Math.max(file.seen.length, call.at + call.bytes.length));
        file.seen.copy(seen);
        call.bytes.copy(seen, call.at);
        file.seen = seen;
        break;
      }
      case 'truncate': {
        const seen = Buffer.alloc(call.length);
        file.seen.copy(seen);
        file.seen = seen;
        break;
      }
      case 'sync':
        file.kept = file.seen;
        break;
      case 'remove':
        this.#files.delete(call.path);
        break;
    }
  }

  /** Writes into another folder what a power cut at this moment leaves of the files with these names. */
  cutPower(names: readonly string[], into: string): void {
    for (const [path, { kept, isNamed }] of this.#files) {
      if (isNamed && names.includes(basename(path))) writeFileSync(join(into, basename(path)), kept);
    }
  }
}
