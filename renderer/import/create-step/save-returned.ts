import { callDesk } from '../../bridge/call.ts';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';
import type { ImportSession } from '../session/import-session.ts';

/** Saves the rows that are not imported, each with its reason, as a file like the one that came. */
export async function saveReturned(session: ImportSession, name: string): Promise<void> {
  try {
    const { bytes, lacking } = await session.returned();
    const { savedAs } = await callDesk('imports.saveFile', {
      suggestedName: returnedName(name),
      bytes: new Uint8Array(bytes),
    });
    if (savedAs === null) return;
    const other =
      lacking === null ? '' : ` It is in UTF-8, since the encoding of the file has no “${lacking}”.`;
    notify('done', `Saved as ${savedAs}.${other}`);
  } catch (cause) {
    notify('problem', cause instanceof Error ? messageOf(cause) : 'The file could not be saved.');
  }
}

/** “orders.csv” gives “orders, not imported.csv”; whatever it was, it is text now. */
export function returnedName(name: string): string {
  const base = name.replace(/\.[^.]*$/, '').replace(/[/\\]/g, ' ');
  return `${base}, not imported.csv`;
}
