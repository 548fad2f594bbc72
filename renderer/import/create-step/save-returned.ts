import { saveFile } from '../save-file.ts';
import type { ImportSession } from '../session/import-session.ts';

/** Saves the rows that are not imported, each with its reason, as a file like the one that came. */
export function saveReturned(session: ImportSession, name: string): Promise<void> {
  return saveFile(returnedName(name), async () => {
    const { bytes, lacking } = await session.returned();
    const remark =
      lacking === null ? '' : ` It is in UTF-8, since the encoding of the file has no “${lacking}”.`;
    return { bytes, remark };
  });
}

/** “orders.csv” gives “orders, not imported.csv”; whatever it was, it is text now. */
export function returnedName(name: string): string {
  const base = name.replace(/\.[^.]*$/, '').replace(/[/\\]/g, ' ');
  return `${base}, not imported.csv`;
}
