import { z } from 'zod';
import { draftIdSchema, importIdSchema } from '../ids.ts';
import { enteredFieldsSchema } from '../pims/fields.ts';

/** What an import makes: new drafts, or more lines in an open one, which may be for an order in PIMS. */
export const importTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new-drafts') }).strict(),
  z.object({ kind: z.literal('draft'), id: draftIdSchema }).strict(),
]);
export type ImportTarget = z.infer<typeof importTargetSchema>;

/** A piece of one draft: pieces of the same ordinal belong together, in the order in which they are handed over. */
export const draftPieceSchema = z
  .object({
    /** From 0. */
    ordinal: z.number().int().min(0),
    header: enteredFieldsSchema,
    lines: z.array(enteredFieldsSchema).max(5_000),
  })
  .strict();
export type DraftPiece = z.infer<typeof draftPieceSchema>;

const rows = z.number().int().min(0);

/** Where the rows of a file went: nothing is dropped silently. */
export const rowCountsSchema = z
  .object({
    read: rows,
    /** Rows that became lines, also those that were merged into another's line. */
    created: rows,
    /** Rows with a mistake that was not mended. */
    rejected: rows,
    /** Rows that the person left out. */
    leftOut: rows,
  })
  .strict()
  .refine(({ read, created, rejected, leftOut }) => read === created + rejected + leftOut, {
    message: 'The rows that were read are not those that were created, rejected and left out.',
  });
export type RowCounts = z.infer<typeof rowCountsSchema>;

export const importedFileSchema = z
  .object({
    name: z.string().min(1).max(255),
    /** SHA-256 of its bytes, in hexadecimal. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    rows: rowCountsSchema,
  })
  .strict();
export type ImportedFile = z.infer<typeof importedFileSchema>;

/** An import that was made. Times are ISO. */
export const importRecordSchema = z.object({
  id: importIdSchema,
  file: importedFileSchema,
  target: z.enum(['new-drafts', 'draft']),
  at: z.string(),
  /** Null unless it was undone. */
  undoneAt: z.string().nullable(),
  /** Where the drafts that it made, or added to, stand by now. */
  drafts: z.object({
    open: z.number().int(),
    queued: z.number().int(),
    sent: z.number().int(),
    removed: z.number().int(),
  }),
  /** The first of them that is not removed. */
  firstDraft: draftIdSchema.nullable(),
  /** Something of its drafts was edited since. */
  isEdited: z.boolean(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** Whether an import can be undone: nothing of it has gone to the outbox, and something is left. */
export function canUndo({ undoneAt, drafts }: Pick<ImportRecord, 'undoneAt' | 'drafts'>): boolean {
  return undoneAt === null && drafts.queued === 0 && drafts.sent === 0 && drafts.open > 0;
}
