import type { z } from 'zod';
import type { draftIdSchema, submissionIdSchema } from '../ids.ts';
import type { dayCheckSchema } from '../outbox/day-check.ts';
import type { preferencesSchema } from '../preferences/preferences.ts';
import type { deskStatusSchema } from '../status.ts';
import type { MenuCommand } from './menu-commands.ts';

/** What main tells the renderer without being asked. Payloads are small; screens read again what they show. */
export interface DeskEvents {
  'status.changed': z.infer<typeof deskStatusSchema>;
  'connections.changed': Record<string, never>;
  'drafts.changed': { readonly id: z.infer<typeof draftIdSchema> };
  'outbox.changed': { readonly id: z.infer<typeof submissionIdSchema> };
  /** Changed by something else than the page: an answer to one of the system's dialogs. */
  'preferences.changed': z.infer<typeof preferencesSchema>;
  /** How far the day check is; null when it has ended. */
  'day-check.progress': Pick<z.infer<typeof dayCheckSchema>, 'running'>;
  /** Order Desk was opened with a file: the page takes it by `imports.takeOpened`. */
  'import.opened': Record<string, never>;
  /** A menu item was chosen; the renderer acts. */
  command: { readonly name: MenuCommand };
}
export type DeskEventName = keyof DeskEvents;
