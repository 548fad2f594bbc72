import { linesCsv, templateCsv } from '../../shared/import/create/line-files.ts';
import type { ImportField } from '../../shared/import/fields/import-fields.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { saveFile } from './save-file.ts';

/** Saves lines as a CSV that imports again as it is. */
export function saveLines(lines: readonly PimsFields[], name: string): Promise<void> {
  return saveText(`${name}.csv`, linesCsv(lines));
}

/** Saves an empty file with the headings that an import understands without being told. */
export function saveTemplate(fields: readonly ImportField[]): Promise<void> {
  return saveText('import template.csv', templateCsv(fields, true));
}

function saveText(suggestedName: string, text: string): Promise<void> {
  return saveFile(suggestedName, async () => ({ bytes: new TextEncoder().encode(text), remark: '' }));
}
