import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { FileDialogs } from './ports.ts';

export function partsHandlers(
  { parts, packs }: OrderDesk,
  dialogs: FileDialogs,
): Handlers<DomainChannel<'parts'>> {
  return {
    'parts.complete': (input) => parts.complete(input),
    'parts.search': (input) => parts.search(input),
    'parts.cancel': (input) => parts.cancel(input),
    'parts.codes': () => parts.codes(),
    'parts.known': (input) => parts.known(input),
    'parts.read': (input) => parts.read(input),
    'parts.byBarcode': (input) => parts.byBarcode(input),
    'parts.packs': () => packs.list(),
    'parts.savePack': (input) => packs.save(input),
    'parts.removePack': (input) => packs.remove(input),
    'parts.importPacks': async () => {
      const path = await dialogs.chooseFileToOpen({
        title: 'Table of barcodes',
        kind: { name: 'CSV', extensions: ['csv', 'txt', 'tsv'] },
      });
      return path === null ? null : packs.importFile(path);
    },
  };
}
