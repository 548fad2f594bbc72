import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { ShellPort } from './ports.ts';
import { saveFile } from './save-file.ts';

export function outboxHandlers(
  { outbox, journalExport }: OrderDesk,
  shell: ShellPort,
): Handlers<DomainChannel<'outbox'>> {
  return {
    'outbox.list': () => outbox.list(),
    'outbox.older': (input) => outbox.older(input),
    'outbox.journal': (input) => outbox.journal(input),
    'outbox.exportJournal': async ({ id }) => {
      const { fileName, text } = await journalExport(id, shell.info().version);
      const kind = { name: 'JSON', extensions: ['json'] };
      return saveFile(shell.dialogs, { title: 'Save the journal', fileName, kind }, text);
    },
    'outbox.evidence': (input) => outbox.evidence(input),
    'outbox.steps': (input) => outbox.steps(input),
    'outbox.choices': (input) => outbox.choices(input),
    'outbox.keepChoices': (input) => outbox.keepChoices(input),
    'outbox.adopt': (input) => outbox.adopt(input),
    'outbox.sendAgain': (input) => outbox.sendAgain(input),
    'outbox.accept': (input) => outbox.accept(input),
    'outbox.withdraw': (input) => outbox.withdraw(input),
    'outbox.settleLine': (input) => outbox.settleLine(input),
    'outbox.pause': (input) => outbox.pause(input),
    'outbox.pauseConnection': (input) => outbox.pauseConnection(input),
    'outbox.copy': () => outbox.copy(),
    'outbox.decideCopy': (input) => outbox.decideCopy(input),
    'outbox.wake': (input) => outbox.wake(input),
    'outbox.leftOver': () => outbox.leftOver(),
  };
}
