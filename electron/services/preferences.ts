import type { DeskCall } from '../desk-call.ts';
import type { PreferencesRepository } from '../storage/preferences.ts';

export interface PreferencesService {
  read: DeskCall<'preferences.read'>;
  change: DeskCall<'preferences.change'>;
}

export function createPreferencesService(preferences: PreferencesRepository): PreferencesService {
  return {
    read: async () => preferences.read(),
    async change(patch) {
      preferences.change(patch);
      return preferences.read();
    },
  };
}
