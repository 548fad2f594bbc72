import { callDesk } from '../bridge/call.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

/** Has a place chosen for a file, writes it there, and says so, or why not. `remark` is a sentence about the file. */
export async function saveFile(
  suggestedName: string,
  content: () => Promise<{ readonly bytes: Uint8Array; readonly remark: string }>,
): Promise<void> {
  try {
    const { bytes, remark } = await content();
    const { savedAs } = await callDesk('imports.saveFile', { suggestedName, bytes: new Uint8Array(bytes) });
    if (savedAs !== null) notify('done', `Saved as ${savedAs}.${remark}`);
  } catch (cause) {
    notify('problem', cause instanceof Error ? messageOf(cause) : 'The file could not be saved.');
  }
}
