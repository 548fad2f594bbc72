import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DeskError } from '../../shared/errors.ts';

/**
 * Writes a file that a person chose in a dialog; a text in UTF-8.
 * @throws DeskError `conflict` when the system does not let us
 */
export async function writeChosenFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { encoding: 'utf8', flush: true });
  } catch (cause) {
    throw new DeskError(
      'conflict',
      `${basename(path)} could not be written: ${reasonFor(cause)}`,
      { path },
      { cause },
    );
  }
}

function reasonFor(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full. Make room, or choose another place.';
    case 'EBUSY':
      return 'another program has it open. Close it there, or choose another name.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is open in another program, or you may not write in that folder. Choose another name or place.';
    default:
      return 'the system refused it. Choose another place.';
  }
}
