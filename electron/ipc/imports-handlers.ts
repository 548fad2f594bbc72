import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { ShellPort } from './ports.ts';
import { saveFile } from './save-file.ts';

export function importsHandlers(
  { imports }: OrderDesk,
  { dialogs, takeOpenedFile }: Pick<ShellPort, 'dialogs' | 'takeOpenedFile'>,
): Handlers<DomainChannel<'imports'>> {
  return {
    'imports.stage': (input) => imports.stage(input),
    'imports.discard': (input) => imports.discard(input),
    'imports.create': (input) => imports.create(input),
    'imports.list': () => imports.list(),
    'imports.ofContent': (input) => imports.ofContent(input),
    'imports.openDrafts': (input) => imports.openDrafts(input),
    'imports.undo': (input) => imports.undo(input),
    'imports.mappings': (input) => imports.mappings(input),
    'imports.saveMapping': (input) => imports.saveMapping(input),
    'imports.removeMapping': (input) => imports.removeMapping(input),
    'imports.rememberMapping': (input) => imports.rememberMapping(input),
    'imports.takeOpened': () => takeOpenedFile(),
    'imports.saveFile': ({ suggestedName: fileName, bytes }) => {
      const kind = { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] };
      return saveFile(dialogs, { title: 'Save the rows', fileName, kind }, bytes);
    },
  };
}
