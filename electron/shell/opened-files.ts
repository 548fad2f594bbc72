import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { DeskError } from '../../shared/errors.ts';
import { MOST_BYTES } from '../../shared/import/file/file-reading.ts';

/** Files that Order Desk can be opened with. */
const extensions = ['.csv', '.tsv', '.tab', '.txt', '.psv', '.xlsx', '.xlsm', '.xls', '.ods'];

/** The file that a command line names, as “Open with” passes it: the last argument that is one; undefined without. */
export function fileOfArguments(args: readonly string[]): string | undefined {
  return args.findLast((arg) => !arg.startsWith('-') && extensions.includes(extname(arg).toLowerCase()));
}

/** The file that a person opened Order Desk with, until the page takes it. */
export interface OpenedFiles {
  /** A later one takes the place of one that nobody has taken. */
  offer(path: string): void;
  /**
   * Its name and what is in it; null when there is none. It is given once.
   * @throws DeskError `not-found` when it can't be read, `invalid-input` when it is too large to be imported
   */
  take(): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null>;
}

/** `tell` is called when there is something to take. */
export function createOpenedFiles(tell: () => void): OpenedFiles {
  let offered: string | null = null;
  return {
    offer(path) {
      offered = path;
      tell();
    },
    async take() {
      const path = offered;
      offered = null;
      if (path === null) return null;
      const name = basename(path);
      const { size } = await stat(path).catch((cause: unknown) => Promise.reject(unreadable(name, cause)));
      if (size > MOST_BYTES) {
        throw new DeskError(
          'invalid-input',
          `${name} is larger than 100 MB. Split it, and import the parts.`,
          { name },
        );
      }
      const content = await readFile(path).catch((cause: unknown) => Promise.reject(unreadable(name, cause)));
      return { name, bytes: new Uint8Array(content) };
    },
  };
}

function unreadable(name: string, cause: unknown): DeskError {
  const message = `${name} could not be read. Choose it by hand, and see whether it is still there.`;
  return new DeskError('not-found', message, { name }, { cause });
}
