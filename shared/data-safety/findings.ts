import { z } from 'zod';
import { draftIdSchema, orderNumberSchema, submissionIdSchema } from '../ids.ts';

/**
 * What was found at a start to be wrong with the database.
 * - `damaged`: SQLite can't read it, or its parts don't fit together.
 * - `missing`: it is gone or empty, although there was one.
 * - `last-changes`: the file with the newest changes, which belongs to it, can't be read.
 * - `older`: it is in order, but older than what this desk has done: somebody put an older copy in its place.
 */
export const damageKinds = ['damaged', 'missing', 'last-changes', 'older'] as const;
export type DamageKind = (typeof damageKinds)[number];

const about = {
  reference: z.string(),
  customerCode: z.string(),
  lineCount: z.number().int(),
  /** When it was changed, submitted or sent. */
  at: z.string(),
};

/** A draft or an order that the database does not have as this desk left it. */
export const lossSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('draft'),
    id: draftIdSchema,
    ...about,
    /** `older`: it is there as it was earlier. `saved`: it could still be read from the damaged file. */
    fate: z.enum(['lost', 'older', 'saved']),
  }),
  z.object({
    what: z.literal('order'),
    id: submissionIdSchema,
    ...about,
    orderNumber: orderNumberSchema.nullable(),
    /** How far it had come: `in-pims` has an order number, and perhaps not yet all of its lines. */
    stood: z.enum(['queued', 'in-pims', 'sent']),
    /** `lost`: nothing is known of it any more. `older`: it is in the outbox as it stood earlier. */
    fate: z.enum(['lost', 'older']),
    /** Its draft stands here as if it had never been submitted. */
    draftIsOpen: z.boolean(),
  }),
]);
export type Loss = z.infer<typeof lossSchema>;

/** What happened to the database, and what is missing because of it. Times are ISO. */
export const dataFindingsSchema = z.object({
  noticedAt: z.string(),
  damage: z.enum(damageKinds),
  /** Where the damaged files are kept; null when there are none. */
  damagedFolder: z.string().nullable(),
  /** What stands in the place of the damaged database. */
  restoredFrom: z.discriminatedUnion('kind', [
    /** A copy; `newest` is the time of the newest change in it, null when nothing stands in it. */
    z.object({ kind: z.literal('backup'), file: z.string(), newest: z.string().nullable() }),
    /** The database itself, without its newest changes. */
    z.object({ kind: z.literal('same'), newest: z.string().nullable() }),
    /** No copy could be used. */
    z.object({ kind: z.literal('nothing') }),
  ]),
  losses: z.array(lossSchema),
  /** When a person has read it. */
  acknowledgedAt: z.string().nullable(),
});
export type DataFindings = z.infer<typeof dataFindingsSchema>;

/** How the data is kept safe, for Settings. */
export const dataSafetySchema = z.object({
  /** The newest daily backup that was checked. */
  lastBackupAt: z.string().nullable(),
  backupCount: z.number().int(),
  backupFolder: z.string(),
  /** When the database was last checked, at the start. */
  checkedAt: z.string(),
  /** Why the newest try to back up failed; null when it did not. */
  problem: z.string().nullable(),
});
export type DataSafety = z.infer<typeof dataSafetySchema>;
