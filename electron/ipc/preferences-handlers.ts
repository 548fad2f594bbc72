import type { OrderDesk } from '../order-desk.ts';
import type { DomainChannel, Handlers } from './handlers.ts';
import type { ShellPort } from './ports.ts';

export function preferencesHandlers(
  { preferences }: OrderDesk,
  shell: ShellPort,
): Handlers<DomainChannel<'preferences'>> {
  return {
    'preferences.read': () => preferences.read(),
    'preferences.change': async (patch) => {
      const changed = await preferences.change(patch);
      shell.followPreferences(changed);
      return changed;
    },
  };
}
