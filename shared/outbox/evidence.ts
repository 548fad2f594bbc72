import { z } from 'zod';
import { pimsFieldsSchema } from '../pims/fields.ts';
import { stepKinds } from './submission.ts';

export const differenceSchema = z.object({ field: z.string(), sent: z.string(), has: z.string() });

/** An order or a line that PIMS has, beside what was sent. */
export const candidateSchema = z.object({
  /** Its order number or line number; empty when PIMS gave none. */
  id: z.string(),
  fields: pimsFieldsSchema,
  differences: z.array(differenceSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

/**
 * Why a submission needs a person.
 * - `refused`: PIMS said no to a step.
 * - `unsure`: a step may have arrived, and what PIMS has does not decide it.
 * - `unreadable`: a step may have arrived, and PIMS refuses to show what it has.
 * - `duplicate`: PIMS already has orders with the reference that a person gave.
 * - `conflict`: somebody changed the same fields of a line since the person saw it.
 * - `differs`: everything is in PIMS, but not as it was sent; without candidates, PIMS does not show it.
 */
export const attentionKinds = [
  'refused',
  'unsure',
  'unreadable',
  'duplicate',
  'conflict',
  'differs',
] as const;

/** What a person needs in order to decide: what we sent, and what PIMS has. */
export const evidenceSchema = z.object({
  kind: z.enum(attentionKinds),
  /** The step it is about; null when it is about the whole order. */
  step: z.object({ ordinal: z.number().int(), kind: z.enum(stepKinds) }).nullable(),
  sent: pimsFieldsSchema,
  /** For a change: the line as the person saw it; null for everything else. */
  base: pimsFieldsSchema.nullable().default(null),
  candidates: z.array(candidateSchema),
  /** When PIMS was asked, ISO. */
  lookedAt: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
