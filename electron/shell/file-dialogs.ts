import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { FileDialogs, FileKind } from '../ipc/ports.ts';

/** The system's own dialogs, before our window. */
export function fileDialogs(window: BrowserWindow): FileDialogs {
  return {
    async chooseFileToSave({ title, fileName, kind }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: fileName,
        filters: filtersFor(kind),
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async chooseFileToOpen({ title, kind }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: ['openFile'],
        filters: filtersFor(kind),
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

function filtersFor(kind: FileKind): FileFilter[] {
  return [
    { name: kind.name, extensions: [...kind.extensions] },
    { name: 'All files', extensions: ['*'] },
  ];
}
