import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DeskError } from '../../shared/errors.ts';

/**
 * Reads a text file that a person chose in a dialog: UTF-8, UTF-16 when it says so in its first bytes, else the Western
 * encoding of Windows, in which Excel saves. The mark at its beginning is taken off.
 * @throws DeskError `invalid-input` when it can't be read, or is larger than `mostBytes`
 */
export async function readTextFile(path: string, mostBytes: number): Promise<string> {
  try {
    if ((await stat(path)).size > mostBytes) {
      const size = `${Math.floor(mostBytes / 1_024 / 1_024)} MB`;
      throw new DeskError('invalid-input', `“${basename(path)}” is larger than ${size}. Split it up.`);
    }
    return decodeText(await readFile(path));
  } catch (cause) {
    if (cause instanceof DeskError) throw cause;
    throw new DeskError(
      'invalid-input',
      `“${basename(path)}” could not be read: ${reasonFor(cause)}`,
      {},
      { cause },
    );
  }
}

/** The text of a file, its encoding found as `readTextFile` says. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function reasonFor(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file any more. Choose it again.';
    case 'EBUSY':
      return 'another program has it open. Close it there.';
    case 'EACCES':
    case 'EPERM':
      return 'you are not allowed to read it. Copy it to a folder of your own.';
    case 'EISDIR':
      return 'it is a folder.';
    default:
      return 'the system refused it. Copy it to another place.';
  }
}
