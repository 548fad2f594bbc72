import { writeTextFile } from '../export/write-text-file.ts';
import type { FileDialogs, SaveRequest } from './ports.ts';

/**
 * Asks where to save a text, and writes it there. `savedAs` is null when that was cancelled.
 * @throws DeskError `conflict` when the system does not let us write
 */
export async function saveText(
  dialogs: FileDialogs,
  request: SaveRequest,
  text: string,
): Promise<{ savedAs: string | null }> {
  const savedAs = await dialogs.chooseFileToSave(request);
  if (savedAs !== null) await writeTextFile(savedAs, text);
  return { savedAs };
}
