import { z } from 'zod';
import {
  type Preferences,
  type PreferencesPatch,
  preferencesSchema,
} from '../../shared/preferences/preferences.ts';
import type { Database } from './database.ts';
import { parseJson } from './settings.ts';

export interface PreferencesRepository {
  /** Broken or unknown values fall back one by one. */
  read(): Preferences;
  /** Writes what the patch names, all or none. */
  change(patch: PreferencesPatch): void;
}

const row = z.object({ key: z.string(), value: z.string() });

export function createPreferencesRepository(db: Database): PreferencesRepository {
  const selectAll = db.prepare('SELECT key, value FROM preferences');
  const upsert = db.prepare(
    'INSERT INTO preferences (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    read() {
      const stored = z.array(row).parse(selectAll.all());
      return preferencesSchema.parse(
        Object.fromEntries(stored.map(({ key, value }) => [key, parseJson(value)])),
      );
    },
    change(patch) {
      db.transaction(() => {
        for (const [key, value] of Object.entries(patch)) {
          if (value !== undefined) upsert.run(key, JSON.stringify(value));
        }
      });
    },
  };
}
