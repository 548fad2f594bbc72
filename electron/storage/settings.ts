import { z } from 'zod';
import type { Database } from './database.ts';

/** Small facts that the desk keeps for itself, one JSON value per key. */
export interface SettingsRepository {
  /** Undefined when the key is not there, or holds something that is no longer understood. */
  read<T extends z.ZodType>(key: SettingKey, schema: T): z.output<T> | undefined;
  write(key: SettingKey, value: unknown): void;
  remove(key: SettingKey): void;
}

export type SettingKey =
  | 'chosen-connection'
  | 'ca-file'
  | 'window-place'
  | 'desk-mark'
  /** The outbox's: this folder may be a copy, and a person has yet to decide. */
  | 'folder-copy'
  | 'data-findings'
  | 'witness-told'
  | 'machine-mark'
  /** The start's: what shows that this folder may be a copy, until the outbox has it as `folder-copy`. */
  | 'copied-folder';

const valueRow = z.object({ value: z.string() }).optional();

export function createSettingsRepository(db: Pick<Database, 'prepare'>): SettingsRepository {
  const select = db.prepare('SELECT value FROM settings WHERE key = ?');
  const upsert = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare('DELETE FROM settings WHERE key = ?');
  return {
    read(key, schema) {
      const row = valueRow.parse(select.get(key));
      if (row === undefined) return undefined;
      const reading = schema.safeParse(parseJson(row.value));
      return reading.success ? reading.data : undefined;
    },
    write(key, value) {
      upsert.run(key, JSON.stringify(value));
    },
    remove(key) {
      remove.run(key);
    },
  };
}

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
