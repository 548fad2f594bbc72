import type { DomainChannel, Handlers } from './handlers.ts';
import type { ShellPort } from './ports.ts';

export function appHandlers(shell: ShellPort): Handlers<DomainChannel<'app'>> {
  return {
    'app.info': () => shell.info(),
    'app.ready': () => {
      shell.pageReady();
      return {};
    },
    'app.paste': () => ({ pasted: shell.paste() }),
  };
}
