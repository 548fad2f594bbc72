import { z } from 'zod';
import { connectionIdSchema } from './ids.ts';

/** What the status bar shows. `reach` is what the latest calls of the chosen connection told, never one ping. */
export const deskStatusSchema = z.object({
  connectionId: connectionIdSchema,
  reach: z.enum(['unknown', 'reachable', 'unreachable']),
  /** Why PIMS can't be reached; empty otherwise. */
  reachProblem: z.string(),
  outbox: z.object({
    /** Goes on by itself, or when whoever paused it says so. */
    waiting: z.number().int(),
    /** Stands still with its connection until a person mends that. */
    held: z.number().int(),
    needsAttention: z.number().int(),
  }),
  /** Requests that PIMS bills for this calendar month, an upper bound (unknown outcomes count). */
  usage: z.object({ month: z.string(), requests: z.number().int() }),
});
export type DeskStatus = z.infer<typeof deskStatusSchema>;
