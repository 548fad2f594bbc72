import { z } from 'zod';
import { connectionIdSchema } from './ids.ts';

/** What the status bar shows. `reach` is what the latest calls of the chosen connection told, never one ping. */
export const deskStatusSchema = z.object({
  connectionId: connectionIdSchema,
  reach: z.enum(['unknown', 'reachable', 'unreachable']),
  /** Why PIMS can't be reached; empty otherwise. */
  reachProblem: z.string(),
  /** Submissions on their way or paused, and those that stand still until a person does something. */
  outbox: z.object({ waiting: z.number().int(), needsYou: z.number().int() }),
  /** Requests that PIMS bills for this calendar month, an upper bound (unknown outcomes count). */
  usage: z.object({ month: z.string(), requests: z.number().int() }),
});
export type DeskStatus = z.infer<typeof deskStatusSchema>;
