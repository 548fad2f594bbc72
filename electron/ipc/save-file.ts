import { writeChosenFile } from '../export/write-chosen-file.ts';
import type { FileDialogs, SaveRequest } from './ports.ts';

/**
 * Asks where to save a file, and writes it there; a text in UTF-8. `savedAs` is null when that was cancelled.
 * @throws DeskError `conflict` when the system does not let us write
 */
export async function saveFile(
  dialogs: FileDialogs,
  request: SaveRequest,
  content: string | Uint8Array,
): Promise<{ savedAs: string | null }> {
  const savedAs = await dialogs.chooseFileToSave(request);
  if (savedAs !== null) await writeChosenFile(savedAs, content);
  return { savedAs };
}
