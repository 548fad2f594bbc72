import { linesCsv, templateCsv } from '../../shared/import/create/line-files.ts';
import type { ImportField } from '../../shared/import/fields/import-fields.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { callDesk } from '../bridge/call.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

/** Saves lines as a CSV that imports again as it is. */
export function saveLines(lines: readonly PimsFields[], name: string): Promise<void> {
  return saveText(`${name}.csv`, linesCsv(lines));
}

/** Saves an empty file with the headings that an import understands without being told. */
export function saveTemplate(fields: readonly ImportField[]): Promise<void> {
  return saveText('import template.csv', templateCsv(fields, true));
}

async function saveText(suggestedName: string, text: string): Promise<void> {
  try {
    const bytes = new TextEncoder().encode(text);
    const { savedAs } = await callDesk('imports.saveFile', { suggestedName, bytes });
    if (savedAs !== null) notify('done', `Saved as ${savedAs}.`);
  } catch (cause) {
    notify('problem', cause instanceof Error ? messageOf(cause) : 'The file could not be saved.');
  }
}
